#include "gui/ExportController.h"

#include "base/File.h"
#include "gui/GraphExport.h"
#include "gui/PictureTexts.h"
#include "gui/Wording.h"
#include "heatmap/HeatmapPicture.h"
#include "report/Json.h"
#include "report/PictureWords.h"
#include "session/CaptureOpener.h"
#include "waterfall/WaterfallPicture.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <utility>

namespace hallway {

namespace {

Status writeAs(const Picture& picture, const std::string& path, double scale) {
    const auto format = pictureFormatOf(path);
    if (!format)
        return fail(ErrorCode::BadArgument,
                    {path, QFileInfo(QString::fromStdString(path)).suffix().toStdString()});
    return writePicture(picture, path, *format, scale);
}

GraphExport graphExportOf(const Workspace& workspace, const std::shared_ptr<const LayoutEngine>& engine,
                          const GraphPresenter& graph, const Theme& theme, double scale) {
    const auto trace = graph.trace();
    const Subset subset = trace ? subsetOfTrace(*workspace.capture(), *trace) : workspace.figures().subset();
    return {workspace.capture(),
            engine,
            graph.subject(),
            graph.base(),
            graph.controls(),
            trace.has_value(),
            graph.filter(),
            graph.chosenFilter(),
            graph.measure(),
            subset,
            theme,
            scale};
}

} // namespace

ExportController::ExportController(Workspace& workspace, std::shared_ptr<const LayoutEngine> engine,
                                   QObject* parent)
    : QObject(parent), m_workspace(workspace), m_engine(std::move(engine)) {}

Theme ExportController::pictureTheme() const {
    return (m_style.dark ? Theme::dark() : Theme::light()).forPictures();
}

QString ExportController::suggestedName(const QString& what, const QString& ending) const {
    if (!m_workspace.capture()) return what + ending;
    const auto& sources = m_workspace.capture()->sources();
    const QString first = sources.empty() ? QString() : QString::fromStdString(sources.front().path);
    return QFileInfo(first).completeBaseName() + QLatin1Char(' ') + what + ending;
}

void ExportController::start(const QString& path,
                             std::function<Status(const std::string&, const CancelToken&)> write,
                             bool mayHoldSecrets) {
    m_jobs.run([write = std::move(write), target = QFile::encodeName(path).toStdString()](
                   const CancelToken& cancel) { return write(target, cancel); },
               [this, path, mayHoldSecrets](const Status& status) {
                   if (status)
                       emit exported(path, mayHoldSecrets);
                   else
                       emit failed(status.error());
               });
}

void ExportController::exportGraph(const QString& path) {
    if (!m_workspace.capture()) return;
    start(path, [graph = graphExportOf(m_workspace, m_engine, m_workspace.graph(), pictureTheme(),
                                       m_style.scale)](const std::string& target, const CancelToken& cancel) {
        return writeGraph(graph, target, cancel);
    });
}

void ExportController::copyGraph() {
    if (!m_workspace.capture()) return;
    m_jobs.run(
        [graph = graphExportOf(m_workspace, m_engine, m_workspace.graph(), pictureTheme(), m_style.scale)](
            const CancelToken& cancel) { return paintGraph(graph, cancel); },
        [this](const Result<QImage>& image) {
            if (!image) return void(emit failed(image.error()));
            QGuiApplication::clipboard()->setImage(*image);
            emit graphCopied();
        });
}

void ExportController::exportWaterfall(const QString& path) {
    const auto trace = m_workspace.waterfall().trace();
    if (!trace) return;
    const WaterfallCanvas& canvas = m_workspace.waterfallView().canvas();
    WaterfallPictureOptions options; // what the view shows
    options.folding = canvas.state().folding();
    options.window = canvas.state().geometry().window;
    options.criticalPath = canvas.showsCriticalPath();
    options.colours = canvas.colours();
    options.theme = pictureTheme();
    start(path, [trace, options, text = pictureTextOf(*m_workspace.capture()),
                 scale = m_style.scale](const std::string& target, const CancelToken&) {
        return writeAs(waterfallPicture(trace, text, options), target, scale);
    });
}

void ExportController::exportHeatmap(const QString& path) {
    const auto heatmap = m_workspace.heatmap().heatmap();
    if (!heatmap) return;
    HeatmapPictureOptions options;
    options.theme = pictureTheme();
    options.layers = m_workspace.heatmapView().layers();
    options.filter = QString::fromStdString(chosenText(m_workspace.figures().subset()));
    if (const auto box = m_workspace.heatmapView().box()) options.box = box->cells;
    start(path, [heatmap, options, subject = m_workspace.heatmap().subject(),
                 text = pictureTextOf(*m_workspace.capture()),
                 scale = m_style.scale](const std::string& target, const CancelToken&) {
        return writeAs(heatmapPicture(heatmap, subject, text, options), target, scale);
    });
}

void ExportController::exportTrace(const QString& path) {
    const auto trace = m_workspace.waterfall().trace();
    if (!trace) return;
    start(
        path,
        [capture = m_workspace.capture(), row = trace->trace](const std::string& target,
                                                              const CancelToken&) -> Status {
            const auto whole = wholeTraceOf(*capture, row);
            return whole ? writeFile(target, traceJson(*whole)) : fail(whole.error());
        },
        true);
}

void ExportController::saveCapture(const QString& path) {
    if (!m_workspace.capture()) return;
    start(
        path,
        [capture = m_workspace.capture()](const std::string& target, const CancelToken&) {
            return CaptureOpener(std::string()).exportCapture(*capture, target);
        },
        true);
}

} // namespace hallway

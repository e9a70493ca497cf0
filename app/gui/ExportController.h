// Writes what the window shows to files, in the background.
#pragma once

#include "gui/Workspace.h"
#include "items/JobRunner.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace hallway {

/// What pictures look like, whatever the window does.
struct PictureStyle {
    bool dark = false;
    double scale = 2; ///< of PNG: 1 … 4
};

/// GUI thread. One export at a time: a new one cancels the one before. Nothing happens where there is nothing
/// to export.
class ExportController : public QObject {
    Q_OBJECT

public:
    ExportController(Workspace& workspace, std::shared_ptr<const LayoutEngine> engine,
                     QObject* parent = nullptr);

    void setStyle(const PictureStyle& style) { m_style = style; }

    void exportGraph(const QString& path);     ///< .png .svg .pdf .dot .gv .json
    void exportWaterfall(const QString& path); ///< .png .svg .pdf; the trace that is shown
    void exportHeatmap(const QString& path);   ///< likewise
    void exportTrace(const QString& path);     ///< .json with all attributes
    void saveCapture(const QString& path);     ///< .hallway with all attributes
    void copyGraph();                          ///< as an image to the clipboard

    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }
    /// What a file would be called: "checkout-incident graph.png", without a folder.
    [[nodiscard]] QString suggestedName(const QString& what, const QString& ending) const;

signals:
    /// `mayHoldSecrets`: the file holds attributes as they were recorded.
    void exported(const QString& path, bool mayHoldSecrets);
    void graphCopied();
    void failed(const hallway::Error& error);

private:
    [[nodiscard]] Theme pictureTheme() const;
    void start(const QString& path, std::function<Status(const std::string&, const CancelToken&)> write,
               bool mayHoldSecrets = false);

    Workspace& m_workspace;
    std::shared_ptr<const LayoutEngine> m_engine;
    PictureStyle m_style;
    JobRunner m_jobs;
};

} // namespace hallway

// A main window with folders of its own, whose graph is laid out by the built-in fallback.
#pragma once

#include "gui/ExportController.h"
#include "gui/MainWindow.h"
#include "layout/LayeredFallback.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace hallway::test {

class FallbackEngine : public LayoutEngine {
public:
    [[nodiscard]] Result<GraphLayout> layout(const LayoutRequest& request, std::chrono::milliseconds,
                                             const CancelToken&) const override {
        return layeredLayout(request);
    }
};

class WindowUnderTest {
public:
    WindowUnderTest() { make(); }

    /// As after quitting and starting again: the same folders.
    void restart() {
        m_window->close();
        m_window.reset();
        make();
    }

    MainWindow& operator*() { return *m_window; }
    MainWindow* operator->() { return m_window.get(); }
    Workspace& views() { return m_window->workspace(); }
    [[nodiscard]] const Selection& selection() { return views().selection().now(); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString settingsFile() const { return file(QStringLiteral("config/settings.json")); }

    [[nodiscard]] static QString sample() {
        return QStringLiteral(HALLWAY_SOURCE_DIR "/resources/samples/checkout-incident.jsonl");
    }
    /// One trace of two services as OTLP JSON; `callee` names the second.
    QString writeTrace(const QString& name, const QString& traceId, const QString& callee) {
        const QString path = file(name);
        QFile out(path);
        const auto span = [&traceId](const char* id, const char* parent, int kind, const char* from,
                                     const char* to) {
            return QStringLiteral(
                       R"({"traceId":"%1","spanId":"%2","parentSpanId":"%3","name":"op","kind":%4,)"
                       R"("startTimeUnixNano":"%5","endTimeUnixNano":"%6"})")
                .arg(traceId, QLatin1String(id), QLatin1String(parent))
                .arg(kind)
                .arg(QLatin1String(from), QLatin1String(to));
        };
        const auto resource = [](const QString& service, const QString& spans) {
            return QStringLiteral(
                       R"({"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"%1"}}]},)"
                       R"("scopeSpans":[{"spans":[%2]}]})")
                .arg(service, spans);
        };
        const QString web = resource(
            QStringLiteral("web"),
            span("00000000000000a1", "", 2, "1795305600000000000", "1795305600100000000") + QLatin1Char(',') +
                span("00000000000000a2", "00000000000000a1", 3, "1795305600010000000",
                     "1795305600090000000"));
        const QString other = resource(callee, span("00000000000000b1", "00000000000000a2", 2,
                                                    "1795305600020000000", "1795305600080000000"));
        const bool open = out.open(QIODevice::WriteOnly);
        Q_ASSERT(open);
        out.write(QStringLiteral(R"({"resourceSpans":[%1,%2]})").arg(web, other).toUtf8());
        return path;
    }

    /// Opens and waits until every view shows it.
    [[nodiscard]] bool open(const QStringList& files) {
        m_window->open(files);
        return settle() && m_window->opener().capture();
    }
    [[nodiscard]] bool settle() {
        // Twice in a row: what one job finds may start the next.
        for (int quiet = 0; quiet < 2; ++quiet) {
            const bool rested = QTest::qWaitFor(
                [this] {
                    return !m_window->opener().isOpening() && views().isSettled() &&
                           !m_window->exporter().isBusy();
                },
                20'000);
            if (!rested) return false;
            QTest::qWait(10);
        }
        return true;
    }
    [[nodiscard]] EdgeId worstEdge() { return edgesByPain(views().capture()->graph()).front(); }

private:
    void make() {
        m_window = std::make_unique<MainWindow>(WindowParts{file(QStringLiteral("cache")).toStdString(),
                                                            std::make_shared<const FallbackEngine>(),
                                                            settingsFile(), sample(), QPalette()});
        m_window->workspace().setMotion(false);
        m_window->resize(1440, 900);
        m_window->show();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace hallway::test

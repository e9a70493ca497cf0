#include "gui/RunWindow.h"

#include "gui/Appearance.h"
#include "gui/MainWindow.h"
#include "gui/Translations.h"
#include "gui/WindowScreenshots.h"
#include "layout/GraphvizProcess.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace hallway {

namespace {

constexpr int noDisplay = 3;

bool hasDisplay() {
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

void say(const QString& sentence) { std::fprintf(stderr, "%s\n", qUtf8Printable(sentence)); }

/// Beside the installed program, or in the source tree while Hallway is being made; empty if there is none.
QString samplePath() {
    const QDir prefix(QCoreApplication::applicationDirPath() + QStringLiteral("/.."));
    for (const QString& path :
         {prefix.filePath(QStringLiteral(HALLWAY_SAMPLE_INSTALLED)), QStringLiteral(HALLWAY_SAMPLE_SOURCE)})
        if (QFileInfo(path).isFile()) return QDir::cleanPath(path);
    return {};
}

QStringList filesOf(const WindowRequest& request) {
    QStringList files;
    for (const std::string& file : request.files)
        files << QFile::decodeName(QByteArray::fromStdString(file));
    return files;
}

} // namespace

int runWindow(const WindowRequest& request, int& argc, char** argv) {
    if (request.screenshotFolder)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    else if (!hasDisplay()) {
        say(QStringLiteral(
            "There is no display for a window; \"hallway --screenshot FOLDER FILE\" draws it into files."));
        return noDisplay;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hallway"));
    QApplication::setApplicationDisplayName(QStringLiteral("Hallway"));
    QApplication::setApplicationVersion(QStringLiteral(HALLWAY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.hallway.Hallway"));
    const QPalette systemPalette = QApplication::palette();
    setUpLook(application);
    installTranslations(application,
                        request.language ? QString::fromStdString(*request.language) : QString());

    const bool draws = request.screenshotFolder.has_value();
    QStringList files = filesOf(request);
    if (draws && files.isEmpty()) files << samplePath();
    MainWindow window(
        {defaultCacheFolder(), std::make_shared<const GraphvizProcess>(layoutHelperCandidates()),
         draws ? QString() : settingsPath(), samplePath(), systemPalette, files, request.limits});
    using ThemeChoice = WindowRequest::ThemeChoice;
    if (request.theme != ThemeChoice::System) window.forceTheme(request.theme);
    if (request.size) window.resize(request.size->width, request.size->height);
    if (!draws) {
        window.show();
        return QApplication::exec();
    }
    WindowScreenshots screenshots(window,
                                  QFile::decodeName(QByteArray::fromStdString(*request.screenshotFolder)));
    QObject::connect(&screenshots, &WindowScreenshots::finished, &application,
                     [](int exitCode, const QString& sentence) {
                         if (!sentence.isEmpty()) say(sentence);
                         QApplication::exit(exitCode);
                     });
    window.show();
    return QApplication::exec();
}

} // namespace hallway

#include "cli/Drawing.h"

#include "cli/Terminal.h"
#include "report/PictureWords.h"

#include <charconv>
#include <cstdlib>
#include <cstring>

namespace hallway::cli {

namespace {

/// Now, or the time that reproducible builds and tests set.
Timestamp timeOfDrawing() {
    if (const char* const epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        std::int64_t seconds = 0;
        const char* const end = epoch + std::strlen(epoch);
        const auto parsed = std::from_chars(epoch, end, seconds);
        if (parsed.ec == std::errc() && parsed.ptr == end) return Timestamp(std::chrono::seconds(seconds));
    }
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

/// Qt's remarks about the desktop it runs on are nothing a person drawing a picture can act on.
void keepQuiet(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) say(message.toStdString());
}

} // namespace

OffscreenGui::OffscreenGui() {
    qInstallMessageHandler(keepQuiet);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QGuiApplication>(m_argumentCount, m_arguments);
}

void PictureOptions::addTo(Parser& parser) {
    parser.app()
        .add_option("-o,--output", target, "The file to write; its ending says the format")
        ->type_name("FILE");
    parser.addChoice<bool>("--theme", isDark, {{"light", false}, {"dark", true}}, "Light (default) or dark");
    parser.app()
        .add_option("--scale", scale, "Device pixels per pixel of a PNG, 1 to 4 (default 2)")
        ->check(CLI::Range(1.0, 4.0))
        ->type_name("N");
    parser.app().add_option("--title", title, "Title of the picture")->type_name("TEXT");
}

Theme PictureOptions::theme() const { return (isDark ? Theme::dark() : Theme::light()).forPictures(); }

PictureText PictureOptions::textFor(const Capture& capture) const {
    return {QString::fromStdString(title), QString(), QString::fromStdString(sourceFacts(capture)),
            QString::fromStdString(drawnBy(HALLWAY_VERSION, timeOfDrawing()))};
}

Error unknownEnding(const std::string& target, const std::string& endings) {
    return {ErrorCode::BadArgument, {"-o", target, "a file name that ends in " + endings}, std::nullopt};
}

ExitCode writePictureTo(const PictureOptions& options, const Picture& picture, PictureFormat format) {
    const Status written = writePicture(picture, options.target, format, options.scale);
    return written ? ExitCode::Fine : complain(written.error());
}

} // namespace hallway::cli

// Pictures without a window: a Qt that needs no display, the words every picture carries, and the file it
// becomes.
#pragma once

#include "cli/ExitCode.h"
#include "cli/Parser.h"
#include "common/PictureFile.h"
#include "common/PictureFrame.h"
#include "session/Capture.h"

#include <QGuiApplication>

#include <memory>
#include <optional>
#include <string>

namespace hallway::cli {

/// Must live while fonts are measured, graphs laid out and pictures drawn. One at a time.
class OffscreenGui {
public:
    OffscreenGui();

private:
    int m_argumentCount = 1;
    std::string m_name = "hallway";
    char* m_arguments[2] = {m_name.data(), nullptr}; ///< Qt keeps pointers to both
    std::unique_ptr<QGuiApplication> m_application;
};

/// -o, --theme, --scale, --title.
struct PictureOptions {
    std::string target;
    bool isDark = false;
    double scale = 2; ///< device px per px, of PNG
    std::string title;

    void addTo(Parser& parser);
    [[nodiscard]] Theme theme() const;
    /// Title if one was given, and the foot; facts are left to the painter.
    [[nodiscard]] PictureText textFor(const Capture& capture) const;
};

/// Error of the usage: the name's ending says no format of pictures.
[[nodiscard]] Error unknownEnding(const std::string& target, const std::string& endings);

[[nodiscard]] ExitCode writePictureTo(const PictureOptions& options, const Picture& picture,
                                      PictureFormat format);

} // namespace hallway::cli

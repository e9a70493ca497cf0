// Pictures as files: PNG, SVG and PDF from one drawing function.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>
#include <QString>

#include <filesystem>
#include <functional>
#include <optional>

class QPainter;

namespace hallway {

enum class PictureFormat { Png, Svg, Pdf };

/// By the end of the file name, any case.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const std::filesystem::path& path);

/// One painting of a known size. `paint` draws in px from (0, 0) to (size.width, size.height) and may be
/// called more than once. SVG knows no clipping: paint shortens instead.
struct Picture {
    QSizeF size;
    QString title; ///< goes into the file
    std::function<void(QPainter&)> paint;
};

/// `scale` 1 … 4 device px per px; reduced where the image would pass 16,384 px a side or 256 million px in
/// all.
[[nodiscard]] QImage paintImage(const Picture& picture, double scale);

/// The bytes of the file. `scale` matters to PNG only.
[[nodiscard]] QByteArray encodePicture(const Picture& picture, PictureFormat format, double scale = 2);

/// Written beside and renamed, so a failure leaves the old file. Error: FileUnwritable.
[[nodiscard]] Status writePicture(const Picture& picture, const std::filesystem::path& path,
                                  PictureFormat format, double scale = 2);

} // namespace hallway

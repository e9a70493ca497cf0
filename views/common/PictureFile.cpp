#include "common/PictureFile.h"

#include "common/Text.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QScreen>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {

constexpr double longestSide = 16'384; // px: what Qt's raster engine and image viewers still take
constexpr double mostPixels = 256e6;   // 1 GB of memory
constexpr double inchesPerMetre = 39.3701;
constexpr double pointsPerInch = 72;

/// Fonts are measured for this resolution; a device of another one would draw the text in other sizes.
int measuringDpi() {
    const QScreen* screen = QGuiApplication::primaryScreen();
    return screen != nullptr ? qRound(screen->logicalDotsPerInch()) : 96;
}

double possibleScale(QSizeF size, double wanted) {
    const double longest = std::max({size.width(), size.height(), 1.0});
    const double area = std::max(1.0, size.width() * size.height());
    return std::min({std::max(0.1, wanted), longestSide / longest, std::sqrt(mostPixels / area)});
}

void paintOn(QPaintDevice& device, const Picture& picture) {
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    picture.paint(painter);
}

void encodeSvg(const Picture& picture, QIODevice& out) {
    QSvgGenerator svg;
    svg.setOutputDevice(&out);
    svg.setResolution(measuringDpi());
    svg.setSize(QSize(static_cast<int>(std::ceil(picture.size.width())),
                      static_cast<int>(std::ceil(picture.size.height()))));
    svg.setViewBox(QRectF(QPointF(), picture.size));
    svg.setTitle(shownText(picture.title.toStdString()).toHtmlEscaped()); // it is written as it is
    paintOn(svg, picture);
}

void encodePdf(const Picture& picture, QIODevice& out) {
    const int dpi = measuringDpi();
    QPdfWriter pdf(&out);
    pdf.setResolution(dpi);
    pdf.setPageSize(
        QPageSize(picture.size * (pointsPerInch / dpi), QPageSize::Point, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(shownText(picture.title.toStdString()));
    pdf.setCreator(QStringLiteral("Hallway"));
    paintOn(pdf, picture);
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const std::filesystem::path& path) {
    const QString end = QString::fromStdString(path.extension().string()).toLower();
    if (end == u".png") return PictureFormat::Png;
    if (end == u".svg") return PictureFormat::Svg;
    if (end == u".pdf") return PictureFormat::Pdf;
    return std::nullopt;
}

QImage paintImage(const Picture& picture, double scale) {
    const double ratio = possibleScale(picture.size, scale);
    const QSizeF pixels = picture.size * ratio;
    QImage image(std::max(1, static_cast<int>(std::ceil(pixels.width()))),
                 std::max(1, static_cast<int>(std::ceil(pixels.height()))),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    const int dots = qRound(measuringDpi() * inchesPerMetre);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    image.fill(Qt::transparent);
    paintOn(image, picture);
    return image;
}

QByteArray encodePicture(const Picture& picture, PictureFormat format, double scale) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case PictureFormat::Png:
        paintImage(picture, scale).save(&buffer, "PNG");
        break;
    case PictureFormat::Svg:
        encodeSvg(picture, buffer);
        break;
    case PictureFormat::Pdf:
        encodePdf(picture, buffer);
        break;
    }
    return bytes;
}

Status writePicture(const Picture& picture, const std::filesystem::path& path, PictureFormat format,
                    double scale) {
    QSaveFile file(QString::fromStdString(path.string()));
    const QByteArray bytes = encodePicture(picture, format, scale);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileUnwritable, {path.string(), file.errorString().toStdString()});
    return {};
}

} // namespace hallway

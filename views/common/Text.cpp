#include "common/Text.h"

#include "base/FormatText.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace hallway {

namespace {

bool isDigit(QChar letter) { return letter >= u'0' && letter <= u'9'; }

/// Width of the widest digit; 0 if all are equally wide, so that figures can be drawn as any text.
double digitCell(const QFontMetricsF& metrics) {
    double least = metrics.horizontalAdvance(u'0');
    double most = least;
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        const double width = metrics.horizontalAdvance(QChar(digit));
        least = std::min(least, width);
        most = std::max(most, width);
    }
    return most - least < 0.01 ? 0 : most;
}

double startOf(double at, double width, TextAlign align) {
    switch (align) {
    case TextAlign::Left:
        return at;
    case TextAlign::Centre:
        return at - width / 2;
    case TextAlign::Right:
        return at - width;
    }
    return at;
}

/// Glyphs laid out before. False where the engine wants its text as text, or as paths, and in pictures: their
/// unhinted glyphs stand at fractions of a pixel, which a remembered line would round another way.
bool drawGlyphs(QPainter& painter, QPointF at, const Typeface& face, const Typeface::Line& line,
                const QColor& color) {
    const QPaintEngine* engine = painter.paintEngine();
    const bool unhinted = face.font().hintingPreference() == QFont::PreferNoHinting;
    if (engine == nullptr || engine->type() != QPaintEngine::Raster || unhinted) return false;
    painter.setPen(color);
    for (const QGlyphRun& run : line.glyphs)
        painter.drawGlyphRun(at, run);
    return true;
}

void drawRun(QPainter& painter, QPointF at, const QString& text, const QFont& font, const QColor& color) {
    const QPaintEngine* engine = painter.paintEngine();
    if (engine != nullptr && engine->type() == QPaintEngine::SVG) {
        QPainterPath path;
        path.addText(at, font, text);
        painter.fillPath(path, color);
        return;
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(at, text);
}

} // namespace

QString shownText(std::string_view utf8) {
    constexpr std::size_t most = 4096; // bytes: shaping a name of megabytes would take minutes
    const std::string safe = format::printable(utf8.substr(0, most));
    return QString::fromUtf8(safe.data(), static_cast<qsizetype>(safe.size()));
}

double textWidth(const QString& text, const QFont& font) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

double forFigures(const QString& text, const QFont& font,
                  const std::function<void(const QString&, double)>& each) {
    const QFontMetricsF metrics(font);
    const double cell = digitCell(metrics);
    if (cell == 0) {
        each(text, 0.0);
        return metrics.horizontalAdvance(text);
    }
    double offset = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (isDigit(text[i])) {
            const double width = metrics.horizontalAdvance(text[i]);
            each(text.mid(i, 1), offset + (cell - width) / 2);
            offset += cell;
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && !isDigit(text[end]))
            ++end;
        const QString run = text.mid(i, end - i);
        each(run, offset);
        offset += metrics.horizontalAdvance(run);
        i = end;
    }
    return offset;
}

double figuresWidth(const QString& text, const QFont& font) {
    return forFigures(text, font, [](const QString&, double) {});
}

double textWidth(const QString& text, const Typeface& face) { return face.line(text).width; }

double figuresWidth(const QString& text, const Typeface& face) { return face.figures(text).width; }

QString elided(const QString& text, const QFont& font, double width, Qt::TextElideMode mode) {
    return QFontMetricsF(font).elidedText(text, mode, std::max(0.0, width));
}

QString elided(const QString& text, const Typeface& face, double width, Qt::TextElideMode mode) {
    return face.elided(text, width, mode);
}

void drawText(QPainter& painter, QPointF at, const QString& text, const QFont& font, const QColor& color,
              TextAlign align) {
    if (align != TextAlign::Left) at.setX(startOf(at.x(), textWidth(text, font), align));
    drawRun(painter, at, text, font, color);
}

void drawText(QPainter& painter, QPointF at, const QString& text, const Typeface& face, const QColor& color,
              TextAlign align) {
    const Typeface::Line line = face.line(text);
    at.setX(startOf(at.x(), line.width, align));
    if (!drawGlyphs(painter, at, face, line, color)) drawRun(painter, at, text, face, color);
}

void drawFigures(QPainter& painter, QPointF at, const QString& text, const QFont& font, const QColor& color,
                 TextAlign align) {
    if (align != TextAlign::Left) at.setX(startOf(at.x(), figuresWidth(text, font), align));
    forFigures(text, font, [&](const QString& part, double offset) {
        drawRun(painter, at + QPointF(offset, 0), part, font, color);
    });
}

void drawFigures(QPainter& painter, QPointF at, const QString& text, const Typeface& face,
                 const QColor& color, TextAlign align) {
    const Typeface::Line line = face.figures(text);
    at.setX(startOf(at.x(), line.width, align));
    if (!drawGlyphs(painter, at, face, line, color)) drawFigures(painter, at, text, face.font(), color);
}

void drawHaloed(QPainter& painter, QPointF at, const QString& text, const QFont& font, const QColor& color,
                const QColor& ground, TextAlign align, double width) {
    at.setX(startOf(at.x(), textWidth(text, font), align));
    QPainterPath path;
    path.addText(at, font, text);
    painter.strokePath(path, QPen(ground, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawRun(painter, at, text, font, color);
}

} // namespace hallway

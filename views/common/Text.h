// Text as Hallway draws it: foreign names made safe, figures in cells of one width, halos over busy grounds.
// Every painter writes through here, because an SVG picture must hold its text as paths. What takes a
// Typeface is for text that is drawn again and again.
#pragma once

#include "common/Typeface.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <functional>
#include <string_view>

class QPainter;

namespace hallway {

enum class TextAlign { Left, Centre, Right };

/// A name out of a capture, fit to be shown: control characters and bidirectional overrides become U+FFFD;
/// what passes 4,096 bytes is left out.
[[nodiscard]] QString shownText(std::string_view utf8);

[[nodiscard]] double textWidth(const QString& text, const QFont& font); ///< px
/// Of figures as drawFigures() draws them: every digit as wide as the widest.
[[nodiscard]] double figuresWidth(const QString& text, const QFont& font);
[[nodiscard]] double textWidth(const QString& text, const Typeface& face);
[[nodiscard]] double figuresWidth(const QString& text, const Typeface& face);

/// The text, or as much of it as `width` px hold, with an ellipsis.
[[nodiscard]] QString elided(const QString& text, const QFont& font, double width,
                             Qt::TextElideMode mode = Qt::ElideRight);
[[nodiscard]] QString elided(const QString& text, const Typeface& face, double width,
                             Qt::TextElideMode mode = Qt::ElideRight);

/// `at` is the left end, middle or right end of the base line.
void drawText(QPainter& painter, QPointF at, const QString& text, const QFont& font, const QColor& color,
              TextAlign align = TextAlign::Left);
void drawText(QPainter& painter, QPointF at, const QString& text, const Typeface& face, const QColor& color,
              TextAlign align = TextAlign::Left);

/// Digits stand in cells of one width, so that figures do not dance and columns line up (Qt 6.4 cannot ask a
/// font for its tabular figures).
void drawFigures(QPainter& painter, QPointF at, const QString& text, const QFont& font, const QColor& color,
                 TextAlign align = TextAlign::Left);
void drawFigures(QPainter& painter, QPointF at, const QString& text, const Typeface& face,
                 const QColor& color, TextAlign align = TextAlign::Left);
/// How drawFigures() places its parts: `each(part, offset)` for every digit and every run without digits, in
/// px from the left end; returns the width of all.
double forFigures(const QString& text, const QFont& font,
                  const std::function<void(const QString&, double)>& each);

/// With a border of the ground's colour around the letters, `width` px in all.
void drawHaloed(QPainter& painter, QPointF at, const QString& text, const QFont& font, const QColor& color,
                const QColor& ground, TextAlign align = TextAlign::Left, double width = 3);

} // namespace hallway

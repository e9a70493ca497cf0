// A font that remembers how texts lie in it. Shaping a text costs several times what drawing its glyphs does,
// and a view draws the same names and figures frame after frame.
#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QList>
#include <QString>

#include <memory>

namespace hallway {

/// Copies share what they remember, so they belong to one thread; painters of other threads make their own.
class Typeface {
public:
    explicit Typeface(QFont font);

    [[nodiscard]] const QFont& font() const { return m_font; }
    operator const QFont&() const { return m_font; } // to measure it and to give it to widgets

    /// A shaped text, from the left end of its base line.
    struct Line {
        QList<QGlyphRun> glyphs;
        double width = 0; ///< px, what textWidth() or figuresWidth() say
    };
    [[nodiscard]] Line line(const QString& text) const;
    /// Digits in cells of one width, see drawFigures().
    [[nodiscard]] Line figures(const QString& text) const;
    /// See elided() of common/Text.h.
    [[nodiscard]] QString elided(const QString& text, double width, Qt::TextElideMode mode) const;

    /// In all texts it remembers: bounded, whatever it is given.
    [[nodiscard]] qsizetype lettersHeld() const;

private:
    struct Memory;
    QFont m_font;
    std::shared_ptr<Memory> m_memory;
};

} // namespace hallway

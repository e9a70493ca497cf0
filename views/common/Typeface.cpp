#include "common/Typeface.h"

#include "common/Text.h"

#include <QHash>
#include <QTextLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace hallway {

namespace {

constexpr qsizetype mostRemembered = 4096; // texts; a screen holds a few hundred
constexpr qsizetype longestRemembered =
    256; // letters; longer ones are rare and would weigh more than they save

struct Shortened {
    QString text;
    double width;
    Qt::TextElideMode mode;
    bool operator==(const Shortened&) const = default;
};

std::size_t qHash(const Shortened& key, std::size_t seed) {
    return qHashMulti(seed, key.text, key.width, static_cast<int>(key.mode));
}

qsizetype lettersOf(const QString& text) { return text.size(); }
qsizetype lettersOf(const Shortened& key) { return key.text.size(); }

/// What is remembered under the key, or else what `make` says, which is remembered unless it is long.
template <class Key, class Value, class Make>
Value remembered(QHash<Key, Value>& memory, const Key& key, Make make) {
    if (const auto known = memory.constFind(key); known != memory.cend()) return *known;
    Value value = make();
    if (lettersOf(key) > longestRemembered) return value;
    if (memory.size() >= mostRemembered) memory.clear();
    memory.insert(key, value);
    return value;
}

template <class Key, class Value>
qsizetype lettersIn(const QHash<Key, Value>& memory) {
    return std::accumulate(memory.keyBegin(), memory.keyEnd(), qsizetype(0),
                           [](qsizetype sum, const Key& key) { return sum + lettersOf(key); });
}

/// As QPainter::drawText shapes it, whose lines begin at the base line.
QList<QGlyphRun> shaped(const QString& text, const QFont& font) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid()) return {};
    QList<QGlyphRun> runs = line.glyphRuns();
    for (QGlyphRun& run : runs) {
        QList<QPointF> positions = run.positions();
        for (QPointF& position : positions)
            position.ry() -= line.ascent();
        run.setPositions(positions);
    }
    return runs;
}

/// Adds runs at an offset; runs of one font become one.
void append(QList<QGlyphRun>& runs, const QList<QGlyphRun>& more, double offset) {
    for (const QGlyphRun& run : more) {
        QList<QPointF> positions = run.positions();
        for (QPointF& position : positions)
            position.rx() += offset;
        const auto same = std::find_if(
            runs.begin(), runs.end(), [&](const QGlyphRun& held) { return held.rawFont() == run.rawFont(); });
        if (same == runs.end()) {
            runs.append(run);
            runs.last().setPositions(positions);
        } else {
            same->setGlyphIndexes(same->glyphIndexes() + run.glyphIndexes());
            same->setPositions(same->positions() + positions);
        }
    }
}

} // namespace

struct Typeface::Memory {
    QHash<QString, Line> lines, figures;
    QHash<Shortened, QString> elided;
};

Typeface::Typeface(QFont font) : m_font(std::move(font)), m_memory(std::make_shared<Memory>()) {}

Typeface::Line Typeface::line(const QString& text) const {
    return remembered(m_memory->lines, text, [&] {
        return Line{shaped(text, m_font), textWidth(text, m_font)};
    });
}

Typeface::Line Typeface::figures(const QString& text) const {
    return remembered(m_memory->figures, text, [&] {
        Line result;
        result.width = forFigures(text, m_font, [&](const QString& part, double offset) {
            append(result.glyphs, line(part).glyphs, offset);
        });
        return result;
    });
}

QString Typeface::elided(const QString& text, double width, Qt::TextElideMode mode) const {
    if (line(text).width <= width) return text;
    return remembered(m_memory->elided, Shortened{text, width, mode},
                      [&] { return hallway::elided(text, m_font, width, mode); });
}

qsizetype Typeface::lettersHeld() const {
    return lettersIn(m_memory->lines) + lettersIn(m_memory->figures) + lettersIn(m_memory->elided);
}

} // namespace hallway

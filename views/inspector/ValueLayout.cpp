#include "inspector/ValueLayout.h"

#include "common/Text.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace hallway {

namespace {

constexpr double inset = 12, indent = 12, columnGap = 12, lineRoom = 16, oneLineHeight = 22, padding = 4,
                 nameRoom = 15;
constexpr qsizetype mostLinesAtAll = 2'000;

struct WrappedLines {
    QStringList lines;
    std::vector<std::size_t> paragraphs; ///< by line: of the text
};

/// Wrapped at words, or anywhere in words that are longer than a line.
WrappedLines wrapped(const QString& text, const QFont& font, double width) {
    WrappedLines result;
    std::size_t number = 0;
    for (const QString& paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            result.lines << paragraph.mid(line.textStart(), line.textLength());
            result.paragraphs.push_back(number);
            if (result.lines.size() >= mostLinesAtAll) break;
        }
        layout.endLayout();
        if (result.lines.size() >= mostLinesAtAll) break;
        ++number;
    }
    return result;
}

QFont fontOf(const AttributeModel::Row& row, const Fonts& fonts) {
    if (!row.isText) return fonts.base;
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(fonts.hint.font().pointSizeF());
    return fixed;
}

} // namespace

ValueLayout valueLayoutOf(const AttributeModel::Row& row, const Fonts& fonts, double width, int mostLines) {
    const double scale = fonts.scale;
    ValueLayout result;
    result.left = (inset + row.depth * indent) * scale;
    result.right = std::max(result.left + 1, width - inset * scale);
    result.valueFont = fontOf(row, fonts);
    result.lineHeight = lineRoom * scale;
    const double room = result.right - result.left;
    const QFont& nameFont = row.kind == AttributeModel::Kind::Item ? fonts.strong : fonts.base;
    const bool isShort = row.value.size() < 200 && !row.value.contains(u'\n');
    if (isShort &&
        textWidth(row.name, nameFont) + columnGap * scale + figuresWidth(row.value, result.valueFont) <=
            room) {
        result.oneLine = true;
        result.lines = QStringList{row.value};
        result.height = oneLineHeight * scale;
        return result;
    }
    WrappedLines wrappedLines = wrapped(row.value, result.valueFont, room);
    result.lines = std::move(wrappedLines.lines);
    if (!row.softLines.empty())
        for (const std::size_t paragraph : wrappedLines.paragraphs)
            result.soft.push_back(paragraph < row.softLines.size() && row.softLines[paragraph]);
    if (mostLines > 0 && result.lines.size() > mostLines + 1) { // one line more costs no more than saying so
        result.hidden = result.lines.size() - mostLines;
        result.lines.resize(mostLines);
    }
    const double moreRoom = result.hidden > 0 ? result.lineHeight : 0;
    result.height = (2 * padding + nameRoom) * scale +
                    static_cast<double>(result.lines.size()) * result.lineHeight + moreRoom;
    return result;
}

} // namespace hallway

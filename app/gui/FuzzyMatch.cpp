#include "gui/FuzzyMatch.h"

#include <QString>

#include <algorithm>
#include <limits>
#include <vector>

namespace hallway {

namespace {

constexpr qsizetype mostLetters = 64, mostText = 256;
constexpr int perLetter = 4, atWordBegin = 10, afterAnother = 8, wholeBegin = 6;
constexpr int never = std::numeric_limits<int>::min() / 2;

QString lettersOf(QStringView query) {
    QString letters;
    for (const QChar c : query)
        if (!c.isSpace() && letters.size() < mostLetters) letters += c.toCaseFolded();
    return letters;
}

bool beginsWord(QStringView text, qsizetype at) {
    if (at == 0) return true;
    const QChar before = text[at - 1], here = text[at];
    return (!before.isLetterOrNumber() && here.isLetterOrNumber()) || (before.isLower() && here.isUpper());
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView text) {
    const QString letters = lettersOf(query);
    if (letters.isEmpty()) return FuzzyMatch{};
    text = text.left(mostText);
    const qsizetype wanted = letters.size(), length = text.size();
    if (wanted > length) return std::nullopt;

    // best[i][j]: the best score of the first i + 1 letters with letter i at j; from[i][j]: where letter i -
    // 1 stands then.
    const auto cells = static_cast<std::size_t>(wanted * length);
    std::vector<int> best(cells, never);
    std::vector<qsizetype> from(cells, -1);
    const auto cell = [length](qsizetype i, qsizetype j) { return static_cast<std::size_t>(i * length + j); };
    for (qsizetype i = 0; i < wanted; ++i) {
        int bestBefore = never; // of letter i - 1 at less than j - 1
        qsizetype bestAt = -1;
        for (qsizetype j = i; j < length; ++j) {
            if (i > 0 && j >= 2 && best[cell(i - 1, j - 2)] > bestBefore) {
                bestBefore = best[cell(i - 1, j - 2)];
                bestAt = j - 2;
            }
            if (text[j].toCaseFolded() != letters[i]) continue;
            const int own = perLetter + (beginsWord(text, j) ? atWordBegin : 0);
            if (i == 0) {
                best[cell(i, j)] = own + (j == 0 ? wholeBegin : 0);
                continue;
            }
            const int next = j > 0 ? best[cell(i - 1, j - 1)] : never;
            const bool adjoins = next > never && next + afterAnother >= bestBefore;
            const int before = adjoins ? next + afterAnother : bestBefore - 1;
            if (before <= never) continue;
            best[cell(i, j)] = before + own;
            from[cell(i, j)] = adjoins ? j - 1 : bestAt;
        }
    }
    const auto last = best.begin() + static_cast<std::ptrdiff_t>(cell(wanted - 1, 0));
    const auto winner = std::max_element(last, best.end());
    if (*winner <= never / 2) return std::nullopt;
    FuzzyMatch match;
    match.score = *winner - static_cast<int>(length / 8);
    qsizetype at = winner - last;
    for (qsizetype i = wanted - 1; i >= 0; --i) {
        match.at.prepend(at);
        at = from[cell(i, at)];
    }
    return match;
}

} // namespace hallway

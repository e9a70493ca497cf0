// Whether the letters of a query occur in a text in this order, and how well: "exwf" finds "Export
// waterfall".
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace hallway {

struct FuzzyMatch {
    int score = 0;         ///< more is better; comparable for one query only
    QList<qsizetype> at{}; ///< where in the text the letters stand, ascending
    bool operator==(const FuzzyMatch&) const = default;
};

/// Case is of no matter and spaces of the query are skipped. Begins of words and letters that follow one
/// another count more, gaps and long texts a little less. An empty query matches everything with score 0.
/// Looks at the first 64 letters of the query and 256 of the text. Any thread.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView text);

} // namespace hallway

// A finding as it is shown, its words made ready off the GUI thread.
#pragma once

#include "analysis/Differences.h"
#include "report/DifferenceWords.h"
#include "session/Capture.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <vector>

namespace hallway {

/// Texts from the capture are fit to be shown (format::printable).
struct DifferenceItem {
    QString what;    ///< the attribute or the fact: "service.version"
    QString where;   ///< whose: "callee", "inside payments"; empty: of the call as a whole
    QString value;   ///< "2.4.0", "from 1,200", "none"
    SplitCount with; ///< calls that have it
    SplitCount all;  ///< that were compared
    double p = 1;    ///< corrected
    QString also;    ///< what splits the calls alike, the first three; empty: nothing
    QString alsoAll; ///< a line for each, at most 40
    /// Of the filter language, in braces where it is about a span inside the call; empty: it cannot be asked.
    QString condition;
    bool operator==(const DifferenceItem&) const = default;
};

[[nodiscard]] std::vector<DifferenceItem> differenceItems(const Differences& differences,
                                                          const Capture& capture, const ComparedEnds& ends);

/// "94.0 % of 566"
[[nodiscard]] QString shareText(std::uint64_t with, std::uint64_t all);
/// "beyond chance" and how sure that is: "p < 0.001".
[[nodiscard]] QString certaintyText(double p);
/// The whole row as a sentence, for screen readers and for copying.
[[nodiscard]] QString sentenceOf(const DifferenceItem& item);

} // namespace hallway

Q_DECLARE_METATYPE(hallway::DifferenceItem)

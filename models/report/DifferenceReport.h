// The texts of `hallway differences`.
#pragma once

#include "analysis/CallSource.h"
#include "analysis/Subset.h"
#include "report/DifferenceWords.h"
#include "session/Capture.h"

#include <string>

namespace hallway {

struct DifferenceReport {
    std::string source;   ///< whose calls: "requests", "web → cart", …
    std::string selected; ///< which of them: "failed", "slower than 250 ms", …
    std::string others;   ///< "" = the rest
    ComparedEnds ends;
    Differences differences;
};

/// "hallway.differences/1"
[[nodiscard]] std::string differencesJson(const Capture& capture, const DifferenceReport& report,
                                          const Subset& subset = {});
/// One row a finding.
[[nodiscard]] std::string differencesCsv(const Capture& capture, const DifferenceReport& report);
/// The same for people, with a line about what was compared; a sentence where there is nothing to show.
[[nodiscard]] std::string differencesTable(const Capture& capture, const DifferenceReport& report);

/// The nodes at the ends of a source's calls.
[[nodiscard]] ComparedEnds endsOf(const CallSource& source, const CallTable& calls);

} // namespace hallway

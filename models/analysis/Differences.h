// What is different about some calls: by which attributes and facts the selected calls differ most from the
// others.
//
// A value counts for a call on which it stands. Its effect is the share of the selected calls that have it
// less the share of the others. It is found different if all of this holds:
//   - chance: Fisher's exact test, two-sided, after Holm's correction over all values tested, gives p ≤ 0.01.
//   Calls of
//     one trace share their causes, so the test counts one selected call of each trace and one of the others,
//     the first of each; only where either side has fewer than five traces does it count every call (see
//     TestedUnit). Tested is every value that at least five of these have and at least one has not: a choice
//     that does not depend on which calls are selected, as the correction demands;
//   - support: at least 5 of the selected calls and 5 % of them have it (where it is rarer among the
//   selected: of the
//     others);
//   - effect: the shares are at least five hundredths apart. A call that does more inside has more spans
//   there, and so
//     sooner one with any given value; therefore among the spans of the service, too, those with the value
//     must be five hundredths apart, in the same direction.
// Of a dimension a call has one value of, the values more frequent among the selected are named, and of these
// the one with the greatest effect: the others lose what it wins. A dimension is a row; rows whose values
// split the calls nearly alike (|φ| ≥ 0.9, the correlation of having the one with having the other) are one
// finding.
#pragma once

#include "analysis/ComparedCalls.h"
#include "analysis/ValueColumn.h"
#include "base/Cancellation.h"

#include <cstdint>
#include <map>
#include <vector>

namespace hallway {

struct DifferenceRules {
    double level = 0.01;
    double leastEffect = 0.05;
    double leastShare = 0.05;
    std::uint64_t leastCalls = 5; ///< also of those a test counts, and of each side
    double sameSplit = 0.9;
    std::size_t mostFindings = 100;
    std::size_t mostValues = 8; ///< of a finding's dimension
};

struct ComparedValue {
    ValueLabel label;
    SplitCount calls;        ///< that have it
    double effect = 0;       ///< −1 … 1; over 0: more frequent among the selected
    std::optional<double> p; ///< corrected; none where too few or all calls have it: then it is no finding
    bool operator==(const ComparedValue&) const = default;
};

/// Another dimension that splits the calls nearly like the finding's.
struct SameSplit {
    Dimension dimension;
    ComparedValue value;
    bool operator==(const SameSplit&) const = default;
};

struct Difference {
    Dimension dimension;
    ComparedValue value;
    std::vector<SameSplit> also;
    std::vector<ComparedValue> values; ///< the dimension's most frequent ones, at most mostValues; of one
                                       ///< with ranges each range
    bool operator==(const Difference&) const = default;
};

enum class NotCompared : std::uint8_t {
    Unique,  ///< nearly every value is another one: ids
    TooMany, ///< more values than are kept (ValueTally::mostTexts)
    Several, ///< many numbers, several on one call
};
struct LeftOut {
    Dimension dimension;
    NotCompared why = NotCompared::Unique;
    bool operator==(const LeftOut&) const = default;
};

/// What a test counts.
enum class TestedUnit : std::uint8_t { Trace, Call };

struct Differences {
    SplitCount calls;  ///< all that were compared
    SplitCount tested; ///< of these the ones a test counts
    TestedUnit unit = TestedUnit::Trace;
    bool enough = false; ///< both sides have at least leastCalls; else nothing was tested
    std::uint64_t dimensions = 0, tests = 0;
    std::uint64_t keysLeftOut = 0;    ///< beyond ValueTally::mostKeys
    std::vector<Difference> findings; ///< the greatest effect first
    std::vector<LeftOut> leftOut;     ///< by dimension
    bool operator==(const Differences&) const = default;
};

/// Column by column, then finish(). Pure; one thread.
class DifferenceFinder {
public:
    /// The calls must outlive it. `inside`: all their inner spans.
    DifferenceFinder(const ComparedCalls& calls, const std::vector<InnerSpan>& inside, const SpanTable& spans,
                     const DifferenceRules& rules = {});

    [[nodiscard]] bool enough() const { return m_result.enough; }
    void add(const ValueColumn& column);
    /// Of an attribute; leaves out ids.
    void add(TalliedKey key);
    [[nodiscard]] Differences finish();

private:
    struct Candidate {
        std::size_t test = 0; ///< into m_p
        std::uint32_t first = 0, last = 0;
        bool absent = false;
        ComparedValue value;
    };
    /// A dimension with a value that may be found different.
    struct Row {
        Difference finding;
        std::size_t test = 0;
        std::vector<std::size_t> valueTests; ///< of finding.values
        std::vector<std::uint64_t> calls;    ///< a bit for each call that has the value
        std::uint64_t callCount = 0;
    };
    struct Counts {
        SplitCount calls, tested, spans;
    };
    [[nodiscard]] std::vector<Counts> countsOf(const ValueColumn& column) const;
    /// Of inner values: that the spans differ, too.
    [[nodiscard]] bool spansDiffer(const Dimension& dimension, const Counts& counts, double effect) const;
    [[nodiscard]] Candidate weigh(const Counts& counts, const ValueLabel& label);
    [[nodiscard]] bool mayBeShown(const Candidate& candidate, bool hasSeveral) const;
    void keep(const ValueColumn& column, const std::vector<Candidate>& values, const Candidate& best);
    [[nodiscard]] bool sameSplit(const Row& a, const Row& b) const;

    const ComparedCalls& m_calls;
    DifferenceRules m_rules;
    std::vector<bool> m_isUnit;
    std::map<NodeId, SplitCount> m_innerSpans;
    std::vector<double> m_p;
    std::vector<Row> m_rows;
    Differences m_result;
};

} // namespace hallway

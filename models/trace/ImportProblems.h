// What was wrong with an input and how often: counted, with the first example, and the import went on.
#pragma once

#include "base/Error.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// The words of `hallway … --format json` are stable; docs/problems.md lists them.
// clang-format off
#define HALLWAY_PROBLEMS(X) \
    X(BrokenRecord, "broken-record") X(TruncatedFile, "truncated-file") X(InvalidUtf8, "invalid-utf8") \
    X(UnknownRecord, "unknown-record") X(SkippedSignal, "skipped-signal") X(EmptyTraceId, "empty-trace-id") \
    X(EmptySpanId, "empty-span-id") X(OpaqueId, "opaque-id") X(InvalidTime, "invalid-time") \
    X(UnfinishedSpan, "unfinished-span") X(NegativeDuration, "negative-duration") X(MissingStart, "missing-start") \
    X(RescaledTimes, "rescaled-times") X(UnknownKind, "unknown-kind") X(UnknownStatus, "unknown-status") \
    X(DuplicateAttribute, "duplicate-attribute") X(InvalidAttribute, "invalid-attribute") \
    X(TruncatedValue, "truncated-value") X(DeepNesting, "deep-nesting") X(MissingService, "missing-service") \
    X(ServiceNameType, "service-name-type") X(DroppedData, "dropped-data") X(MissingProcess, "missing-process") \
    X(InvalidLink, "invalid-link") X(PartialTrace, "partial-trace") X(ProducerWarning, "producer-warning") \
    X(SelfParent, "self-parent") X(ParentCycle, "parent-cycle") X(IdCollision, "id-collision") \
    X(UnreadableFile, "unreadable-file")
// clang-format on

enum class ProblemCode : std::uint8_t {
#define HALLWAY_PROBLEM_ENUM(name, text) name,
    HALLWAY_PROBLEMS(HALLWAY_PROBLEM_ENUM)
#undef HALLWAY_PROBLEM_ENUM
        Count
};

/// The stable word of a code.
[[nodiscard]] std::string_view wordOf(ProblemCode code);

struct Problem {
    ProblemCode code{};
    std::uint64_t count = 0;
    std::optional<FilePosition> position; ///< of the first one
    std::string detail; ///< of the first one: a plain English clause, e.g. `span "GET /" has kind 99`
    bool operator==(const Problem&) const = default;
};

/// One per source. Not thread-safe.
class ImportProblems {
public:
    void add(ProblemCode code, std::optional<FilePosition> position, std::string_view detail,
             std::uint64_t count = 1);
    /// Adds what was counted elsewhere in the same file. Of two first examples that stand somewhere the
    /// earlier one stays.
    void merge(ImportProblems others);
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    /// In the order of ProblemCode, only those that happened.
    [[nodiscard]] std::vector<Problem> list() const;
    [[nodiscard]] std::uint64_t count(ProblemCode code) const;
    /// True before the first of its code: a caller may save making the detail.
    [[nodiscard]] bool isNew(ProblemCode code) const { return count(code) == 0; }

private:
    std::array<Problem, static_cast<std::size_t>(ProblemCode::Count)> m_problems{};
    bool m_isEmpty = true;
};

} // namespace hallway

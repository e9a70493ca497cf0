// Exceptions grouped by type and kind of message.
#pragma once

#include "trace/ExceptionEvent.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hallway {

/// Exceptions of one type whose messages have one shape (messageShape()).
struct ExceptionGroup {
    std::string type, shape;         ///< "" where the export says nothing
    std::string message, stackTrace; ///< of one of them, whole up to mostText bytes
    std::uint64_t count = 0;
    std::uint64_t inFailed = 0; ///< of spans that failed (an exception alone is no failure: rule 22)
    std::vector<std::pair<NodeId, std::uint64_t>> services; ///< most first
    Timestamp first, last;         ///< of the events, where the event has no time of their spans
    std::vector<SpanRow> examples; ///< by time; at most mostExamples, those read first
    bool isRest = false;           ///< of several messages, beyond the first mostGroups groups
    bool operator==(const ExceptionGroup&) const = default;

    static constexpr std::size_t mostExamples = 100, mostText = 64 * 1024, mostGroups = 5'000;
};

struct ExceptionReport {
    std::vector<ExceptionGroup> groups; ///< most first
    std::uint64_t exceptions = 0;
    bool operator==(const ExceptionReport&) const = default;
};

/// Takes exceptions one by one. Memory is bounded by the number of groups: beyond mostGroups, further
/// messages share one group a type, and beyond twice as many, further types share one.
class ExceptionCollector {
public:
    explicit ExceptionCollector(const SpanTable& spans) : m_spans(spans) {}

    /// `span`: the row of event.span.
    void add(const ExceptionEvent& event, SpanRow span);
    [[nodiscard]] ExceptionReport take();

private:
    struct Gathered {
        ExceptionGroup group;
        std::unordered_map<NodeId, std::uint64_t> services;
    };
    [[nodiscard]] Gathered& groupOf(const ExceptionEvent& event);

    const SpanTable& m_spans;
    std::map<std::pair<std::string, std::string>, Gathered> m_groups; ///< by type and shape
    std::map<std::string, Gathered> m_rest;                           ///< by type
    std::uint64_t m_count = 0;
};

} // namespace hallway

// Random traces for property tests: small numbers, so that ties, overlaps and orphaned time happen often.
#pragma once

#include "support/SpanTableBuilder.h"

#include <rapidcheck.h>

#include <array>
#include <vector>

namespace hallway::test {

/// Up to `maximum` spans, the parent of each before it; children may begin before and end after their
/// parents.
inline std::vector<TestSpan> randomTrace(std::uint64_t maximum = 40) {
    static constexpr std::array<SpanKind, 4> kinds{SpanKind::Internal, SpanKind::Server, SpanKind::Producer,
                                                   SpanKind::Consumer};
    static constexpr std::array<std::string_view, 3> hosts{"", "a", "b"};
    std::vector<TestSpan> trace;
    const auto count = *rc::gen::inRange<std::uint64_t>(1, maximum + 1);
    for (std::uint64_t id = 1; id <= count; ++id) {
        TestSpan span;
        span.id = id;
        span.parent = *rc::gen::inRange<std::uint64_t>(0, id);
        span.start = *rc::gen::inRange<std::int64_t>(0, 60);
        span.end = span.start + *rc::gen::inRange<std::int64_t>(-2, 60);
        span.kind = kinds[*rc::gen::inRange<std::size_t>(0, kinds.size())];
        span.host = hosts[*rc::gen::inRange<std::size_t>(0, hosts.size())];
        span.flags.set(SpanFlag::Unfinished, *rc::gen::inRange(0, 10) == 0);
        trace.push_back(span);
    }
    return trace;
}

inline SpanTable tableOf(const std::vector<TestSpan>& trace) {
    SpanTableBuilder builder;
    for (const TestSpan& span : trace)
        builder.add(span);
    return builder.build();
}

} // namespace hallway::test

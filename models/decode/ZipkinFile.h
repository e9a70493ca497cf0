// All spans of a Zipkin file: each says everything of itself, a trace id perhaps excepted.
#pragma once

#include "decode/OtlpBlocks.h"

namespace hallway {

/// Gives spans without a trace id one each.
class ZipkinFile final : public SpanBlock {
public:
    /// `problems`: the walking thread's.
    ZipkinFile(const StringPool& strings, RecordProblems& problems)
        : m_problems(problems), m_traces(strings, problems) {}

    [[nodiscard]] bool isClosed() const override { return true; }
    void complete(SpanRecord& span, const LooseSpan& loose, const SpanSlice& slice) override {
        m_problems.setPosition(slice.position);
        m_traces.give(span, slice.position.offset, loose.hash);
    }

private:
    RecordProblems& m_problems;
    SyntheticTraces m_traces;
};

} // namespace hallway

// What the spans of rows have in common: nothing. Each row stands for itself.
#pragma once

#include "decode/OtlpBlocks.h"

namespace hallway {

/// Gives a span without a trace id a trace of its own.
class RowBlock final : public SpanBlock {
public:
    /// Of the walking thread.
    RowBlock(const StringPool& strings, RecordProblems& problems)
        : m_problems(problems), m_traces(strings, problems) {}

    [[nodiscard]] bool isClosed() const override { return true; }
    void complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) override {
        m_problems.setPosition(slice.position);
        m_traces.give(record, slice.position.offset, loose.hash);
    }

private:
    RecordProblems& m_problems;
    SyntheticTraces m_traces;
};

} // namespace hallway

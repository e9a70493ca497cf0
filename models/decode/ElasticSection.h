// Some lines of Elastic APM's intake that belong together, and the transactions among them: spans may say
// only how long after their transaction they began.
#pragma once

#include "decode/Decoder.h"
#include "decode/OtlpBlocks.h"

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace hallway {

class ElasticSection final : public SpanBlock {
public:
    /// Spans also find transactions of the sections next to theirs.
    ElasticSection(DecodeContext& context, SyntheticTraces& traces, RecordProblems& problems)
        : m_context(context), m_traces(traces), m_problems(problems) {}

    void addTransaction(const SpanId& id, Timestamp start) { m_own->starts.try_emplace(id.value, start); }
    /// The section that follows when all lines of this one were seen.
    [[nodiscard]] std::shared_ptr<ElasticSection> next();

    [[nodiscard]] bool isClosed() const override { return m_next && m_next->isWhole; }
    void complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) override;

private:
    struct Transactions {
        std::unordered_map<std::uint64_t, Timestamp> starts; ///< by the value of the id
        bool isWhole = false;                                ///< the section's lines were all seen
    };

    [[nodiscard]] Timestamp startOf(const SpanId& transaction) const;
    void startWithin(SpanRecord& record, const SpanId& transaction);

    DecodeContext& m_context;
    SyntheticTraces& m_traces;
    RecordProblems& m_problems;
    std::shared_ptr<Transactions> m_before, m_own = std::make_shared<Transactions>(), m_next;
};

} // namespace hallway

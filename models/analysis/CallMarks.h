// What is known of a call once the calls of its trace are known: failures and retries (calls.md rules 20 to
// 24). Private to this room.
#pragma once

#include "analysis/CallWork.h"

#include <initializer_list>
#include <vector>

namespace hallway {

/// Rule 22 for calls, `strict`, rule 20's flag; says so to the entry that a failed call leaves (rule 23).
void markFailure(CallDraft& call, CallWork& work);
/// Rule 23, when all failures are marked.
void markOrigin(CallDraft& call, const CallWork& work);

/// Rule 24 (i), (iii), (iv) for the calls of one trace after the other. Failures must be marked.
class RetryMarks {
public:
    RetryMarks(const CallWork& work, std::vector<CallDraft>& calls) : m_work(work), m_calls(calls) {}
    /// Calls [first, end).
    struct Part {
        std::size_t first = 0, end = 0;
    };
    /// `parts` = all calls of the trace.
    void mark(std::initializer_list<Part> parts);

private:
    /// The siblings of an orphan are the orphans of the same absent parent.
    struct Attempt {
        SpanRow parent; ///< invalid = absent
        SpanId absent;
        NodeId callee;
        CallClass callClass;
        StringId name;
        std::uint32_t detail; ///< SpanFacts::operation
        SpanRow span;
        std::size_t call;
    };
    [[nodiscard]] static auto operation(const Attempt& attempt);
    void addAttempt(std::size_t call);
    void markRepeats();

    const CallWork& m_work;
    std::vector<CallDraft>& m_calls;
    std::vector<Attempt> m_attempts; ///< of the trace
};

} // namespace hallway

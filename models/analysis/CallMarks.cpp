#include "analysis/CallMarks.h"

#include <algorithm>
#include <tuple>

namespace hallway {

void markFailures(CallWork& work) {
    const SpanTable& spans = work.spans();
    for (CallDraft& call : work.drafts) {
        const bool hasClient = call.has(CallFlag::ClientSide);
        const FailureKind client = hasClient ? work.raw(call.client).failure : FailureKind::None;
        const FailureKind server = call.server.valid() ? work.raw(call.server).failure : FailureKind::None;
        call.failure = client != FailureKind::None ? client : server;
        if (call.failure != FailureKind::None) call.set(CallFlag::Failed);
        if ((hasClient && spans.status(call.client) == SpanStatus::Error) ||
            (call.server.valid() && spans.status(call.server) == SpanStatus::Error))
            call.set(CallFlag::StrictFailed);
        if (call.callClass != CallClass::Messaging && hasClient && call.server.valid() &&
            spans.hasDuration(call.client) && spans.hasDuration(call.server) &&
            spans.duration(call.client) < spans.duration(call.server))
            call.set(CallFlag::ServerOutlivesClient);
    }
}

void markOrigins(CallWork& work, const std::vector<SpanRow>& entryOf) {
    std::vector<bool> failedCallLeaves(work.spans().size(), false); // by entry
    for (const CallDraft& call : work.drafts)
        if (call.has(CallFlag::Failed) && call.leaving.valid())
            failedCallLeaves[entryOf[call.leaving.index()].index()] = true;
    for (CallDraft& call : work.drafts)
        if (call.has(CallFlag::Failed) && !(call.server.valid() && failedCallLeaves[call.server.index()]))
            call.set(CallFlag::FailedHere);
}

void markRetries(CallWork& work) {
    // The siblings of an orphan are the orphans of the same absent parent.
    struct Parent {
        SpanRow row;
        std::uint32_t trace = 0;
        SpanId absent;
        [[nodiscard]] auto key() const { return std::tie(row, trace, absent.opaque, absent.value); }
        bool operator==(const Parent& other) const { return key() == other.key(); }
        bool operator<(const Parent& other) const { return key() < other.key(); }
    };
    struct Attempt {
        Parent parent;
        NodeId callee;
        CallClass callClass;
        std::uint64_t operation;
        Timestamp start;
        SpanRow span;
        std::size_t draft;
    };
    std::vector<Attempt> attempts;
    for (std::size_t i = 0; i < work.drafts.size(); ++i) {
        CallDraft& call = work.drafts[i];
        const bool hasClient = call.has(CallFlag::ClientSide);
        if ((hasClient && (work.raw(call.client).isResend || work.raw(call.client).isRedelivery)) ||
            (call.server.valid() && (work.raw(call.server).isResend || work.raw(call.server).isRedelivery)))
            call.set(CallFlag::Retry);
        if (call.callClass == CallClass::Messaging || call.has(CallFlag::ExtraAttempt)) continue;
        const SpanRow span = hasClient ? call.client : call.server;
        Parent parent{work.parent(span), 0, {}};
        if (work.spans().flags[span.index()].has(SpanFlag::Orphan))
            parent = {{}, work.raw(span).trace, work.raw(span).parentId()};
        else if (!parent.row.valid())
            continue;
        attempts.push_back({parent, call.callee, call.callClass, work.raw(span).operation,
                            work.spans().start[span.index()], span, i});
    }
    const auto operation = [](const Attempt& a) {
        return std::tie(a.parent, a.callee, a.callClass, a.operation);
    };
    // Rows of a trace are sorted by (start, id), so the row decides equal starts.
    std::sort(attempts.begin(), attempts.end(), [&](const Attempt& a, const Attempt& b) {
        return std::tuple_cat(operation(a), std::tie(a.start, a.span)) <
               std::tuple_cat(operation(b), std::tie(b.start, b.span));
    });
    for (std::size_t i = 1; i < attempts.size(); ++i) {
        const Attempt &before = attempts[i - 1], &now = attempts[i];
        if (operation(before) != operation(now) || !work.drafts[before.draft].has(CallFlag::Failed)) continue;
        if (!work.spans().flags[before.span.index()].has(SpanFlag::Unfinished) &&
            now.start >= work.spans().end[before.span.index()])
            work.drafts[now.draft].set(CallFlag::Retry);
    }
}

Delivery deliveryOf(const CallDraft& call, const SpanTable& spans) {
    if (call.callClass != CallClass::Messaging || !call.has(CallFlag::ClientSide) || !call.server.valid() ||
        !spans.hasDuration(call.client) || !spans.hasDuration(call.server))
        return {};
    const Timestamp arrival = call.arrival.value_or(spans.start[call.server.index()]);
    if (arrival >= spans.end[call.client.index()]) return {arrival - spans.end[call.client.index()], false};
    if (arrival >= spans.start[call.client.index()])
        return {arrival - spans.start[call.client.index()], false};
    return {std::nullopt, true};
}

} // namespace hallway

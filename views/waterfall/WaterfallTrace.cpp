#include "waterfall/WaterfallTrace.h"

#include "common/Text.h"
#include "common/Theme.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <map>

namespace hallway {
namespace {

/// Gives equal keys equal indices and builds the text of each only once.
template <class Key, class Value>
class Distinct {
public:
    explicit Distinct(std::vector<Value>& values) : m_values(&values) {}
    template <class Make>
    std::uint32_t indexOf(Key key, const Make& make) {
        const auto [found, isNew] = m_index.try_emplace(key, static_cast<std::uint32_t>(m_values->size()));
        if (isNew) {
            m_values->push_back(make());
        }
        return found->second;
    }

private:
    std::vector<Value>* m_values;
    std::map<Key, std::uint32_t> m_index;
};

/// Of the trace's spans, by offset from its first row: the virtual node a span calls, and whether it is a
/// retry.
struct CallFacts {
    std::vector<NodeId> peer;
    std::vector<bool> retry;
};

CallFacts callFactsOf(const TraceEntry& entry, const CallTable& calls) {
    CallFacts facts{std::vector<NodeId>(entry.spanCount), std::vector<bool>(entry.spanCount)};
    const auto offsetOf = [&](SpanRow row) -> std::optional<std::size_t> {
        if (!row.valid() || row.value() < entry.firstSpan ||
            row.value() - entry.firstSpan >= entry.spanCount) {
            return std::nullopt;
        }
        return row.value() - entry.firstSpan;
    };
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const auto client = offsetOf(calls.client[i]);
        const auto server = offsetOf(calls.server[i]);
        if (!client && !server) {
            continue;
        }
        const CallRow call(i);
        if (calls.has(call, CallFlag::Retry)) {
            facts.retry[client ? *client : *server] = true;
        }
        if (client && !calls.server[i].valid()) {
            facts.peer[*client] = calls.edges[calls.edgeOf(call).index()].callee;
        }
    }
    return facts;
}

class Builder {
public:
    Builder(const SpanTree& tree, const SpanTable& spans, const CallTable& calls, const StringPool& strings)
        : m_tree(tree), m_spans(spans), m_calls(calls), m_strings(strings) {}

    WaterfallTrace build(ClockMode clocks, std::span<const SpanMarks> marks) {
        const TraceEntry& entry = m_spans.traces[m_tree.trace.index()];
        m_trace.trace = m_tree.trace;
        m_trace.id = QString::fromStdString(textOf(entry.id, m_strings));
        m_trace.start = m_tree.start;
        m_trace.clocks = clocks;
        m_trace.firstRow = m_tree.firstRow;
        m_trace.indexOfRow = m_tree.indexOfRow;
        m_trace.spans.reserve(m_tree.spans.size());
        const CallFacts facts = callFactsOf(entry, m_calls);
        for (const TreeSpan& placed : m_tree.spans) {
            addSpan(placed, facts, entry.firstSpan);
        }
        setFailures();
        closeOpenEnds();
        addSelfTimes();
        setRetries(facts, entry.firstSpan);
        addMarks(marks);
        addPath();
        for (const SkewShift& shift : m_tree.shifts) {
            if (shift.applied) {
                m_trace.spans[shift.span].skew = shift.delta;
            }
        }
        m_trace.duration = m_tree.end - m_tree.start;
        for (const WaterfallSpan& span : m_trace.spans) {
            m_trace.duration = std::max(m_trace.duration, span.end);
        }
        // Half of what a duration can hold, so that margins and steps of the view never overflow: 146 years.
        m_trace.duration = std::min(m_trace.duration, Duration::max() / 2);
        return std::move(m_trace);
    }

private:
    void addSpan(const TreeSpan& placed, const CallFacts& facts, std::uint32_t firstRow) {
        const SpanFlags flags = m_spans.flags[placed.row.index()];
        const NodeId node = m_spans.node[placed.row.index()];
        const StringId name = m_spans.name[placed.row.index()];
        const NodeId peer = facts.peer[placed.row.value() - firstRow];
        WaterfallSpan span;
        span.row = placed.row;
        span.parent = placed.parent;
        span.depth = placed.depth;
        span.subtreeSize = placed.subtreeSize;
        span.childCount = placed.childCount;
        span.service = m_services.indexOf(node, [&] { return serviceOf(node); });
        span.operation = m_operations.indexOf(std::pair(name, peer), [&] {
            const QString text = shownText(m_strings.text(name));
            return peer.valid() ? text + QStringLiteral("  ") + shownText(m_calls.nodes[peer.index()].label)
                                : text;
        });
        span.start = placed.start - m_tree.start;
        span.end = placed.end - m_tree.start;
        span.failure = flags.has(SpanFlag::Failed) ? SpanFailure::StartsHere : SpanFailure::None;
        span.unfinished = flags.has(SpanFlag::Unfinished);
        span.negative = flags.has(SpanFlag::NegativeDuration);
        span.orphan = flags.has(SpanFlag::Orphan);
        span.hasLinks = flags.has(SpanFlag::HasLinks);
        m_trace.spans.push_back(std::move(span));
    }

    WaterfallService serviceOf(NodeId id) const {
        if (!id.valid() || id.index() >= m_calls.nodes.size()) {
            return {};
        }
        const Node& node = m_calls.nodes[id.index()];
        return {shownText(node.label),
                static_cast<std::uint32_t>(serviceColorIndex(node.nameSpace, node.name))};
    }

    // Pre-order backwards: every span is settled before its parent is looked at.
    void setFailures() {
        auto& spans = m_trace.spans;
        for (std::size_t i = spans.size(); i-- > 0;) {
            WaterfallSpan& span = spans[i];
            if (span.failure == SpanFailure::StartsHere) {
                ++span.failuresBelow;
                ++m_trace.failureOrigins;
            }
            if (span.parent == TreeSpan::none) {
                continue;
            }
            WaterfallSpan& parent = spans[span.parent];
            parent.failuresBelow += span.failuresBelow;
            if (span.failure != SpanFailure::None && parent.failure != SpanFailure::None) {
                parent.failure = SpanFailure::PassedOn;
            }
        }
    }

    // A span without an end lasted at least as long as what it called.
    void closeOpenEnds() {
        auto& spans = m_trace.spans;
        std::vector<Duration> latest(spans.size());
        for (std::size_t i = spans.size(); i-- > 0;) {
            WaterfallSpan& span = spans[i];
            span.end = std::max(span.end, span.start);
            latest[i] = std::max(latest[i], span.end);
            if (!span.hasDuration()) {
                span.end = latest[i];
            }
            if (span.parent != TreeSpan::none) {
                latest[span.parent] = std::max(latest[span.parent], latest[i]);
            }
        }
    }

    // Of each parent: the stretches in which no child runs (calls.md 2.4).
    void addSelfTimes() {
        auto& spans = m_trace.spans;
        std::vector<std::uint32_t> first(spans.size() + 1);
        for (const WaterfallSpan& span : spans) {
            if (span.parent != TreeSpan::none) {
                ++first[span.parent + 1];
            }
        }
        for (std::size_t i = 1; i < first.size(); ++i) {
            first[i] += first[i - 1];
        }
        std::vector<std::uint32_t> children(first.back());
        std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
        for (std::uint32_t i = 0; i < spans.size(); ++i) {
            if (spans[i].parent != TreeSpan::none) {
                children[next[spans[i].parent]++] = i;
            }
        }
        const auto startsEarlier = [&](std::uint32_t a, std::uint32_t b) {
            return spans[a].start < spans[b].start;
        };
        for (std::size_t i = 0; i < spans.size(); ++i) {
            WaterfallSpan& parent = spans[i];
            if (first[i] == first[i + 1]) {
                continue;
            }
            const std::span own(children.data() + first[i], first[i + 1] - first[i]);
            std::stable_sort(own.begin(), own.end(), startsEarlier);
            parent.selfTime.first = static_cast<std::uint32_t>(m_trace.segments.size());
            Duration covered = parent.start;
            for (const std::uint32_t child : own) {
                const Duration from = std::min(spans[child].start, parent.end);
                if (from > covered) {
                    m_trace.segments.push_back({covered, from});
                }
                covered = std::max(covered, spans[child].end);
            }
            if (covered < parent.end) {
                m_trace.segments.push_back({covered, parent.end});
            }
            parent.selfTime.count =
                static_cast<std::uint32_t>(m_trace.segments.size()) - parent.selfTime.first;
        }
    }

    // Calls say which spans are retries, not the how manieth: that follows from the siblings before.
    void setRetries(const CallFacts& facts, std::uint32_t firstRow) {
        std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> seen;
        for (WaterfallSpan& span : m_trace.spans) {
            if (facts.retry[span.row.value() - firstRow]) {
                span.retry = ++seen[{span.parent, span.service, span.operation}];
            }
        }
    }

    void addMarks(std::span<const SpanMarks> marks) {
        if (marks.empty()) {
            return;
        }
        for (const SpanMarks& mark : marks) {
            const auto found = m_trace.find(mark.row);
            if (!found || m_trace.spans[*found].events.count > 0) {
                continue;
            }
            WaterfallSpan& span = m_trace.spans[*found];
            span.coldStart = mark.coldStart;
            if (mark.retryOrdinal > 0) {
                span.retry = mark.retryOrdinal;
            }
            addEvents(span, m_tree.spans[*found], mark);
        }
    }

    void addEvents(WaterfallSpan& span, const TreeSpan& placed, const SpanMarks& mark) {
        const Timestamp rawStart = m_spans.start[placed.row.index()];
        const Duration shift = nanosecondsOf(rawStart) == 0 ? Duration{} : placed.start - rawStart;
        span.events.first = static_cast<std::uint32_t>(m_trace.events.size());
        for (const SpanMarks::Event& event : mark.events) {
            m_trace.events.push_back({event.time + shift - m_tree.start, event.name, event.exception});
        }
        span.events.count = static_cast<std::uint32_t>(mark.events.size());
        std::stable_sort(m_trace.events.begin() + span.events.first, m_trace.events.end(),
                         [](const WaterfallEvent& a, const WaterfallEvent& b) { return a.at < b.at; });
    }

    void addPath() {
        std::vector<PathSection> sections = criticalPathOf(m_tree, m_spans, m_strings);
        std::reverse(sections.begin(), sections.end());
        m_trace.path.reserve(sections.size());
        for (const PathSection& section : sections) {
            m_trace.path.push_back({section.span, section.from - m_tree.start, section.to - m_tree.start});
        }
    }

    const SpanTree& m_tree;
    const SpanTable& m_spans;
    const CallTable& m_calls;
    const StringPool& m_strings;
    WaterfallTrace m_trace;
    Distinct<NodeId, WaterfallService> m_services{m_trace.services};
    Distinct<std::pair<StringId, NodeId>, QString> m_operations{m_trace.operations};
};

} // namespace

SpanMarks spanMarksOf(SpanRow row, const SpanDetails& details) {
    SpanMarks marks;
    marks.row = row;
    for (const EventDetails& event : details.events) {
        marks.events.push_back({event.time, shownText(event.name), event.name == "exception"});
    }
    for (const NamedValue& attribute : details.attributes) {
        if (attribute.key == "faas.coldstart" || attribute.key == "cold_start") {
            marks.coldStart = attribute.type == ValueType::True || attribute.text == "true";
        } else if (attribute.key == "http.request.resend_count" || attribute.key == "http.resend_count") {
            marks.retryOrdinal =
                attribute.type == ValueType::Int && attribute.integer > 0
                    ? static_cast<std::uint32_t>(std::min<std::int64_t>(attribute.integer, 1'000'000))
                    : 0;
        }
    }
    return marks;
}

std::optional<std::uint32_t> WaterfallTrace::find(SpanRow row) const {
    if (!row.valid() || row < firstRow || row.value() - firstRow.value() >= indexOfRow.size()) {
        return std::nullopt;
    }
    const std::uint32_t index = indexOfRow[row.value() - firstRow.value()];
    return index == TreeSpan::none ? std::nullopt : std::optional(index);
}

SpanStretch subtreeOf(const WaterfallTrace& trace, std::uint32_t root) {
    if (root == TreeSpan::none) {
        return {0, static_cast<std::uint32_t>(trace.spans.size())};
    }
    return {root, root + trace.spans[root].subtreeSize};
}

WaterfallSegment timeOfSubtree(const WaterfallTrace& trace, std::uint32_t root) {
    if (root == TreeSpan::none) {
        return {Duration(0), trace.duration};
    }
    WaterfallSegment time{trace.spans[root].start, trace.spans[root].end};
    const SpanStretch all = subtreeOf(trace, root);
    for (std::uint32_t i = all.first; i < all.end; ++i) {
        time.from = std::min(time.from, trace.spans[i].start);
        time.to = std::max(time.to, trace.spans[i].end);
    }
    return time;
}

WaterfallTrace waterfallTraceOf(const SpanTree& tree, ClockMode clocks, const SpanTable& spans,
                                const CallTable& calls, const StringPool& strings,
                                std::span<const SpanMarks> marks) {
    return Builder(tree, spans, calls, strings).build(clocks, marks);
}

} // namespace hallway

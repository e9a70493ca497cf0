#include "session/SpanLinks.h"

#include "store/CaptureReader.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace hallway {

namespace {

constexpr std::size_t piece = 1000; // spans read at once, between looks at the token

/// Finds spans by the ids of links; remembers the traces it has looked into, for links come in crowds.
class Targets {
public:
    explicit Targets(const Capture& capture) : m_capture(capture) {}

    SpanRow find(const LinkDetails& link) {
        const auto [place, isNew] = m_traces.try_emplace(link.traceId);
        if (isNew) place->second = spansOf(link.traceId);
        const auto found = place->second.find(link.span.value);
        if (found == place->second.end()) return {};
        return m_capture.spans().spanId(found->second) == link.span ? found->second : SpanRow();
    }

private:
    using Spans = std::unordered_map<std::uint64_t, SpanRow>;

    Spans spansOf(const std::string& traceId) const {
        Spans spans;
        const auto trace = m_capture.findTrace(traceId);
        if (!trace) return spans;
        const TraceEntry entry = m_capture.spans().traces[trace->index()];
        for (std::uint32_t i = 0; i < entry.spanCount; ++i) {
            const SpanRow row(entry.firstSpan + i);
            spans.emplace(m_capture.spans().spanId(row).value, row);
        }
        return spans;
    }

    const Capture& m_capture;
    std::unordered_map<std::string, Spans> m_traces;
};

} // namespace

Result<SpanLinks> SpanLinks::of(const Capture& capture, const CancelToken& cancel) {
    const SpanTable& spans = capture.spans();
    std::vector<SpanRow> linking;
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (spans.flags[i].has(SpanFlag::HasLinks)) linking.emplace_back(i);

    SpanLinks result;
    Targets targets(capture);
    std::vector<StoreRow> rows;
    for (std::size_t first = 0; first < linking.size(); first += piece) {
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
        const std::size_t end = std::min(first + piece, linking.size());
        rows.clear();
        for (std::size_t i = first; i < end; ++i)
            rows.push_back(spans.storeRow[linking[i].index()]);
        const auto details = capture.reader().details(rows, capture.strings());
        if (!details) return fail(details.error());
        for (std::size_t i = first; i < end; ++i)
            for (const LinkDetails& link : (*details)[i - first].links)
                result.m_links.push_back({linking[i], targets.find(link), link.traceId, link.spanId});
    }
    for (std::uint32_t i = 0; i < result.m_links.size(); ++i)
        if (result.m_links[i].to.valid()) result.m_byTarget.push_back(i);
    std::stable_sort(
        result.m_byTarget.begin(), result.m_byTarget.end(),
        [&](std::uint32_t a, std::uint32_t b) { return result.m_links[a].to < result.m_links[b].to; });
    return result;
}

std::span<const SpanLink> SpanLinks::from(SpanRow span) const {
    const auto before = [](const SpanLink& link, SpanRow row) { return link.from < row; };
    const auto after = [](SpanRow row, const SpanLink& link) { return row < link.from; };
    const auto first = std::lower_bound(m_links.begin(), m_links.end(), span, before);
    return {first, std::upper_bound(first, m_links.end(), span, after)};
}

std::span<const std::uint32_t> SpanLinks::indicesTo(SpanRow span) const {
    const auto before = [&](std::uint32_t link, SpanRow row) { return m_links[link].to < row; };
    const auto after = [&](SpanRow row, std::uint32_t link) { return row < m_links[link].to; };
    const auto first = std::lower_bound(m_byTarget.begin(), m_byTarget.end(), span, before);
    return {first, std::upper_bound(first, m_byTarget.end(), span, after)};
}

std::vector<SpanRow> SpanLinks::to(SpanRow span) const {
    std::vector<SpanRow> rows;
    for (const std::uint32_t link : indicesTo(span))
        rows.push_back(m_links[link].from);
    return rows;
}

std::uint32_t SpanLinks::countTo(SpanRow span) const {
    return static_cast<std::uint32_t>(indicesTo(span).size());
}

} // namespace hallway

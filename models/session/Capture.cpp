#include "session/Capture.h"

#include "layout/LayoutMessages.h"
#include "session/DerivedFigures.h"
#include "store/CaptureReader.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <ranges>
#include <set>

namespace hallway {

namespace {

constexpr std::string_view layoutBlob = "layout";

/// "<request hash> <layout as JSON>": only the last layout is kept, so a capture does not grow while it is
/// looked at.
std::string packLayout(std::uint64_t requestHash, const GraphLayout& layout) {
    return std::to_string(requestHash) + " " + toJson(layout);
}

std::optional<GraphLayout> unpackLayout(std::string_view bytes, std::uint64_t requestHash) {
    const std::size_t blank = bytes.find(' ');
    std::uint64_t hash = 0;
    if (blank == std::string_view::npos) return std::nullopt;
    if (std::from_chars(bytes.data(), bytes.data() + blank, hash).ptr != bytes.data() + blank ||
        hash != requestHash)
        return std::nullopt;
    auto layout = graphLayoutFromJson(bytes.substr(blank + 1));
    if (!layout) return std::nullopt;
    return std::move(*layout);
}

/// A hex id of any case, with or without leading zeros, prefix 0x or dashes.
std::optional<TraceId> hexTraceId(std::string_view text) {
    std::string digits(text);
    std::erase(digits, '-');
    if (digits.starts_with("0x") || digits.starts_with("0X")) digits.erase(0, 2);
    if (digits.empty() || digits.size() > 32) return std::nullopt;
    digits.insert(0, 32 - digits.size(), '0');
    TraceId id;
    const auto parse = [](const char* first, std::uint64_t& value) {
        return std::from_chars(first, first + 16, value, 16).ptr == first + 16;
    };
    if (!parse(digits.data(), id.high) || !parse(digits.data() + 16, id.low)) return std::nullopt;
    return id;
}

} // namespace

Capture::Capture(Parts parts)
    : m_parts(std::move(parts)),
      m_derivedFigures(std::make_unique<DerivedFigures>(m_parts.spans, m_parts.calls, *m_parts.strings)) {}
Capture::~Capture() = default;

std::string Capture::title() const {
    if (m_parts.sources.empty()) return {};
    const std::string first = std::filesystem::path(m_parts.sources.front().path).filename().string();
    const std::size_t more = m_parts.sources.size() - 1;
    return more == 0 ? first : first + " and " + std::to_string(more) + " more";
}

std::size_t Capture::problemCount() const {
    std::set<ProblemCode> codes;
    for (const Source& source : m_parts.sources)
        for (const Problem& problem : source.problems)
            codes.insert(problem.code);
    return codes.size();
}

Result<SpanDetails> Capture::details(SpanRow row) const {
    return m_parts.reader->details(spans().storeRow[row.index()], strings());
}

Result<std::vector<SpanDetails>> Capture::details(TraceRow trace) const {
    const TraceEntry& entry = spans().traces[trace.index()];
    const auto first = spans().storeRow.begin() + entry.firstSpan;
    const std::vector<StoreRow> rows(first, first + entry.spanCount);
    return m_parts.reader->details(rows, strings());
}

Result<std::vector<SpanSet>> Capture::spansWith(std::span<const AttributePredicate> predicates,
                                                const CancelToken& cancel) const {
    const auto found = m_parts.reader->findSpans(predicates, strings(), cancel);
    if (!found) return fail(found.error());
    std::vector<SpanSet> sets;
    for (const std::vector<bool>& rows : *found) {
        SpanSet& set = sets.emplace_back(spans().size());
        for (std::size_t span = 0; span < spans().size(); ++span) {
            const std::size_t row = spans().storeRow[span].index();
            if (row < rows.size() && rows[row]) set.insert(SpanRow(span));
        }
    }
    return sets;
}

Result<std::vector<double>> Capture::numbers(AttributePlace place, const std::string& key,
                                             const CancelToken& cancel) const {
    const auto found = m_parts.reader->numbers(place, key, strings(), cancel);
    if (!found) return fail(found.error());
    std::vector<double> values(spans().size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t span = 0; span < spans().size(); ++span)
        if (const std::size_t row = spans().storeRow[span].index(); row < found->size())
            values[span] = (*found)[row];
    return values;
}

Result<std::vector<AttributeColumn>> Capture::columns(std::span<const AttributeName> names,
                                                      const SpanSet* wanted,
                                                      const CancelToken& cancel) const {
    std::vector<bool> rows; // by StoreRow
    for (std::size_t span = 0; wanted && span < spans().size(); ++span) {
        if (!wanted->contains(SpanRow(span))) continue;
        const std::size_t row = spans().storeRow[span].index();
        if (row >= rows.size()) rows.resize(row + 1);
        rows[row] = true;
    }
    auto columns = m_parts.reader->columns(names, strings(), wanted ? &rows : nullptr, cancel);
    if (!columns) return columns;
    for (AttributeColumn& column : *columns) {
        std::vector<std::uint32_t> bySpan(spans().size(), AttributeColumn::none);
        for (std::size_t span = 0; span < bySpan.size(); ++span)
            if (const std::size_t row = spans().storeRow[span].index(); row < column.of.size())
                bySpan[span] = column.of[row];
        column.of = std::move(bySpan);
    }
    return columns;
}

std::optional<TraceRow> Capture::findTrace(std::string_view id) const {
    const auto find = [this](TraceId wanted) -> std::optional<TraceRow> {
        const auto& traces = spans().traces;
        const auto rows = std::views::iota(std::size_t{0}, traces.size());
        const auto found = std::ranges::partition_point(
            rows, [&](std::size_t row) { return compareAsText(traces[row].id, wanted, strings()) < 0; });
        if (found == rows.end() || traces[*found].id != wanted) return std::nullopt;
        return TraceRow(*found);
    };
    const std::size_t first = id.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::nullopt;
    id = id.substr(first, id.find_last_not_of(" \t\r\n") - first + 1);
    if (const StringId text = strings().find(id); text.valid())
        if (const auto opaque = find(TraceId::opaqueText(text))) return opaque;
    const auto hex = hexTraceId(id);
    return hex ? find(*hex) : std::nullopt;
}

std::optional<GraphLayout> Capture::storedLayout(std::uint64_t requestHash) const {
    const auto bytes = m_parts.reader->blob(layoutBlob);
    if (!bytes || !*bytes) return std::nullopt;
    return unpackLayout(**bytes, requestHash);
}

void Capture::keepLayout(std::uint64_t requestHash, const GraphLayout& layout) const {
    if (m_parts.readOnly) return;
    // A cache that cannot be written only costs the next opening a layout.
    static_cast<void>(m_parts.reader->putBlob(layoutBlob, packLayout(requestHash, layout)));
}

} // namespace hallway

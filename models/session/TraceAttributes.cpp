#include "session/TraceAttributes.h"

#include "query/AttributeCatalog.h"
#include "store/CaptureReader.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace hallway {

namespace {

constexpr std::size_t piece = 500; // spans read at once, between looks at the token
constexpr std::string_view ofSpan = "span.", ofResource = "resource.";

/// visit(row, details) for each span of the trace, in order.
template <class Visit>
Status forEachSpan(TraceRow trace, const Capture& capture, const CancelToken& cancel, const Visit& visit) {
    const SpanTable& spans = capture.spans();
    const TraceEntry entry = spans.traces[trace.index()];
    const std::span<const StoreRow> rows(spans.storeRow.data() + entry.firstSpan, entry.spanCount);
    for (std::size_t first = 0; first < rows.size(); first += piece) {
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
        const auto part = rows.subspan(first, std::min(piece, rows.size() - first));
        const auto details = capture.reader().details(part, capture.strings());
        if (!details) return fail(details.error());
        for (std::size_t i = 0; i < part.size(); ++i)
            visit(SpanRow(entry.firstSpan + first + i), (*details)[i]);
    }
    return {};
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// A text to look for, its case set aside.
class Needle {
public:
    explicit Needle(std::string_view text) : m_text(lower(text)) {}
    [[nodiscard]] const std::string& text() const { return m_text; }

    [[nodiscard]] bool isIn(std::string_view text) const {
        return findAnyCase(text, m_text) != std::string_view::npos;
    }
    [[nodiscard]] bool isIn(const std::vector<NamedValue>& attributes) const {
        return std::any_of(attributes.begin(), attributes.end(), [this](const NamedValue& attribute) {
            return isIn(attribute.key) || isIn(attribute.text);
        });
    }
    [[nodiscard]] bool isIn(const SpanDetails& details) const {
        return isIn(details.attributes) || isIn(details.resource) || isIn(details.scope) ||
               isIn(details.scopeName) || isIn(details.statusMessage) ||
               std::any_of(details.events.begin(), details.events.end(), [this](const EventDetails& event) {
                   return isIn(event.name) || isIn(event.attributes);
               });
    }

private:
    std::string m_text;
};

} // namespace

Result<std::vector<TraceKey>> keysOfTrace(TraceRow trace, const Capture& capture, const CancelToken& cancel) {
    struct Use {
        std::uint32_t spans = 0;
        std::set<std::string, std::less<>> values;
    };
    std::map<std::string, Use, std::less<>> uses[2]; // of spans, of resources
    const auto count = [](auto& ofScope, const std::vector<NamedValue>& attributes) {
        for (const NamedValue& attribute : attributes) {
            Use& use = ofScope[attribute.key];
            ++use.spans;
            if (use.values.size() < TraceKey::mostCounted) use.values.insert(attribute.text);
        }
    };
    const Status read = forEachSpan(trace, capture, cancel, [&](SpanRow, const SpanDetails& details) {
        count(uses[0], details.attributes);
        count(uses[1], details.resource);
    });
    if (!read) return fail(read.error());
    std::vector<TraceKey> keys;
    for (std::size_t scope = 0; scope < 2; ++scope)
        for (const auto& [key, use] : uses[scope])
            keys.push_back({std::string(scope == 0 ? ofSpan : ofResource) + key, use.spans,
                            static_cast<std::uint32_t>(use.values.size())});
    std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return keys;
}

Result<TraceValues> valuesInTrace(TraceRow trace, std::string_view key, const Capture& capture,
                                  const CancelToken& cancel) {
    const bool isOfResource = key.starts_with(ofResource);
    const std::string_view name =
        key.substr(std::min(key.size(), (isOfResource ? ofResource : ofSpan).size()));
    TraceValues found;
    found.valueOf.assign(capture.spans().traces[trace.index()].spanCount, TraceValues::absent);
    const std::uint32_t firstRow = capture.spans().traces[trace.index()].firstSpan;
    std::unordered_map<std::string, std::uint32_t> indexOf;
    const Status read = forEachSpan(trace, capture, cancel, [&](SpanRow row, const SpanDetails& details) {
        const auto& attributes = isOfResource ? details.resource : details.attributes;
        const auto it = std::find_if(attributes.begin(), attributes.end(),
                                     [&](const NamedValue& attribute) { return attribute.key == name; });
        if (it == attributes.end()) return;
        const auto [place, isNew] =
            indexOf.try_emplace(it->text, static_cast<std::uint32_t>(found.values.size()));
        if (isNew) found.values.push_back({*it, 0});
        ++found.values[place->second].spans;
        found.valueOf[row.value() - firstRow] = place->second;
    });
    if (!read) return fail(read.error());

    std::vector<std::uint32_t> order(found.values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto& first = found.values[a];
        const auto& second = found.values[b];
        return first.spans != second.spans ? first.spans > second.spans
                                           : first.value.text < second.value.text;
    });
    TraceValues sorted;
    std::vector<std::uint32_t> placeOf(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        placeOf[order[place]] = place;
        sorted.values.push_back(std::move(found.values[order[place]]));
    }
    sorted.valueOf = std::move(found.valueOf);
    for (std::uint32_t& value : sorted.valueOf)
        if (value != TraceValues::absent) value = placeOf[value];
    return sorted;
}

Result<std::vector<SpanRow>> spansHolding(TraceRow trace, std::string_view text, const Capture& capture,
                                          const CancelToken& cancel) {
    std::vector<SpanRow> found;
    if (text.empty()) return found;
    const Needle needle(text);
    const Status read = forEachSpan(trace, capture, cancel, [&](SpanRow row, const SpanDetails& details) {
        const std::string id = textOf(capture.spans().spanId(row), capture.strings());
        if (id.starts_with(needle.text()) || needle.isIn(details)) found.push_back(row);
    });
    if (!read) return fail(read.error());
    return found;
}

} // namespace hallway

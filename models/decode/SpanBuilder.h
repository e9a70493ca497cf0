// Puts a span together that is a JSON object of some tool's own: its times, kind, status and resource, and
// what is odd about them.
//
//   if (!m_span.read(json, slice, [this](std::string_view name, JsonAny& value) { readMember(name, value);
//   }))
//       return;
//   m_span.keep();
#pragma once

#include "decode/ElementReader.h"
#include "decode/SpanBench.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// One thread, one span at a time. Fields may be set in any order, and again.
class SpanBuilder {
public:
    explicit SpanBuilder(SpanBench& bench) : m_bench(bench) {}

    /// Begins a span and calls readMember(name, value) for each member of its object. False if it is no JSON
    /// object: that is counted, and there is no span.
    template <class ReadMember>
    bool read(std::string_view json, const SpanSlice& slice, ReadMember readMember) {
        begin(slice);
        const bool good =
            m_elements.read({json, slice.position.offset, slice.hasEscapes}, [&](JsonObject object) {
                forEachMember(object, [&](std::string_view name, JsonAny value) { readMember(name, value); });
            });
        if (!good) m_bench.assembler.drop();
        return good;
    }
    /// Begins a span that is read in another way.
    void begin(const SpanSlice& slice);

    [[nodiscard]] SpanRecord& record() { return *m_record; }
    [[nodiscard]] AttributeList& attributes() { return m_bench.spanAttributes; }
    /// Attributes of the resource; its service name is set below.
    [[nodiscard]] AttributeList& resource() { return m_resource; }

    void setTrace(std::string_view text);
    void setId(std::string_view text);
    void setParent(std::string_view text);
    void setName(std::string_view text) { m_record->name = m_bench.strings.intern(text); }
    void setKind(std::string_view text);
    void setStatus(std::string_view text);
    void setStatusMessage(std::string_view text) { m_record->statusMessage = m_bench.strings.intern(text); }
    void setService(std::string_view name) { m_service = name; }
    [[nodiscard]] bool hasService() const { return !m_service.empty(); }
    void setScope(std::string_view name, std::string_view version);
    void addDropped(std::string_view count);

    /// Nanoseconds; nothing stands for a text that is no time, which is counted.
    void setStart(std::optional<std::int64_t> time) { m_record->start = timeOf(time, "a start"); }
    void setEnd(std::optional<std::int64_t> time) { m_record->end = timeOf(time, "an end"); }
    void setDuration(std::optional<std::int64_t> duration);
    /// Times as text for people; an empty one and Go's zero time are absent.
    void setStartText(std::string_view text);
    void setEndText(std::string_view text);

    /// Where the attributes of the next event or link go, until it is added.
    [[nodiscard]] AttributeList& beginInner();
    void addEvent(std::string_view name, Timestamp time, std::uint32_t dropped = 0);
    void addLink(const TraceId& trace, const SpanId& span, std::string_view traceState = {});
    [[nodiscard]] Timestamp timeOf(std::optional<std::int64_t> time, std::string_view what) {
        return m_bench.assembler.time(time, what);
    }
    [[nodiscard]] Timestamp timeOfText(std::string_view text, std::string_view what);

    /// What its block knows of the service, if the span itself does not.
    enum class Service : std::uint8_t { Own, OfBlock };
    /// Hands the span on. One of a missing service is counted, unless its block will tell. `process` is for
    /// the block as well: LooseSpan::process.
    void keep(Service service = Service::Own, StringId process = {});

private:
    void resolveTimes();
    void resolveResource(Service service);

    SpanBench& m_bench;
    ElementReader m_elements{m_bench.problems};
    AttributeList m_resource{m_bench.strings, m_bench.problems, AttributeWriter::Pooling::All};
    std::string m_packedResource;
    std::string m_packedInner;
    std::string m_service;
    SpanRecord* m_record = nullptr;
    std::optional<std::int64_t> m_duration; ///< ns
    StringId m_scopeName;
    StringId m_scopeVersion;
};

} // namespace hallway

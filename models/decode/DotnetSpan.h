// Reads one span as the console exporter of OpenTelemetry .NET prints it: lines of `name: value`.
#pragma once

#include "decode/ProtoText.h"
#include "decode/SpanBench.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hallway {

namespace dotnet {
inline constexpr std::string_view traceId = "Activity.TraceId:"; ///< a span begins
inline constexpr std::string_view duration = "Activity.Duration:";
inline constexpr std::string_view resource = "Resource associated with Activity:";
} // namespace dotnet

class DotnetSpanReader final : public SpanReader {
public:
    explicit DotnetSpanReader(SpanBench& bench) : m_bench(bench) {}

    /// `bytes` are the lines of one span. Those that are none of its own are passed over.
    void read(std::string_view bytes, const SpanSlice& slice) override;

private:
    /// What the indented lines belong to.
    enum class Section : std::uint8_t { None, Tags, Events, Links, Scope, Resource };

    void readLine(std::string_view line);
    void readHead(std::string_view name, std::string_view value);
    void readEntry(std::string_view entry);
    void readInnerEntry(std::string_view entry);
    void readStatus(std::string_view text);
    void beginInner(Section section) {
        endInner();
        m_openInner = section;
        m_inner.clear();
        m_bench.innerAttributes.begin(m_inner);
    }
    void beginEvent(std::string_view entry);
    void beginLink(std::string_view entry);
    /// Hands on the event or link whose attributes were read.
    void endInner();
    void keep();

    SpanBench& m_bench;
    ProtoText m_text;
    AttributeList m_resource{m_bench.strings, m_bench.problems, AttributeWriter::Pooling::All};
    AttributeList m_scope{m_bench.strings, m_bench.problems, AttributeWriter::Pooling::All};
    SpanRecord* m_record = nullptr;
    Section m_section = Section::None;
    std::string m_resourceBytes, m_scopeBytes;
    StringId m_scopeName, m_scopeVersion;
    bool m_hasEnd = false;
    Section m_openInner = Section::None; ///< Events or Links: one of them is open
    Event m_event;
    Link m_link;
    std::string m_inner; ///< attributes of the open one
};

} // namespace hallway

// Reads one span of Datadog (formats.md 4.5): as tracers write it, as a trace of the API has it, or as a
// search finds it.
#pragma once

#include "decode/JsonAttributes.h"
#include "decode/OtlpValues.h"
#include "decode/SpanBuilder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// A decimal number of 64 bits, as ids are written.
[[nodiscard]] std::optional<std::uint64_t> datadogNumber(std::string_view text);
/// The tag with the upper half of a trace id, and its value.
inline constexpr std::string_view datadogUpperHalf = "_dd.p.tid";
[[nodiscard]] std::optional<std::uint64_t> datadogUpper(std::string_view text);
[[nodiscard]] bool isDatadogTraceId(std::string_view name);

/// The upper half of the trace id stays zero where the span does not say it.
class DatadogSpanReader final : public SpanReader {
public:
    explicit DatadogSpanReader(SpanBench& bench) : m_bench(bench), m_span(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    void readMember(std::string_view name, JsonAny& value);
    bool readIdentity(std::string_view name, JsonAny& value);
    void readMeta(JsonAny& meta);
    /// The tags that are fields of a span; false for others.
    bool readTag(std::string_view key, std::string_view text);
    /// A member of what a search calls custom: tags, taken apart at their dots.
    void readCustom(std::string_view key, JsonAny& value);
    void readMetrics(JsonAny& metrics);
    void readLink(JsonAny& value);
    void readEvent(JsonAny& value);
    [[nodiscard]] TraceId traceOf(std::string_view text);
    [[nodiscard]] SpanId spanOf(std::string_view text);
    void resolve();

    SpanBench& m_bench;
    SpanBuilder m_span;
    JsonAttributes m_attributes;
    OtlpValues m_values;
    std::string m_operation; ///< e.g. "http.request"
    std::string m_resource;  ///< e.g. "GET /cart"
    std::string m_host;      ///< tag out.host
    std::string m_message;   ///< of an error
    std::uint64_t m_upper = 0;
    bool m_hasAddress = false;
    bool m_isError = false;
};

} // namespace hallway

// Reads one Span message of OTLP protobuf (formats.md 2): the counterpart of OtlpSpan.h.
#pragma once

#include "decode/OtlpProtoValues.h"
#include "decode/SpanBench.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hallway {

class OtlpProtoSpanReader final : public SpanReader {
public:
    explicit OtlpProtoSpanReader(SpanBench& bench) : m_bench(bench) {}

    void read(std::string_view bytes, const SpanSlice& slice) override;

private:
    void readFields(std::string_view message);
    void readStatus(std::string_view message);
    void readEvent(std::string_view message);
    void readLink(std::string_view message);
    void finish();
    [[nodiscard]] StringId idOf(std::string_view text);
    [[nodiscard]] Timestamp timeOf(std::uint64_t nanoseconds, std::string_view what);

    SpanBench& m_bench;
    OtlpProtoValues m_values;
    SpanRecord* m_record = nullptr;
    std::int32_t m_kind = 0;                  ///< as written
    std::int32_t m_statusCode = 0;            ///< as written
    bool m_oldError = false;                  ///< deprecated_code is not zero
    std::array<std::uint32_t, 3> m_dropped{}; ///< attributes, events, links
    std::string m_packed;                     ///< attributes of an event or link
};

} // namespace hallway

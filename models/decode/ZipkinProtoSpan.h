// Reads one Span of Zipkin's protobuf.
#pragma once

#include "decode/ProtoText.h"
#include "decode/SpanBench.h"
#include "decode/ZipkinContent.h"
#include "decode/ZipkinWriter.h"

#include <deque>
#include <string>

namespace hallway {

/// A whole message with the ids of a Zipkin span, and no field that such a span has in another form.
[[nodiscard]] bool isZipkinProtoSpan(std::string_view message);

class ZipkinProtoSpanReader final : public SpanReader {
public:
    explicit ZipkinProtoSpanReader(SpanBench& bench) : m_bench(bench) {}

    void read(std::string_view bytes, const SpanSlice& slice) override;

private:
    void readFields(std::string_view message);
    [[nodiscard]] ZipkinEndpoint readEndpoint(std::string_view message);
    void readAnnotation(std::string_view message);
    void readTag(std::string_view message);
    void setKind(std::uint64_t kind);
    /// Nothing for a time that cannot be.
    [[nodiscard]] std::optional<std::int64_t> timeOf(std::uint64_t microseconds, std::string_view what);
    /// `bytes` as text, valid to the end of the span.
    [[nodiscard]] std::string_view textOf(std::string_view bytes);

    SpanBench& m_bench;
    ZipkinContent m_content;
    ProtoText m_checked;
    std::deque<std::string> m_texts; ///< that are no part of the message
    ZipkinWriter m_writer{m_bench};
};

} // namespace hallway

// Reads one span object of Zipkin's JSON, version 2 or 1, also as its thrift structures print (formats.md
// 4.1). They are told apart span by span: one without annotations looks alike in both.
#pragma once

#include "decode/ElementReader.h"
#include "decode/SpanBench.h"
#include "decode/ZipkinVersion1.h"
#include "decode/ZipkinWriter.h"

#include <deque>
#include <string>

namespace hallway {

class ZipkinSpanReader final : public SpanReader {
public:
    explicit ZipkinSpanReader(SpanBench& bench) : m_bench(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    void readMember(JsonKey name, JsonAny& value);
    /// A member of version 1's thrift structures.
    [[nodiscard]] bool readThriftMember(JsonKey name, JsonAny& value);
    void readTags(JsonAny& tags);
    void readAnnotation(JsonAny& value);
    void readBinaryAnnotation(JsonAny& value);
    [[nodiscard]] ZipkinEndpoint readEndpoint(JsonAny& value);
    /// Nothing where no time stands, or none that can be.
    [[nodiscard]] std::optional<std::int64_t> readTime(JsonAny& value, std::string_view what);
    /// The value that base64 of this thrift type stands for; kept to the end of the record.
    [[nodiscard]] JsonScalar fromThrift(std::string_view type, std::string_view base64);

    SpanBench& m_bench;
    ElementReader m_elements{m_bench.problems};
    ZipkinContent m_content;
    Version1Record m_version1;
    bool m_isVersion1 = false;
    std::optional<std::int64_t> m_traceHigh;
    std::deque<std::string> m_texts; ///< that values of the record are views of
    ZipkinWriter m_writer{m_bench};
};

} // namespace hallway

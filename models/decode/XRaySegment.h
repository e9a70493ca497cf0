// Reads one segment document of AWS X-Ray with its subsegments: each of them is a span.
#pragma once

#include "decode/InnerJson.h"
#include "decode/JsonAttributes.h"
#include "decode/SpanBuilder.h"

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hallway {

class XRayReader {
public:
    explicit XRayReader(SpanBench& bench) : m_bench(bench), m_span(bench) {}

    /// `text` is the JSON of a segment. One that is none is counted.
    void read(std::string_view text, const SpanSlice& slice);

private:
    /// A segment, or a subsegment that waits for its turn: they nest as deep as somebody likes.
    struct Part {
        std::string text;
        SpanId parent;
        int depth = 0; ///< 0: the segment
    };
    struct Exception {
        std::string type, message, stack;
    };

    void readPart(const Part& part, const SpanSlice& slice);
    void readMember(std::string_view name, JsonAny& value, int depth);
    void keepSubsegments(JsonAny& list, int depth);
    void readHttp(JsonAny& value);
    void readRequest(JsonAny& value);
    void readResponse(JsonAny& value);
    void readAws(JsonAny& value, int depth);
    void readSql(JsonAny& value);
    void readCause(JsonAny& value);
    void readLink(JsonAny& value);
    void resolve(const Part& part);
    void resolveKind(bool isSegment);
    void resolveStatus();
    void addExceptions();
    [[nodiscard]] TraceId traceOf(std::string_view text);

    SpanBench& m_bench;
    SpanBuilder m_span;
    InnerJson m_inner{m_bench.problems};
    JsonAttributes m_attributes;
    std::deque<Part> m_waiting;
    std::size_t m_parts = 0; ///< of this segment
    std::string m_service;   ///< of the segment, whose subsegments are of the same
    std::vector<std::pair<StringId, std::string>> m_place; ///< resource attributes of the segment
    TraceId m_trace;

    // Of the part being read.
    std::vector<Part> m_below;
    std::vector<Exception> m_exceptions;
    std::string m_name;
    std::string m_namespace;
    std::string m_type;
    bool m_inProgress = false;
    bool m_isFault = false;
    bool m_isError = false;
    bool m_isThrottled = false;
    bool m_hasStatusCode = false;
    bool m_isHeader = false;
};

/// A segment as it stands; the daemon's header is passed.
class XRaySegmentReader final : public SpanReader {
public:
    explicit XRaySegmentReader(SpanBench& bench) : m_segments(bench) {}
    void read(std::string_view json, const SpanSlice& slice) override;

private:
    XRayReader m_segments;
};

/// A segment of an answer: `{"Id":…,"Document":"<JSON>"}`.
class XRayDocumentReader final : public SpanReader {
public:
    explicit XRayDocumentReader(SpanBench& bench) : m_bench(bench), m_segments(bench) {}
    void read(std::string_view json, const SpanSlice& slice) override;

private:
    SpanBench& m_bench;
    ElementReader m_elements{m_bench.problems};
    XRayReader m_segments;
};

} // namespace hallway

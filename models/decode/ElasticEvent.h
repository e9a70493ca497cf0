// Puts together the span that a transaction or span of Elastic APM is (formats.md 4.7), from its fields in
// any order. Fields are named as in documents, whatever the file nests or shortens.
#pragma once

#include "decode/ElasticPeer.h"
#include "decode/ElasticResource.h"
#include "decode/FlatMembers.h"
#include "decode/SpanBuilder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// One thread, one event at a time.
class ElasticEvent {
public:
    /// A start that is an offset must not look as if it were missing.
    static constexpr std::int64_t offsetMark = 1;

    enum class Kind : std::uint8_t {
        Unknown,
        Transaction,
        Span,
        Other, ///< an error, a metric, a log line
    };

    explicit ElasticEvent(SpanBench& bench) : m_bench(bench), m_span(bench) {}

    /// Begins an event and calls readMember(name, value) for each member of its object. False if it is no
    /// JSON object: that is counted, and there is no event.
    template <class ReadMember>
    bool read(std::string_view json, const SpanSlice& slice, Kind kind, ReadMember readMember) {
        begin(kind);
        if (!m_span.read(json, slice, readMember)) return false;
        m_base = slice.resource;
        return true;
    }
    /// Throws simdjson_error.
    void take(std::string_view field, JsonAny& value);
    void takeLinks(JsonAny& list);
    /// Hands on what was read; what is no span is counted.
    void keep();

private:
    /// What transactions and spans both have; a document of one may have some of the other.
    struct Own {
        std::string id, name, kind;
        std::optional<std::int64_t> duration; ///< ns
        bool isGiven = false;
    };

    void begin(Kind kind);
    bool takeIdentity(std::string_view field, JsonAny& value);
    bool takeOwn(std::string_view field, JsonAny& value, Own& own);
    bool takePeer(std::string_view field, JsonAny& value);
    void takeTime(JsonAny& value);
    void takeAttribute(std::string_view field, JsonAny& value);
    void takeLink(JsonAny& value);
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] SpanKind spanKind(const Own& own, bool isTransaction);
    void describePeer();
    void resolveTimes(const Own& own);
    void countWhatIsMissing();
    /// The transaction whose start is to be added to the record's, which is offsetMark and the offset then;
    /// invalid if the span has a time of its own, or none at all.
    [[nodiscard]] StringId startedIn();
    /// Whether the event has a resource of its own, if need be completed by that of the lines before.
    [[nodiscard]] bool resolveResource();

    SpanBench& m_bench;
    SpanBuilder m_span;
    ElasticResource m_resource;
    ElasticPeer m_peer;
    JsonAttributes m_values;
    FlatMembers m_linkFields;
    Kind m_kind = Kind::Unknown;
    ResourceId m_base; ///< of the lines before; invalid where there are none
    Own m_transaction, m_ownSpan;
    std::string m_transactionType;
    std::string m_parent;
    std::string m_timeText;               ///< of a document without a number
    std::optional<std::int64_t> m_offset; ///< ns after the start of its transaction
    std::int64_t m_calls = 1;             ///< that a compressed span stands for
    std::int64_t m_droppedSpans = 0;
    bool m_hasTime = false;
};

} // namespace hallway

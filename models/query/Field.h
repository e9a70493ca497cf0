// What a filter may ask of a span: `duration`, `span.http.route`, `edge.callee`. docs/filter.md tells all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hallway {

enum class FieldKind : std::uint8_t {
    // attributes, which have a key
    AnyAttribute, ///< of the span, else of its resource, else of its instrumentation library
    SpanAttribute,
    ResourceAttribute,
    InstrumentationAttribute,
    EventAttribute,
    LinkAttribute,
    // the span
    Name,
    Kind,
    StatusCode,
    StatusMessage,
    SpanDuration,
    SpanId,
    ParentId,
    ChildCount,
    Self,         ///< calls.md 2.4
    CriticalPath, ///< time on it, calls.md 2.2
    Share,        ///< of the trace's duration
    Failed,       ///< calls.md rule 22
    IsRoot,       ///< calls.md rule 4; an orphan is none
    IsEntry,      ///< calls.md rule 25
    // its trace
    TraceId,
    TraceDuration,
    RootName,
    RootService,
    TraceShape, ///< which call paths it consists of, calls.md 3.2
    // its events, its links, its instrumentation library
    EventName,
    EventTime,
    LinkTraceId,
    LinkSpanId,
    InstrumentationName,
    InstrumentationVersion,
    // the calls it is the caller's or the callee's span of
    EdgeCaller,
    EdgeCallee,
    EdgeClass,
    EdgeFailed,
};

/// What it may be compared with.
enum class FieldType : std::uint8_t {
    Any,
    Text,
    Number,
    TimeSpan,
    Share,
    Truth,
    StatusWord,
    KindWord,
    CallClass
};

struct Field {
    FieldKind kind = FieldKind::SpanAttribute;
    std::string key = {}; ///< of an attribute
    bool operator==(const Field&) const = default;
};

[[nodiscard]] constexpr bool isAttribute(FieldKind kind) { return kind <= FieldKind::LinkAttribute; }
[[nodiscard]] constexpr bool isOfCalls(FieldKind kind) { return kind >= FieldKind::EdgeCaller; }
[[nodiscard]] FieldType typeOf(FieldKind kind);

/// As it is written: `span.http.route`, `span."a b"`, `duration`.
[[nodiscard]] std::string textOf(const Field& field);

/// All but attributes, in the order of FieldKind: how they are written, and how else.
struct FieldName {
    FieldKind kind;
    std::string_view name;
    std::string_view otherName; ///< "" where there is none
    FieldType type;
};
[[nodiscard]] std::span<const FieldName> fieldNames();
[[nodiscard]] std::optional<FieldKind> fieldNamed(std::string_view name);

/// "span.", "resource.", … ".": what stands before the key of an attribute.
[[nodiscard]] std::string_view prefixOf(FieldKind attribute);

} // namespace hallway

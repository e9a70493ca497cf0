#include "query/Field.h"

#include "query/Literal.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

using Kind = FieldKind;
using Type = FieldType;

constexpr std::array names{
    FieldName{Kind::Name, "name", "span:name", Type::Text},
    FieldName{Kind::Kind, "kind", "span:kind", Type::KindWord},
    FieldName{Kind::StatusCode, "status", "span:status", Type::StatusWord},
    FieldName{Kind::StatusMessage, "statusMessage", "span:statusMessage", Type::Text},
    FieldName{Kind::SpanDuration, "duration", "span:duration", Type::TimeSpan},
    FieldName{Kind::SpanId, "span:id", "", Type::Text},
    FieldName{Kind::ParentId, "span:parentID", "", Type::Text},
    FieldName{Kind::ChildCount, "childCount", "span:childCount", Type::Number},
    FieldName{Kind::Self, "self", "", Type::TimeSpan},
    FieldName{Kind::CriticalPath, "criticalPath", "", Type::TimeSpan},
    FieldName{Kind::Share, "share", "", Type::Share},
    FieldName{Kind::Failed, "failed", "", Type::Truth},
    FieldName{Kind::IsRoot, "isRoot", "", Type::Truth},
    FieldName{Kind::IsEntry, "isEntry", "", Type::Truth},
    FieldName{Kind::TraceId, "trace:id", "", Type::Text},
    FieldName{Kind::TraceDuration, "traceDuration", "trace:duration", Type::TimeSpan},
    FieldName{Kind::RootName, "rootName", "trace:rootName", Type::Text},
    FieldName{Kind::RootService, "rootServiceName", "trace:rootService", Type::Text},
    FieldName{Kind::TraceShape, "traceShape", "trace:shape", Type::Text},
    FieldName{Kind::EventName, "event:name", "", Type::Text},
    FieldName{Kind::EventTime, "event:timeSinceStart", "", Type::TimeSpan},
    FieldName{Kind::LinkTraceId, "link:traceID", "", Type::Text},
    FieldName{Kind::LinkSpanId, "link:spanID", "", Type::Text},
    FieldName{Kind::InstrumentationName, "instrumentation:name", "", Type::Text},
    FieldName{Kind::InstrumentationVersion, "instrumentation:version", "", Type::Text},
    FieldName{Kind::EdgeCaller, "edge.caller", "", Type::Text},
    FieldName{Kind::EdgeCallee, "edge.callee", "", Type::Text},
    FieldName{Kind::EdgeClass, "edge.class", "", Type::CallClass},
    FieldName{Kind::EdgeFailed, "edge.failed", "", Type::Truth},
};

/// What may stand in a key without quotes and without leading a reader astray.
bool isPlain(char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' || byte == '.' ||
           byte == '-' || byte == '/' || byte == ':';
}

/// Of a key, which knows two escapes only.
std::string quotedKey(std::string_view key) {
    std::string text = "\"";
    for (const char byte : key) {
        if (byte == '"' || byte == '\\') text += '\\';
        text += byte;
    }
    return text + '"';
}

} // namespace

std::span<const FieldName> fieldNames() { return names; }

FieldType typeOf(FieldKind kind) {
    const auto* const named =
        std::find_if(names.begin(), names.end(), [kind](const FieldName& name) { return name.kind == kind; });
    return named == names.end() ? FieldType::Any : named->type;
}

std::optional<FieldKind> fieldNamed(std::string_view name) {
    for (const FieldName& known : names)
        if (name == known.name || (!known.otherName.empty() && name == known.otherName)) return known.kind;
    if (name == "rootService") return FieldKind::RootService;
    return std::nullopt;
}

std::string_view prefixOf(FieldKind attribute) {
    switch (attribute) {
    case FieldKind::AnyAttribute:
        return ".";
    case FieldKind::SpanAttribute:
        return "span.";
    case FieldKind::ResourceAttribute:
        return "resource.";
    case FieldKind::InstrumentationAttribute:
        return "instrumentation.";
    case FieldKind::EventAttribute:
        return "event.";
    case FieldKind::LinkAttribute:
        return "link.";
    default:
        return "";
    }
}

std::string textOf(const Field& field) {
    if (!isAttribute(field.kind)) {
        const auto* const named = std::find_if(
            names.begin(), names.end(), [&field](const FieldName& name) { return name.kind == field.kind; });
        return std::string(named->name);
    }
    const bool isPlainKey = std::all_of(field.key.begin(), field.key.end(), isPlain);
    // `.5` would be a number.
    const bool isNumber = field.kind == FieldKind::AnyAttribute && !field.key.empty() &&
                          field.key.front() >= '0' && field.key.front() <= '9';
    return std::string(prefixOf(field.kind)) + (isPlainKey && !isNumber ? field.key : quotedKey(field.key));
}

} // namespace hallway

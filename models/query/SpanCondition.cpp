#include "query/SpanCondition.h"

#include "query/Field.h"
#include "query/Literal.h"
#include "trace/SpanDetails.h"

#include <optional>

namespace hallway {

namespace {

std::string equals(const Field& field, const Literal& value) { return textOf(field) + " = " + textOf(value); }

std::optional<Literal> literalOf(const NamedValue& value) {
    switch (value.type) {
    case ValueType::Text:
    case ValueType::PooledText:
        return value.text;
    case ValueType::Int:
        return value.integer;
    case ValueType::Double:
        return value.real;
    case ValueType::True:
    case ValueType::False:
        return value.type == ValueType::True;
    case ValueType::Null:
    case ValueType::Bytes:
    case ValueType::Json:
        break;
    }
    return std::nullopt;
}

} // namespace

std::string serviceCondition(std::string_view name, std::string_view nameSpace) {
    std::string condition = equals({FieldKind::ResourceAttribute, "service.name"}, std::string(name));
    if (!nameSpace.empty())
        condition +=
            " && " + equals({FieldKind::ResourceAttribute, "service.namespace"}, std::string(nameSpace));
    return condition;
}

std::string operationCondition(std::string_view name) {
    return equals({FieldKind::Name, {}}, std::string(name));
}

std::string attributeCondition(std::string_view key, const NamedValue& value) {
    const std::optional<Literal> literal = literalOf(value);
    for (const FieldKind kind : {FieldKind::SpanAttribute, FieldKind::ResourceAttribute})
        if (const std::string_view prefix = prefixOf(kind); literal && key.starts_with(prefix))
            return equals({kind, std::string(key.substr(prefix.size()))}, *literal);
    return {};
}

} // namespace hallway

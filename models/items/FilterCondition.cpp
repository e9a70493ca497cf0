#include "items/FilterCondition.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hallway {

namespace {

constexpr std::size_t longestText = 4'000; // bytes

/// "…" with the escapes of the language.
QString quoted(const std::string& text) {
    QString result = QStringLiteral("\"");
    for (const QChar sign : QString::fromStdString(text)) {
        if (sign == u'"' || sign == u'\\')
            result += QString(u'\\') + sign;
        else if (sign == u'\n')
            result += QStringLiteral("\\n");
        else if (sign == u'\r')
            result += QStringLiteral("\\r");
        else if (sign == u'\t')
            result += QStringLiteral("\\t");
        else if (sign.unicode() < 0x20 || sign.unicode() == 0x7f)
            result += QStringLiteral("\\x%1").arg(static_cast<int>(sign.unicode()), 2, 16, QLatin1Char('0'));
        else
            result += sign;
    }
    return result + u'"';
}

/// What may stand in a key without quotes.
bool isPlain(char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' || byte == '.' ||
           byte == '-';
}

QString fieldOf(const QString& prefix, const std::string& key) {
    const bool plain = !key.empty() && std::all_of(key.begin(), key.end(), isPlain);
    return prefix + (plain ? QString::fromStdString(key) : quoted(key));
}

QString fieldOf(const AttributeName& name) {
    switch (name.place) {
    case AttributeName::Place::Span:
        return fieldOf(QStringLiteral("span."), name.key);
    case AttributeName::Place::Resource:
        return fieldOf(QStringLiteral("resource."), name.key);
    case AttributeName::Place::Scope:
        return fieldOf(QStringLiteral("instrumentation."), name.key);
    case AttributeName::Place::Anywhere:
        break;
    }
    return fieldOf(QStringLiteral("."), name.key);
}

QString prefixOf(AttributeHolder holder) {
    switch (holder) {
    case AttributeHolder::Span:
        return QStringLiteral("span.");
    case AttributeHolder::Resource:
        return QStringLiteral("resource.");
    case AttributeHolder::Scope:
        return QStringLiteral("instrumentation.");
    case AttributeHolder::Event:
        return QStringLiteral("event.");
    case AttributeHolder::Link:
        return QStringLiteral("link.");
    }
    return {};
}

QString literalOf(const NamedValue& value) {
    switch (value.type) {
    case ValueType::False:
        return QStringLiteral("false");
    case ValueType::True:
        return QStringLiteral("true");
    case ValueType::Int:
        return QString::number(value.integer);
    case ValueType::Double:
        return std::isfinite(value.real) ? QString::number(value.real, 'g', 17) : QString();
    case ValueType::Text:
    case ValueType::PooledText:
        return value.text.size() <= longestText ? quoted(value.text) : QString();
    case ValueType::Null:
    case ValueType::Bytes:
    case ValueType::Json:
        break;
    }
    return {};
}

QString equals(const QString& field, const QString& literal) {
    return literal.isEmpty() ? QString() : field + QStringLiteral(" = ") + literal;
}

QString serviceCondition(const std::string& label, const CallTable& calls) {
    const auto node = std::find_if(calls.nodes.begin(), calls.nodes.end(), [&label](const Node& each) {
        return each.kind == NodeKind::Service && each.label == label;
    });
    if (node == calls.nodes.end()) return {};
    const AttributeName name{AttributeName::Place::Resource, "service.name"},
        space{AttributeName::Place::Resource, "service.namespace"};
    if (node->noService) return absenceOf(name);
    const QString own = equals(fieldOf(name), quoted(node->name));
    return node->nameSpace.empty() ? own : bothOf(own, equals(fieldOf(space), quoted(node->nameSpace)));
}

} // namespace

QString conditionOf(const AttributeName& name, const NamedValue& value) {
    return equals(fieldOf(name), literalOf(value));
}

QString conditionOf(AttributeHolder holder, const NamedValue& value) {
    return equals(fieldOf(prefixOf(holder), value.key), literalOf(value));
}

QString textCondition(const QString& field, const std::string& text) {
    return text.size() <= longestText ? equals(field, quoted(text)) : QString();
}

QString kindCondition(SpanKind kind) {
    static constexpr std::array words{"unspecified", "internal", "server", "client", "producer", "consumer"};
    return QStringLiteral("kind = ") + QLatin1String(words[static_cast<std::size_t>(kind)]);
}

QString statusCondition(SpanStatus status) {
    static constexpr std::array words{"unset", "ok", "error"};
    return QStringLiteral("status = ") + QLatin1String(words[static_cast<std::size_t>(status)]);
}

QString absenceOf(const AttributeName& name) { return fieldOf(name) + QStringLiteral(" = nil"); }

QString negated(const QString& condition) {
    return condition.isEmpty() ? QString() : QStringLiteral("!(") + condition + u')';
}

QString bothOf(const QString& first, const QString& second) {
    if (first.isEmpty() || second.isEmpty()) return first + second;
    return first + QStringLiteral(" && ") + second;
}

QString conditionOf(const StatisticsKey& key, const StatisticsValue& value, const CallTable& calls) {
    if (value.kind == StatisticsValue::Kind::Rest) return {};
    switch (key.kind) {
    case StatisticsKey::Kind::Service:
        return serviceCondition(value.value.text, calls);
    case StatisticsKey::Kind::Operation:
        return equals(QStringLiteral("name"), quoted(value.value.text));
    case StatisticsKey::Kind::Attribute:
        break;
    }
    return value.kind == StatisticsValue::Kind::None ? absenceOf(key.attribute)
                                                     : conditionOf(key.attribute, value.value);
}

} // namespace hallway

// Conditions of the filter language, made from what a person points at.
#pragma once

#include "session/Statistics.h"
#include "trace/AttributeColumn.h"
#include "trace/CallTable.h"

#include <QString>

namespace hallway {

/// "the value is this one": `span.http.route = "/pay"`; "" where it cannot be asked for (bytes, lists, texts
/// beyond 4,000 bytes).
[[nodiscard]] QString conditionOf(const AttributeName& name, const NamedValue& value);
/// Whose attribute a value is.
enum class AttributeHolder { Span, Resource, Scope, Event, Link };
/// Likewise, also of events and links.
[[nodiscard]] QString conditionOf(AttributeHolder holder, const NamedValue& value);
/// `name = "…"`; "" beyond 4,000 bytes.
[[nodiscard]] QString textCondition(const QString& field, const std::string& text);
[[nodiscard]] QString kindCondition(SpanKind kind);
[[nodiscard]] QString statusCondition(SpanStatus status);
/// "there is no such attribute": `span.http.route = nil`.
[[nodiscard]] QString absenceOf(const AttributeName& name);
/// "not this": `!(…)`; "" of "".
[[nodiscard]] QString negated(const QString& condition);
/// Both, where both are something.
[[nodiscard]] QString bothOf(const QString& first, const QString& second);

/// The spans of a group of the statistics table; "" where it cannot be asked for.
[[nodiscard]] QString conditionOf(const StatisticsKey& key, const StatisticsValue& value,
                                  const CallTable& calls);

} // namespace hallway

// Conditions that name what a span says, as "filter by this" writes them.
#pragma once

#include <string>
#include <string_view>

namespace hallway {

struct NamedValue;

/// `resource.service.name = "cart"`, with ` && resource.service.namespace = "shop"` where there is one.
[[nodiscard]] std::string serviceCondition(std::string_view name, std::string_view nameSpace);
/// `name = "GET /cart"`.
[[nodiscard]] std::string operationCondition(std::string_view name);
/// `span.http.route = "/pay"`; `key` has "span." or "resource." before it. Empty for values the language has
/// no words for: lists, bytes, null.
[[nodiscard]] std::string attributeCondition(std::string_view key, const NamedValue& value);

} // namespace hallway

#include "trace/AttributeColumn.h"

#include <array>
#include <utility>

namespace hallway {

namespace {

using Place = AttributeName::Place;

constexpr std::array<std::pair<std::string_view, Place>, 4> beginnings{{{".", Place::Anywhere},
                                                                        {"span.", Place::Span},
                                                                        {"resource.", Place::Resource},
                                                                        {"instrumentation.", Place::Scope}}};

} // namespace

AttributeName attributeNameOf(std::string_view text) {
    for (const auto& [beginning, place] : beginnings)
        if (text.size() > beginning.size() && text.starts_with(beginning))
            return {place, std::string(text.substr(beginning.size()))};
    return {Place::Anywhere, std::string(text)};
}

std::string textOf(const AttributeName& name) {
    if (name.place == Place::Anywhere && attributeNameOf(name.key) == name) return name.key;
    for (const auto& [beginning, place] : beginnings)
        if (place == name.place) return std::string(beginning) + name.key;
    return name.key;
}

} // namespace hallway

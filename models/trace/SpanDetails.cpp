#include "trace/SpanDetails.h"

namespace hallway {

std::vector<NamedValue> unpack(std::string_view packed, const StringPool& strings) {
    std::vector<NamedValue> values;
    AttributeReader reader(packed, strings);
    while (const auto attribute = reader.next())
        values.push_back({std::string(strings.text(attribute->key)),
                          attribute->type == ValueType::PooledText ? ValueType::Text : attribute->type,
                          attribute->integer, attribute->real, textOf(*attribute)});
    return values;
}

} // namespace hallway

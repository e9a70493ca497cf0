#include "bench/cases/Cases.h"
#include "bench/cases/LineReader.h"

#include <simdjson.h>

#include <cmath>

namespace hallway::bench {

namespace {

using namespace simdjson;

/// What was seen of keys, which are not unescaped, so that looking at them is not left out.
struct Keys {
    std::uint64_t sum = 0;
};

/// Looks at every key, text (unescaped) and number below `value`; sums texts' last bytes and numbers.
std::uint64_t touch(ondemand::value value, Keys& keys) {
    std::uint64_t sum = 0;
    switch (value.type()) {
    case ondemand::json_type::object:
        for (ondemand::field field : value.get_object()) {
            keys.sum += static_cast<unsigned char>(*field.key().raw());
            sum += touch(field.value(), keys);
        }
        return sum;
    case ondemand::json_type::array:
        for (ondemand::value element : value.get_array())
            sum += touch(element, keys);
        return sum;
    case ondemand::json_type::string: {
        const std::string_view text = value.get_string();
        return text.empty() ? 0 : static_cast<unsigned char>(text.back());
    }
    case ondemand::json_type::number:
        return static_cast<std::uint64_t>(std::abs(value.get_double().value()));
    case ondemand::json_type::boolean:
        return value.get_bool().value() ? 1 : 0;
    case ondemand::json_type::null:
        return 0;
    }
    return sum;
}

} // namespace

Measurement touchWithSimdjson(const std::string& path) {
    Keys keys;
    std::uint64_t sum = 0;
    std::size_t bytes = 0;
    Measurement measured = repeated([&] {
        return timed([&] {
            keys = {};
            sum = 0;
            LineReader lines(path, SIMDJSON_PADDING);
            ondemand::parser parser;
            while (const auto line = lines.next()) {
                ondemand::document document =
                    parser.iterate(line->data(), line->size(), line->size() + SIMDJSON_PADDING);
                sum += touch(document.get_value(), keys);
            }
            bytes = lines.bytesRead();
        });
    });
    measured.figures = {{"bytes", static_cast<double>(bytes)},
                        {"sum", static_cast<double>(sum)},
                        {"keys", static_cast<double>(keys.sum)}};
    return measured;
}

} // namespace hallway::bench

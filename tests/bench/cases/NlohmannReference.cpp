#include "bench/cases/Cases.h"
#include "bench/cases/LineReader.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <stdexcept>

namespace hallway::bench {

namespace {

using nlohmann::json;

/// Looks at every key, text and number; sums texts' last bytes and numbers.
class Toucher final : public json::json_sax_t {
public:
    std::uint64_t sum = 0;
    std::uint64_t keys = 0; ///< the sum of their first bytes

    bool null() override { return true; }
    bool boolean(bool value) override { return add(value ? 1 : 0); }
    bool number_integer(json::number_integer_t value) override {
        return add(static_cast<std::uint64_t>(std::abs(value)));
    }
    bool number_unsigned(json::number_unsigned_t value) override { return add(value); }
    bool number_float(json::number_float_t value, const std::string&) override {
        return add(static_cast<std::uint64_t>(std::abs(value)));
    }
    bool string(std::string& text) override {
        return add(text.empty() ? 0 : static_cast<unsigned char>(text.back()));
    }
    bool binary(json::binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(std::string& text) override {
        keys += static_cast<unsigned char>(text.c_str()[0]);
        return true;
    }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const json::exception& error) override {
        throw std::runtime_error(error.what());
    }

private:
    bool add(std::uint64_t value) {
        sum += value;
        return true;
    }
};

} // namespace

Measurement touchWithNlohmann(const std::string& path) {
    Toucher toucher;
    const Seconds time = timed([&] {
        LineReader lines(path, 0);
        while (const auto line = lines.next())
            json::sax_parse(line->begin(), line->end(), &toucher);
    });
    return {
        time, 1, {{"sum", static_cast<double>(toucher.sum)}, {"keys", static_cast<double>(toucher.keys)}}};
}

} // namespace hallway::bench

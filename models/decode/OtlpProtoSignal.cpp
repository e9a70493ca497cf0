#include "decode/OtlpProtoSignal.h"

#include "decode/OtlpProtoFields.h"

#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <optional>

namespace hallway {

namespace {

using otlp::tag;
using otlp::Wire;

/// Printable in ASCII, as the name of a metric is, and 16 random bytes are not.
bool isPrintable(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// By a field that only one of the messages has with this wire type.
std::optional<OtlpSignal> signalOfTag(std::uint32_t fieldTag) {
    switch (fieldTag) {
    case otlp::span::kind:
    case otlp::span::start:
    case otlp::span::end:
    case otlp::span::droppedAttributes:
    case otlp::span::droppedEvents:
    case otlp::span::droppedLinks:
    case otlp::span::flags:
    case otlp::span::link:
    case otlp::span::status:
        return OtlpSignal::Spans;
    case tag(1, Wire::Fixed64):  // time_unix_nano
    case tag(2, Wire::Varint):   // severity_number
    case tag(6, Wire::Bytes):    // attributes
    case tag(7, Wire::Varint):   // dropped_attributes_count
    case tag(8, Wire::Fixed32):  // flags
    case tag(11, Wire::Fixed64): // observed_time_unix_nano
        return OtlpSignal::Logs;
    case tag(7, Wire::Bytes):  // sum
    case tag(10, Wire::Bytes): // exponential_histogram
    case tag(12, Wire::Bytes): // metadata
        return OtlpSignal::Metrics;
    case tag(3, Wire::Fixed64): // time_unix_nano
    case tag(4, Wire::Varint):  // duration_nano
        return OtlpSignal::Profiles;
    default:
        return std::nullopt;
    }
}

} // namespace

OtlpSignal signalOf(std::string_view leaf) {
    try {
        std::string_view first; // a span's trace id, or a metric's name
        bool holdsData = false; // a metric's, or by chance a span's name, attributes or events
        protozero::pbf_reader reader(leaf);
        while (reader.next()) {
            const std::uint32_t fieldTag = reader.tag_and_type();
            if (const auto signal = signalOfTag(fieldTag)) return *signal;
            if (fieldTag == tag(1, Wire::Bytes)) {
                first = reader.get_view();
                if (first.size() == 16 && !isPrintable(first)) return OtlpSignal::Spans;
            } else if (fieldTag == tag(5, Wire::Bytes) || fieldTag == tag(9, Wire::Bytes) ||
                       fieldTag == tag(11, Wire::Bytes)) {
                const std::string_view data = reader.get_view(); // data points = 1
                holdsData = holdsData || data.empty() || data.front() == '\n';
            } else {
                reader.skip();
            }
        }
        if (holdsData && !first.empty() && isPrintable(first)) return OtlpSignal::Metrics;
    } catch (const protozero::exception&) {
    }
    return OtlpSignal::Spans;
}

std::string_view nameOf(OtlpSignal signal) {
    switch (signal) {
    case OtlpSignal::Logs:
        return "logs";
    case OtlpSignal::Metrics:
        return "metrics";
    case OtlpSignal::Profiles:
        return "profiles";
    case OtlpSignal::Spans:
        break;
    }
    return "spans";
}

} // namespace hallway

// Attributes in OTLP protobuf: KeyValue and AnyValue (formats.md 2).
#pragma once

#include "decode/AttributeList.h"
#include "decode/ProtoText.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hallway {

/// Its functions throw protozero::exception where a message is broken.
class OtlpProtoValues {
public:
    /// Adds a KeyValue; one without a key is counted and left out.
    void readAttribute(std::string_view keyValue, AttributeList& target);

    /// Of keys and values, and for the other texts of their record.
    [[nodiscard]] ProtoText& texts() { return m_texts; }

private:
    /// An AnyValue: its member that came last.
    struct Value {
        std::uint32_t member = 0; ///< a tag of otlp::anyValue; 0 = none, which is null
        std::uint64_t bits = 0;   ///< boolean, integer, real
        std::string_view bytes;   ///< the others
        int members = 0;          ///< that came: one is right
    };
    struct Pair {
        std::string_view key;
        Value value;
        bool hasKey = false;
    };

    static void read(std::string_view anyValue, Value& value);
    /// The shape that nearly all have: a key, then a value of one scalar, each shorter than 128 bytes. False
    /// for any other, of which `pair` then tells nothing.
    [[nodiscard]] static bool readPlain(std::string_view keyValue, Pair& pair);
    [[nodiscard]] static Pair pairOf(std::string_view keyValue);

    /// Append as plain JSON what lies `depth` levels within a value.
    void appendJson(const Value& value, AttributeList& target, int depth);
    void appendElements(const Value& arrayOrList, AttributeList& target, int depth);

    ProtoText m_texts;
    std::string m_json; ///< of the array or list being read
};

} // namespace hallway

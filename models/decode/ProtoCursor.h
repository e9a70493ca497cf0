// Steps over the fields of protobuf messages in a stream of any length, without holding the messages whole.
//
//   ProtoField field;
//   while (cursor.next(end, field))      // of the message that ends at `end`
//       if (field.tag == …) … take(field), or next(field.end, …) to step into it; otherwise it is passed
#pragma once

#include "decode/JsonWindow.h"
#include "decode/OtlpProtoShape.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace hallway {

struct ProtoField {
    std::uint32_t tag = 0;    ///< number and wire type: see OtlpProtoFields.h
    std::uint64_t value = 0;  ///< of a varint
    std::uint64_t offset = 0; ///< of its first byte in the stream
    std::uint64_t end = 0;    ///< behind its last byte
};

enum class ProtoFailure : std::uint8_t {
    None,
    Broken, ///< bytes that are no field, or a field that reaches beyond its message
    Cut,    ///< the stream ends within a message; also after an error of the window
};

class ProtoCursor {
public:
    /// The end of a message that reaches to the end of the stream, wherever that is.
    static constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

    /// `largest`: what take() takes.
    ProtoCursor(JsonWindow& window, std::size_t largest) : m_window(window), m_largest(largest) {}

    /// Steps to the next message of the stream, and stands at its content: as if the stream were a message of
    /// length-delimited fields. False at the end of the stream or after a failure.
    [[nodiscard]] bool nextMessage(ProtoFraming framing, ProtoField& message);
    /// Steps to the next field of the message that ends at `end`, and stands at the content of a
    /// length-delimited one, behind any other. False at the end of the message or after a failure.
    [[nodiscard]] bool next(std::uint64_t end, ProtoField& field);
    /// The content of a length-delimited field, at which the cursor stands; valid until the cursor moves.
    /// Nothing if it is too large or the stream ends before it.
    [[nodiscard]] std::optional<std::string_view> take(const ProtoField& field);
    /// Up to `count` bytes from here on, less at the end of the stream.
    [[nodiscard]] std::string_view peek(std::size_t count);
    /// Moves on to the end of the field; false after a failure, and Cut if the stream ends before it.
    bool leave(const ProtoField& field);

    [[nodiscard]] std::uint64_t offset() const { return m_window.offset(); }
    [[nodiscard]] ProtoFailure failure() const { return m_failure; }
    /// Of the first byte of the field that could not be read.
    [[nodiscard]] std::uint64_t failureOffset() const { return m_failureOffset; }
    void recover() { m_failure = ProtoFailure::None; }

private:
    bool fail(ProtoFailure failure, std::uint64_t offset);
    [[nodiscard]] bool have(std::size_t count);
    [[nodiscard]] std::optional<std::uint64_t> takeVarintBefore(std::uint64_t end, std::uint64_t fieldOffset);

    JsonWindow& m_window;
    std::size_t m_largest;
    ProtoFailure m_failure = ProtoFailure::None;
    std::uint64_t m_failureOffset = 0;
};

} // namespace hallway

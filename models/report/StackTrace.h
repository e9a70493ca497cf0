// Stack traces line by line: which lines are frames, and whose.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hallway {

struct StackLine {
    enum class Kind : std::uint8_t {
        Message, ///< what was thrown, or anything that is no frame
        Frame,   ///< of the application, or of nobody knows whom
        Library, ///< plainly of a runtime, a framework or an installed package
    };
    std::string_view text; ///< without its line end; of the given text
    Kind kind = Kind::Message;
    bool operator==(const StackLine&) const = default;
};

/// Every line of the text, in order. Knows the shapes of Java, Kotlin, Python, JavaScript, Go, .NET, Ruby,
/// Rust and PHP. Linear, whatever the text.
[[nodiscard]] std::vector<StackLine> stackLinesOf(std::string_view text);

/// Whether a text looks like a stack trace, whatever its key: two frames or more.
[[nodiscard]] bool looksLikeStackTrace(std::string_view text);

} // namespace hallway

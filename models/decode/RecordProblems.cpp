#include "decode/RecordProblems.h"

#include "base/Utf8.h"

namespace hallway {

std::string RecordProblems::quoted(std::string_view text) {
    constexpr std::size_t maximum = 60;
    std::string quoted = "\"";
    quoted += utf8Front(text, maximum);
    quoted += text.size() > maximum ? "…\"" : "\"";
    return quoted;
}

} // namespace hallway

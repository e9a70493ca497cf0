// Texts in quotes. Private to this room.
#pragma once

#include "query/FilterError.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

struct QuotedText {
    std::size_t size = 0; ///< with its quotes
    std::string text = {};
    std::optional<FilterProblem> fault = {};
    std::size_t faultAt = 0, faultSize = 0; ///< from the opening quote
};

/// `quoted`: begins with " or `. Between " and " the escapes of Go: \" \\ \n \t \r \a \b \f \v \xHH \uHHHH
/// \UHHHHHHHH; between ` and ` none.
[[nodiscard]] QuotedText readQuoted(std::string_view quoted);

} // namespace hallway

// What may stand where the cursor is in the text of a filter.
#pragma once

#include "query/AttributeCatalog.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

struct Completion {
    enum class Kind : std::uint8_t {
        Field,      ///< duration, span.http.route
        Comparison, ///< a value somebody typed a piece of, with its field: resource.service.name = "payments"
        Relation,   ///< =, =~, >
        Value,      ///< "payments", error, 100ms
        Connective, ///< &&, ||, }, >>, |, count() >
    };
    Kind kind = Kind::Field;
    std::string text;        ///< what is put in place of Completions::from … to
    std::uint64_t spans = 0; ///< that have the field or value (of calls' fields: calls); 0: not counted
    bool operator==(const Completion&) const = default;
};

struct Completions {
    std::size_t from = 0, to = 0;      ///< bytes of the text a proposal replaces; the cursor lies within
    std::vector<Completion> proposals; ///< best first
};

/// `cursor`: a byte of `text`, or its end; `catalog`: null as long as none was gathered. Constant in the
/// length of the capture, linear in the catalog: some milliseconds. Texts of proposals are foreign: shown as
/// such. A comparison is proposed from two letters on.
[[nodiscard]] Completions completionsAt(std::string_view text, std::size_t cursor,
                                        const AttributeCatalog* catalog, std::size_t most = 50);

} // namespace hallway

// What the detection of a format looks at: the begin of a file.
#pragma once

#include "decode/JsonOutline.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

struct Sniff {
    std::string_view bytes;             ///< as they are in the file
    std::string_view text;              ///< as UTF-8 without a byte-order mark
    std::vector<JsonOutline> documents; ///< of the JSON objects in the text
    bool whole = false;                 ///< the file is not longer

    template <class Predicate>
    [[nodiscard]] bool anyDocument(Predicate predicate) const {
        for (const JsonOutline& document : documents)
            if (predicate(document)) return true;
        return false;
    }
};

} // namespace hallway

// Filters: whatever the text, parse() gives a filter or an error within the text; what it gives is written
// and read again the same; completion finds a place around every cursor.
#include "query/Completion.h"
#include "query/Filter.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace hallway;

namespace {
void require(bool holds) {
    if (!holds) std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const AttributeCatalog catalog(
        {{{FieldKind::SpanAttribute, "http.route"}, 3, false, {{std::string("/pay"), 3}}, false},
         {{FieldKind::SpanAttribute, "a b"}, 2, true, {{std::int64_t{200}, 2}}, false}},
        false);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto filter = Filter::parse(text);
    if (filter) {
        const auto again = Filter::parse(filter->text());
        require(again.has_value() ||
                again.error().problem == FilterProblem::TooLong); // written out, it may be longer
        require(!again || *again == *filter);
    } else {
        require(filter.error().at <= text.size() && filter.error().size <= text.size() - filter.error().at);
    }
    const std::size_t cursor = size == 0 ? 0 : data[0] % (size + 1);
    const Completions found = completionsAt(text, cursor, &catalog, 20);
    require(found.from <= cursor && cursor <= found.to && found.to <= text.size());
    return 0;
}

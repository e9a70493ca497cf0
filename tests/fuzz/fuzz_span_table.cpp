#include "Harness.h"

#include "decode/SpanTableText.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    hallway::fuzz::decodeTwice(text, hallway::decodeSpanTable);
    return 0;
}

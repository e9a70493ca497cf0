#include "Harness.h"

#include "decode/JsonOutline.h"
#include "decode/JsonText.h"
#include "decode/UnsupportedFormats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hallway;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Sniff sniff{text, text, outlinesOf(text), true};
    (void)nameOfUnsupported(sniff);
    // What was repaired once needs no repair.
    const std::string repaired = repairedJson(text);
    fuzz::require(repairedJson(repaired) == repaired);
    return 0;
}

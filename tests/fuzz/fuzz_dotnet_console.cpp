#include "Harness.h"

#include "decode/DotnetConsole.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    hallway::fuzz::decodeTwice(text, hallway::decodeDotnetConsole);
    return 0;
}

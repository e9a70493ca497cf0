#include "Harness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hallway;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    fuzz::decodeTwice(text, [](ByteSource& source, DecodeContext& context, WindowLimits limits) {
        return decodeFile(source, "input", context, limits);
    });
    return 0;
}

#include "Harness.h"

#include "decode/OtlpProto.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    hallway::fuzz::decodeTwice(bytes, hallway::decodeOtlpProto);
    return 0;
}

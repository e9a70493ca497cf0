#include "Harness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hallway;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    constexpr std::uint64_t unlimited = ~std::uint64_t{0}; // where it stops must not depend on the window
    fuzz::decodeTwice(
        text, [](ByteSource& source, DecodeContext& context, WindowLimits limits) -> Result<DecodedFile> {
            FileContents contents(source, "input", {.unasked = unlimited, .maximum = unlimited}, {});
            Result<DecodedFile> all = DecodedFile{};
            while (contents.next()) {
                const auto decoded = contents.decode(context, limits);
                if (!decoded)
                    all = fail(decoded.error());
                else if (all)
                    all->spans += decoded->spans;
            }
            return all;
        });
    return 0;
}

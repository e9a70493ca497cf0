#include "Harness.h"

#include "decode/DecompressedSource.h"

#include <algorithm>
#include <array>
#include <string>

namespace {

using namespace hallway;

/// Gives one byte, then two, and so on: cuts everything everywhere.
class GrowingSteps final : public ByteSource {
public:
    explicit GrowingSteps(std::string_view bytes) : m_rest(bytes) {}
    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t count = std::min({buffer.size(), m_rest.size(), ++m_step});
        std::copy_n(m_rest.begin(), count, buffer.begin());
        m_rest.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_rest;
    std::size_t m_step = 0;
};

struct Content {
    std::string text;
    bool refused = false;
};

Content decompressed(ByteSource& bytes, Compression kind, std::size_t step) {
    constexpr ExpansionLimits limits{.ratio = 1000, .unasked = 1 << 16, .maximum = 1 << 20};
    CountingSource file(bytes);
    ExpansionGuard guard("f", file, limits);
    DecompressedSource source(kind, file, guard, [] { return false; });
    Content content;
    std::string buffer(step, '\0');
    for (;;) {
        const auto got = source.read(buffer);
        content.refused = !got;
        if (got.value_or(0) == 0) break;
        content.text.append(buffer, 0, *got);
    }
    fuzz::require(!source.finding() || source.finding()->position->offset <= file.count());
    return content;
}

/// How the bytes come must not change what they decompress to, except that some is missing before cuts and
/// damage: of gzip and zlib a match or a few literals (Inflater.cpp), of a zstd frame that is not as long as
/// its header says the last piece.
bool agree(const std::string& one, const std::string& other, Compression kind) {
    std::size_t mayMiss = 258 + 2;
    if (kind == Compression::Zstd) mayMiss = 128 << 10;
    if (kind == Compression::Bzip2 || kind == Compression::Lz4 || kind == Compression::Xz)
        mayMiss = 4 << 20; // a block
    const auto& [shorter, longer] = std::minmax(
        one, other, [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
    return longer.starts_with(shorter) && longer.size() - shorter.size() <= mayMiss;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto kind = compressionOf(bytes);
    if (!kind) return 0;
    const auto whole = memorySource(bytes);
    const Content atOnce = decompressed(*whole, *kind, 1 << 16);
    GrowingSteps pieces(bytes);
    const Content inPieces = decompressed(pieces, *kind, 77);
    if (!atOnce.refused && !inPieces.refused) fuzz::require(agree(atOnce.text, inPieces.text, *kind));
    return 0;
}

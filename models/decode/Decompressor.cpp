#include "decode/Decompressor.h"

namespace hallway {

std::unique_ptr<Decompressor> makeDecompressor(Compression kind) {
    switch (kind) {
    case Compression::Zstd:
        return makeZstdDecompressor();
    case Compression::Xz:
        return makeXzDecompressor();
    case Compression::Bzip2:
        return makeBzip2Decompressor();
    case Compression::Lz4:
        return makeLz4Decompressor();
    case Compression::Gzip:
    case Compression::Zlib:
        break;
    }
    return makeInflater(kind);
}

} // namespace hallway

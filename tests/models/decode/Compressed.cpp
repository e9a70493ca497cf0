#include "Compressed.h"

#include <archive.h>
#include <archive_entry.h>
#include <bzlib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace hallway {

namespace {

std::string deflated(std::string_view content, int windowBits) {
    z_stream stream{};
    if (::deflateInit2(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("deflateInit2");
    std::string compressed(::deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    if (::deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("deflate");
    compressed.resize(stream.total_out);
    ::deflateEnd(&stream);
    return compressed;
}

} // namespace

std::string gzipped(std::string_view content) { return deflated(content, 16 + MAX_WBITS); }
std::string zlibbed(std::string_view content) { return deflated(content, MAX_WBITS); }

std::string withHeader(std::string_view member, unsigned flags) {
    using namespace std::string_view_literals;
    std::string header(member.substr(0, 10));
    header[3] = static_cast<char>(flags);
    if ((flags & 4) != 0) header += "\x06\0extra\0"sv;
    if ((flags & 8) != 0) header += "name\0"sv;
    if ((flags & 16) != 0) header += "comment\0"sv;
    if ((flags & 2) != 0) {
        const uLong sum = ::crc32_z(0, reinterpret_cast<const Bytef*>(header.data()), header.size());
        header += static_cast<char>(sum & 0xFF);
        header += static_cast<char>(sum >> 8 & 0xFF);
    }
    return header.append(member.substr(10));
}

std::string inflatedByZlib(std::string_view bytes) {
    z_stream stream{};
    constexpr int anyHeader = 32; // gzip's or zlib's
    if (::inflateInit2(&stream, anyHeader + MAX_WBITS) != Z_OK) throw std::runtime_error("inflateInit2");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string text;
    char buffer[4096];
    do {
        stream.next_out = reinterpret_cast<Bytef*>(buffer);
        stream.avail_out = sizeof buffer;
        if (::inflate(&stream, Z_NO_FLUSH) != Z_OK && stream.avail_out == sizeof buffer) break;
        text.append(buffer, sizeof buffer - stream.avail_out);
    } while (true);
    ::inflateEnd(&stream);
    return text;
}

std::string zstdded(std::string_view content) {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(::ZSTD_createCCtx(),
                                                                          ::ZSTD_freeCCtx);
    ::ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string compressed(::ZSTD_compressBound(content.size()), '\0');
    const std::size_t size =
        ::ZSTD_compress2(context.get(), compressed.data(), compressed.size(), content.data(), content.size());
    if (::ZSTD_isError(size) != 0) throw std::runtime_error("ZSTD_compress2");
    compressed.resize(size);
    return compressed;
}

std::string skippableFrame(std::string_view content) {
    std::string frame = "\x5A\x2A\x4D\x18";
    for (unsigned shift = 0; shift < 32; shift += 8)
        frame += static_cast<char>(static_cast<std::uint32_t>(content.size()) >> shift);
    return frame + std::string(content);
}

std::string xzed(std::string_view content) {
    std::string compressed(::lzma_stream_buffer_bound(content.size()), '\0');
    std::size_t size = 0;
    if (::lzma_easy_buffer_encode(1, LZMA_CHECK_CRC64, nullptr,
                                  reinterpret_cast<const std::uint8_t*>(content.data()), content.size(),
                                  reinterpret_cast<std::uint8_t*>(compressed.data()), &size,
                                  compressed.size()) != LZMA_OK)
        throw std::runtime_error("lzma_easy_buffer_encode");
    compressed.resize(size);
    return compressed;
}

std::string withDictionary(std::string stream, unsigned bits) {
    constexpr std::size_t block =
        12; // its header: size, flags, lengths, filter, size of properties, dictionary …
    const auto headerBytes = (static_cast<std::size_t>(static_cast<unsigned char>(stream[block])) + 1) * 4;
    const std::size_t filter = stream.find("\x21\x01", block + 2);
    stream[filter + 2] = static_cast<char>((bits - 12) * 2);
    const std::uint32_t sum = ::lzma_crc32(reinterpret_cast<const std::uint8_t*>(stream.data()) + block,
                                           headerBytes - sizeof sum, 0);
    for (std::size_t i = 0; i < sizeof sum; ++i)
        stream[block + headerBytes - sizeof sum + i] = static_cast<char>(sum >> (8 * i) & 0xFF);
    return stream;
}

std::string bzipped(std::string_view content) {
    auto size = static_cast<unsigned>(content.size() + content.size() / 100 + 600);
    std::string compressed(size, '\0');
    if (::BZ2_bzBuffToBuffCompress(compressed.data(), &size, const_cast<char*>(content.data()),
                                   static_cast<unsigned>(content.size()), 1, 0, 0) != BZ_OK)
        throw std::runtime_error("BZ2_bzBuffToBuffCompress");
    compressed.resize(size);
    return compressed;
}

std::string lz4ed(std::string_view content) {
    LZ4F_preferences_t preferences{};
    preferences.frameInfo.blockSizeID = LZ4F_max64KB;
    preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
    preferences.frameInfo.blockChecksumFlag = LZ4F_blockChecksumEnabled;
    std::string compressed(::LZ4F_compressFrameBound(content.size(), &preferences), '\0');
    const std::size_t size = ::LZ4F_compressFrame(compressed.data(), compressed.size(), content.data(),
                                                  content.size(), &preferences);
    if (::LZ4F_isError(size) != 0) throw std::runtime_error("LZ4F_compressFrame");
    compressed.resize(size);
    return compressed;
}

namespace {

class ArchiveWriter {
public:
    explicit ArchiveWriter(bool isZip, const char* options = "")
        : m_archive(::archive_write_new(), ::archive_write_free) {
        if (isZip)
            ::archive_write_set_format_zip(m_archive.get());
        else
            ::archive_write_set_format_pax_restricted(m_archive.get());
        ::archive_write_set_options(m_archive.get(), options);
        ::archive_write_set_passphrase(m_archive.get(), "secret");
        ::archive_write_set_bytes_in_last_block(m_archive.get(), 1);
        const auto write = [](archive*, void* bytes, const void* data, std::size_t size) -> la_ssize_t {
            static_cast<std::string*>(bytes)->append(static_cast<const char*>(data), size);
            return static_cast<la_ssize_t>(size);
        };
        if (::archive_write_open(m_archive.get(), &m_bytes, nullptr, write, nullptr) != ARCHIVE_OK)
            throw std::runtime_error(::archive_error_string(m_archive.get()));
    }

    void add(const ArchiveEntry& written, unsigned type = AE_IFREG) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(::archive_entry_new(),
                                                                             ::archive_entry_free);
        ::archive_entry_set_pathname(entry.get(), written.name.c_str());
        ::archive_entry_set_filetype(entry.get(), type);
        ::archive_entry_set_perm(entry.get(), 0644);
        if (type == AE_IFLNK) ::archive_entry_set_symlink(entry.get(), "/etc/passwd");
        const bool isFile = type == AE_IFREG;
        ::archive_entry_set_size(entry.get(), isFile ? static_cast<la_int64_t>(written.content.size()) : 0);
        if (::archive_write_header(m_archive.get(), entry.get()) != ARCHIVE_OK)
            throw std::runtime_error(::archive_error_string(m_archive.get()));
        if (isFile) ::archive_write_data(m_archive.get(), written.content.data(), written.content.size());
    }

    std::string finished() {
        ::archive_write_close(m_archive.get());
        return m_bytes;
    }

private:
    std::string m_bytes;
    std::unique_ptr<archive, int (*)(archive*)> m_archive;
};

} // namespace

std::string zipped(const std::vector<ArchiveEntry>& entries) {
    ArchiveWriter writer(true);
    for (const ArchiveEntry& entry : entries)
        writer.add(entry);
    return writer.finished();
}

std::string tarred(const std::vector<ArchiveEntry>& entries) {
    ArchiveWriter writer(false);
    for (const ArchiveEntry& entry : entries)
        writer.add(entry);
    return writer.finished();
}

std::string tarredWithOthers(const ArchiveEntry& entry) {
    ArchiveWriter writer(false);
    writer.add({"folder", {}}, AE_IFDIR);
    writer.add({"link", {}}, AE_IFLNK);
    writer.add({"device", {}}, AE_IFCHR);
    writer.add(entry);
    return writer.finished();
}

std::string encryptedZip(const ArchiveEntry& entry) {
    ArchiveWriter writer(true, "zip:encryption=traditional");
    writer.add(entry);
    return writer.finished();
}

} // namespace hallway

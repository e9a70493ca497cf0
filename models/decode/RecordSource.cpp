#include "decode/RecordSource.h"

#include "decode/DecompressedSource.h"
#include "decode/Utf8Source.h"

#include <algorithm>
#include <utility>

namespace hallway {

namespace {

/// The next bytes of a source, and no more.
class PartSource final : public ByteSource {
public:
    PartSource(ByteSource& inner, std::uint64_t size) : m_inner(inner), m_left(size) {}
    Result<std::size_t> read(std::span<char> buffer) override {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), m_left));
        if (wanted == 0) return std::size_t{0};
        const auto got = m_inner.read(buffer.first(wanted));
        m_left -= got.value_or(0);
        return got;
    }
    [[nodiscard]] std::uint64_t left() const { return m_left; }

private:
    ByteSource& m_inner;
    std::uint64_t m_left;
};

bool beginsJson(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != bytes.npos && (bytes[first] == '{' || bytes[first] == '[');
}

} // namespace

RecordSource::RecordSource(ByteSource& inner, ProtoFraming framing, ExpansionGuard& guard,
                           std::size_t largest, CancelToken cancel)
    : m_inner(inner), m_framing(framing), m_guard(guard), m_largest(largest), m_cancel(std::move(cancel)) {}

Result<RecordSource::Content> RecordSource::look() {
    while (m_record.empty() && !m_ended)
        if (const Status done = readRecord(); !done) return fail(done.error());
    const std::size_t header = m_framing == ProtoFraming::Length32 ? frameLengthBytes : grpcHeaderBytes;
    m_isJson = m_framing == ProtoFraming::Length32 && m_record.size() > header &&
               beginsJson(std::string_view(m_record).substr(header));
    if (!m_isJson) return Content::Protobuf;
    m_record.erase(0, header);
    m_record += '\n';
    return Content::Json;
}

Result<std::size_t> RecordSource::read(std::span<char> buffer) {
    while (m_given == m_record.size()) {
        if (m_plain > 0) {
            const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), m_plain));
            const auto got = m_inner.read(buffer.first(wanted));
            m_plain -= got.value_or(0);
            return got;
        }
        if (m_ended) return std::size_t{0};
        if (const Status done = readRecord(); !done) return fail(done.error());
    }
    const std::size_t count = std::min(buffer.size(), m_record.size() - m_given);
    std::copy_n(m_record.data() + m_given, count, buffer.data());
    m_given += count;
    return count;
}

/// The next one, into m_record; nothing where it cannot be read.
Status RecordSource::readRecord() {
    m_record.clear();
    m_given = 0;
    m_begin = m_inner.count();
    const std::size_t headerBytes = m_framing == ProtoFraming::Grpc ? grpcHeaderBytes : frameLengthBytes;
    std::string header;
    if (const Status taken = takeHead(m_inner, header, headerBytes); !taken) return taken;
    m_ended = header.size() < headerBytes;
    if (m_ended) {
        if (!header.empty())
            m_problems.add(ProblemCode::TruncatedFile, FilePosition{m_begin, std::nullopt},
                           "the file ends inside a record");
        return {};
    }
    const std::uint64_t length =
        frameLengthOf(std::string_view(header).substr(headerBytes - frameLengthBytes));
    if (m_framing == ProtoFraming::Length32 || header.front() != '\0') return decompress(length);
    m_record = std::move(header);
    m_plain = length;
    return {};
}

Status RecordSource::decompress(std::uint64_t length) {
    const FilePosition place{m_begin, std::nullopt};
    PartSource part(m_inner, length);
    std::string head;
    if (const Status taken = takeHead(part, head, compressionMagicBytes); !taken) return taken;
    const auto kind = compressionOf(head);
    ReplaySource compressed(std::move(head), part);
    std::string damage;
    bool isTooLarge = false;
    if (kind) {
        DecompressedSource content(*kind, compressed, m_guard, [this] { return m_cancel.cancelled(); });
        constexpr std::size_t step = std::size_t{256} << 10;
        for (std::size_t got = 1; got > 0 && !isTooLarge;) {
            const std::size_t before = m_record.size();
            m_record.resize(before + step);
            const auto given = content.read({m_record.data() + before, step});
            if (!given) return fail(given.error());
            got = *given;
            m_record.resize(before + got);
            isTooLarge = m_record.size() > m_largest;
        }
        if (content.finding()) damage = ": " + content.finding()->detail;
    } else if (length > 0) {
        damage = " that is not compressed in a way that is known";
    }
    std::string rest(std::size_t{64} << 10, '\0');
    for (std::size_t got = 1; got > 0;) {
        const auto passed = part.read(rest);
        if (!passed) return fail(passed.error());
        got = *passed;
    }
    const bool isCut = part.left() > 0;
    if (isTooLarge) {
        m_record.clear();
        m_problems.add(ProblemCode::BrokenRecord, place, "a record too large to be read");
    } else if (isCut) {
        m_problems.add(ProblemCode::TruncatedFile, place, "the file ends inside a record");
    } else if (!damage.empty()) {
        m_problems.add(ProblemCode::BrokenRecord, place, "a record that cannot be decompressed" + damage);
    }
    if (m_record.empty()) return {};
    if (m_isJson)
        m_record += '\n';
    else
        writeFrame(m_record.size());
    return {};
}

void RecordSource::writeFrame(std::uint64_t length) {
    std::string header(m_framing == ProtoFraming::Grpc ? 1 : 0, '\0');
    for (int shift = 24; shift >= 0; shift -= 8)
        header += static_cast<char>(length >> shift & 0xFF);
    m_record.insert(0, header);
}

} // namespace hallway

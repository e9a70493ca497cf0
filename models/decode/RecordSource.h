// Undoes the compression of single records.
#pragma once

#include "base/Cancellation.h"
#include "decode/ExpansionGuard.h"
#include "decode/OtlpProtoShape.h"
#include "trace/ImportProblems.h"

#include <string>

namespace hallway {

/// Protobuf comes in the framing that it has, only not compressed; JSON comes as lines, without lengths.
class RecordSource final : public ByteSource {
public:
    enum class Content : std::uint8_t { Protobuf, Json };

    /// `inner` and `guard` outlive this. `framing` is Length32, then all records are compressed, or Grpc.
    /// `largest`: a record that decompresses to more is counted and left out.
    RecordSource(ByteSource& inner, ProtoFraming framing, ExpansionGuard& guard, std::size_t largest,
                 CancelToken cancel);

    /// Looks at the first record; to be called before read(). Errors: as of read().
    [[nodiscard]] Result<Content> look();
    /// Errors: those of `inner` and of the guard, Cancelled.
    Result<std::size_t> read(std::span<char> buffer) override;
    /// What was wrong so far; places are offsets in `inner`.
    [[nodiscard]] const ImportProblems& problems() const { return m_problems; }

private:
    Status readRecord();
    Status decompress(std::uint64_t length);
    void writeFrame(std::uint64_t length);

    CountingSource m_inner;
    ProtoFraming m_framing;
    ExpansionGuard& m_guard;
    std::size_t m_largest;
    CancelToken m_cancel;
    bool m_isJson = false;
    std::string m_record; ///< to be given, from m_given on
    std::size_t m_given = 0;
    std::uint64_t m_plain = 0; ///< bytes of an uncompressed record that follow and are given as they are
    bool m_ended = false;
    std::uint64_t m_begin = 0; ///< of the record, in `inner`
    ImportProblems m_problems;
};

} // namespace hallway

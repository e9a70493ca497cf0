// One layer of compression taken off a source.
#pragma once

#include "decode/Decompressor.h"
#include "decode/ExpansionGuard.h"
#include "trace/ImportProblems.h"

#include <functional>
#include <string_view>
#include <vector>

namespace hallway {

/// All members or frames of a stream, one behind the other. Where it is cut short or damaged it ends:
/// everything before is given, and finding() says it.
class DecompressedSource final : public ByteSource {
public:
    /// `inner` begins with the magic of `kind`; it and `guard` outlive this. `stopped` is asked after each
    /// piece of `inner`, by the thread that reads.
    DecompressedSource(Compression kind, ByteSource& inner, ExpansionGuard& guard,
                       std::function<bool()> stopped);

    /// Errors: those of `inner` and of the guard, Cancelled.
    Result<std::size_t> read(std::span<char> buffer) override;

    /// What was wrong with the compressed bytes, at an offset in `inner`; complete once all is read.
    [[nodiscard]] const std::optional<Problem>& finding() const { return m_finding; }

private:
    [[nodiscard]] std::string_view input() const { return {m_input.data() + m_begin, m_end - m_begin}; }
    Status refill();
    void passMemberEnd();
    std::size_t decompress(std::span<char> buffer);
    void finish(ProblemCode code, const std::string& what);

    Compression m_kind;
    std::unique_ptr<Decompressor> m_decompressor;
    ByteSource& m_inner;
    ExpansionGuard& m_guard;
    std::function<bool()> m_stopped;

    std::vector<char> m_input;
    std::size_t m_begin = 0; ///< of what was read and not taken yet
    std::size_t m_end = 0;
    bool m_innerEnded = false;
    bool m_wantsInput = false;
    bool m_atMemberEnd = false;
    bool m_ended = false;
    std::uint64_t m_taken = 0; ///< bytes of `inner`
    std::optional<Problem> m_finding;
};

} // namespace hallway

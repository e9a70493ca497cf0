#include "decode/DecompressedSource.h"

#include <cstring>
#include <utility>

namespace hallway {

namespace {
constexpr std::size_t inputBytes = std::size_t{128} << 10;
}

DecompressedSource::DecompressedSource(Compression kind, ByteSource& inner, ExpansionGuard& guard,
                                       std::function<bool()> stopped)
    : m_kind(kind), m_decompressor(makeDecompressor(kind)), m_inner(inner), m_guard(guard),
      m_stopped(std::move(stopped)), m_input(inputBytes) {}

void DecompressedSource::finish(ProblemCode code, const std::string& what) {
    m_ended = true;
    m_finding = Problem{code, 1, FilePosition{m_taken, std::nullopt},
                        "the " + std::string(nameOf(m_kind)) + " data " + what};
}

/// Reads more behind what is left of the input.
Status DecompressedSource::refill() {
    if (m_stopped()) return fail(ErrorCode::Cancelled);
    std::memmove(m_input.data(), m_input.data() + m_begin, m_end - m_begin);
    m_end -= std::exchange(m_begin, 0);
    const auto got = m_inner.read({m_input.data() + m_end, m_input.size() - m_end});
    if (!got) return fail(got.error());
    m_end += *got;
    m_innerEnded = *got == 0;
    m_wantsInput = false;
    return {};
}

/// What follows tells whether there is a next member.
void DecompressedSource::passMemberEnd() {
    for (; !input().empty() && input().front() == '\0'; ++m_begin) // padding, as of a tape's block
        ++m_taken;
    m_wantsInput = input().size() < compressionMagicBytes && !m_innerEnded;
    if (m_wantsInput) return;
    m_atMemberEnd = false;
    const auto next = compressionOf(input());
    if (input().empty()) {
        m_ended = true;
    } else if (!next || !continues(m_kind, *next)) {
        finish(ProblemCode::UnknownRecord, "are followed by other bytes");
    } else if (*next == m_kind) {
        m_decompressor->restart();
    } else {
        m_kind = *next;
        m_decompressor = makeDecompressor(m_kind);
    }
}

std::size_t DecompressedSource::decompress(std::span<char> buffer) {
    const Decompressor::Step step = m_decompressor->step(input(), buffer);
    m_begin += step.taken;
    m_taken += step.taken;
    m_atMemberEnd = step.state == Decompressor::State::Ended;
    m_wantsInput = !m_atMemberEnd && step.taken == 0 && step.given == 0;
    if (step.state == Decompressor::State::Damaged) {
        finish(ProblemCode::TruncatedFile,
               "are damaged (" + m_decompressor->damage() + "), what follows is lost");
    } else if (m_wantsInput && m_innerEnded) {
        m_taken += input().size(); // too few to be of use
        finish(ProblemCode::TruncatedFile, "end too early");
    }
    return step.given;
}

Result<std::size_t> DecompressedSource::read(std::span<char> buffer) {
    std::size_t given = 0;
    while (!m_ended && given < buffer.size()) {
        if (m_wantsInput) {
            if (given > 0) break; // what there is, rather than wait for a slow pipe or lose it to an error
            if (const Status filled = refill(); !filled) return fail(filled.error());
        }
        if (m_atMemberEnd)
            passMemberEnd();
        else
            given += decompress(buffer.subspan(given));
    }
    if (const Status allowed = m_guard.add(given); !allowed) return fail(allowed.error());
    return given;
}

} // namespace hallway

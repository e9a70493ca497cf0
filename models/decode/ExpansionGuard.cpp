#include "decode/ExpansionGuard.h"

#include "base/FormatText.h"

namespace hallway {

Status ExpansionGuard::add(std::uint64_t bytes) {
    const std::uint64_t given = m_given.fetch_add(bytes, std::memory_order_relaxed) + bytes;
    if (given > m_limits.maximum)
        return fail(ErrorCode::FileUnreadable,
                    {m_path, "it decompresses to more than " + format::bytes(m_limits.maximum) +
                                 ", so reading was stopped"});
    if (given > m_limits.unasked && given / m_limits.ratio > m_file.count())
        return fail(ErrorCode::FileUnreadable,
                    {m_path, "it decompresses to more than " + std::to_string(m_limits.ratio) +
                                 " times its size, so reading was stopped"});
    return {};
}

} // namespace hallway

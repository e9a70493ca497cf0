#include "decode/ExpansionGuard.h"

#include "base/FormatText.h"

namespace hallway {

Status ExpansionGuard::allow(std::uint64_t bytes) const {
    if (bytes > m_limits.maximum)
        return fail(ErrorCode::FileUnreadable,
                    {m_path, "it decompresses to more than " + format::bytes(m_limits.maximum) +
                                 ", so reading was stopped"});
    if (bytes > m_limits.unasked && bytes / m_limits.ratio > m_file->count())
        return fail(ErrorCode::FileUnreadable,
                    {m_path, "it decompresses to more than " + std::to_string(m_limits.ratio) +
                                 " times its size, so reading was stopped"});
    return {};
}

} // namespace hallway

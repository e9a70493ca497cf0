#include "decode/ProtoText.h"

#include "base/Utf8.h"

namespace hallway {

std::string_view ProtoText::checked(std::string_view bytes) {
    std::size_t good = 0; // bytes of it
    const auto sequenceAt = [bytes](std::size_t at) {
        return bytes[at] == '\0' ? 0 : utf8SequenceLength(bytes.substr(at));
    };
    while (good < bytes.size()) {
        const std::size_t length = sequenceAt(good);
        if (length == 0) break;
        good += length;
    }
    if (good == bytes.size()) return bytes;
    m_repaired = true;
    m_text = bytes.substr(0, good);
    for (std::size_t at = good; at < bytes.size();) {
        const std::size_t length = sequenceAt(at);
        m_text += length == 0 ? replacementCharacter : bytes.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return m_text;
}

} // namespace hallway

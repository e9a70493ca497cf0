// What elements were understood as, by their text: the resources and scopes of an export are a few, written
// again before each group of their spans.
#pragma once

#include "base/Hash.h"
#include "decode/RecordProblems.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace hallway {

/// Small, whatever the file: long texts and those that come late are not kept.
template <class Id>
class ElementMemo {
public:
    /// What read() understands `text` as, nothing if it fails. Only a text there is nothing to count of is
    /// kept: the others are counted each time.
    template <class Read>
    [[nodiscard]] std::optional<Id> understood(std::string_view text, RecordProblems& problems, Read read) {
        if (const auto known = m_known.find(text); known != m_known.end()) return known->second;
        problems.beginTrial();
        const std::optional<Id> id = read();
        if (!problems.endTrial()) return read();
        if (id && text.size() <= maximumText && m_known.size() < maximumTexts) m_known.emplace(text, *id);
        return id;
    }

private:
    static constexpr std::size_t maximumText = 8192, maximumTexts = 1024;

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return hashOf(text); }
    };
    std::unordered_map<std::string, Id, TextHash, std::equal_to<>> m_known;
};

} // namespace hallway

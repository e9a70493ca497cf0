// An AttributePredicate made ready for the packed attributes of one capture.
#pragma once

#include "base/StringPool.h"
#include "store/AttributePredicate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// Texts are looked up once, in the pool; packed bytes are then compared as they are. Thread-safe.
class AttributeMatcher {
public:
    enum class Answer : std::uint8_t { No, Yes, Damaged };

    /// `strings`: the capture's own pool; not referred to later.
    AttributeMatcher(const AttributePredicate& predicate, const StringPool& strings);

    /// False where the capture has no such key at all.
    [[nodiscard]] bool canFit() const { return !m_key || *m_key < m_poolSize; }
    /// Whether one of the packed attributes fits. What follows the first that does is not looked at.
    [[nodiscard]] Answer answer(std::string_view packed) const;

private:
    using Match = AttributePredicate::Match;
    void wantText(std::string text, const StringPool& strings);
    void wantInteger(std::int64_t value);
    void wantReal(double value);
    [[nodiscard]] bool wantsPooled(std::uint64_t text) const;
    [[nodiscard]] bool wantsText(std::string_view text) const;

    Match m_match;
    std::size_t m_poolSize;
    std::optional<std::uint64_t> m_key; ///< nothing: any; beyond the pool where no attribute has it
    std::optional<std::string> m_text;
    std::vector<bool> m_pooled;             ///< by id: texts of the pool that fit, up to the last of them
    std::optional<std::uint64_t> m_integer; ///< as it is packed
    std::optional<double> m_real;
    std::optional<bool> m_truth;
};

} // namespace hallway

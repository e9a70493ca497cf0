#include "query/AttributeCatalog.h"

#include "query/Literal.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

char lowered(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte; }

/// Less is better.
int rankOf(std::string_view text, std::string_view piece) {
    const std::size_t at = findAnyCase(text, piece);
    if (at == std::string_view::npos) return 3;
    return text.size() == piece.size() ? 0 : at == 0 ? 1 : 2;
}

} // namespace

std::size_t findAnyCase(std::string_view text, std::string_view piece) {
    const auto found = std::search(text.begin(), text.end(), piece.begin(), piece.end(),
                                   [](char a, char b) { return lowered(a) == lowered(b); });
    return found == text.end() && !piece.empty() ? std::string_view::npos
                                                 : static_cast<std::size_t>(found - text.begin());
}

std::string literalOf(const Scalar& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return "nil";
            else
                return textOf(Literal(held));
        },
        value);
}

std::string plainTextOf(const Scalar& value) {
    const auto* const text = std::get_if<std::string>(&value);
    return text ? *text : literalOf(value);
}

AttributeCatalog::AttributeCatalog(std::vector<CatalogKey> keys, bool isCapped)
    : m_keys(std::move(keys)), m_isCapped(isCapped) {
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        order.emplace_back(textOf(m_keys[i].field), i);
    std::sort(order.begin(), order.end(), [this](const auto& a, const auto& b) {
        const std::uint64_t ofA = m_keys[a.second].spans, ofB = m_keys[b.second].spans;
        return ofA != ofB ? ofA > ofB : a.first < b.first;
    });
    std::vector<CatalogKey> sorted;
    sorted.reserve(m_keys.size());
    for (auto& [text, index] : order) {
        m_byText.emplace(std::move(text), sorted.size());
        sorted.push_back(std::move(m_keys[index]));
    }
    m_keys = std::move(sorted);
    std::size_t left = mostOfAll;
    for (CatalogKey& key : m_keys) {
        std::sort(key.values.begin(), key.values.end(), [](const CatalogValue& a, const CatalogValue& b) {
            return a.spans != b.spans ? a.spans > b.spans : plainTextOf(a.value) < plainTextOf(b.value);
        });
        if (const std::size_t most = std::min(mostValues, left); key.values.size() > most) {
            key.values.resize(most);
            key.hasMore = true;
        }
        left -= key.values.size();
    }
}

const CatalogKey* AttributeCatalog::find(const Field& field) const {
    const auto found = m_byText.find(textOf(field));
    return found == m_byText.end() ? nullptr : &m_keys[found->second];
}

std::vector<AttributeCatalog::Hit> AttributeCatalog::holding(std::string_view piece, std::size_t most) const {
    struct Ranked {
        int rank;
        Hit hit;
    };
    if (piece.empty()) return {};
    std::vector<Ranked> found;
    for (const CatalogKey& key : m_keys)
        for (const CatalogValue& value : key.values) {
            const auto* const text = std::get_if<std::string>(&value.value);
            const int rank = text ? rankOf(*text, piece) : rankOf(literalOf(value.value), piece);
            if (rank < (text ? 3 : 2))
                found.push_back({rank, {&key, &value}}); // numbers from their first digit on
        }
    std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.hit.value->spans > b.hit.value->spans;
    });
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < found.size() && i < most; ++i)
        hits.push_back(found[i].hit);
    return hits;
}

} // namespace hallway

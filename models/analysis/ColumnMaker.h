// Making ValueColumns of facts. Private to FactColumns.cpp and InnerFactColumns.cpp.
#pragma once

#include "analysis/ValueColumn.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace hallway {

/// Gathers a column whose values have numbers of their own; what `label` makes of one.
class ColumnMaker {
public:
    using Label = std::function<ValueLabel(std::uint64_t)>;
    ColumnMaker(Dimension dimension, Label label) : m_label(std::move(label)) {
        m_column.dimension = std::move(dimension);
    }
    void add(std::uint32_t call, std::uint64_t value) {
        const auto [found, isNew] =
            m_indexes.try_emplace(value, static_cast<std::uint32_t>(m_column.labels.size()));
        if (isNew) m_column.labels.push_back(m_label(value));
        m_column.occurrences.push_back({call, found->second});
    }
    [[nodiscard]] ValueColumn take() { return std::move(m_column); }

private:
    Label m_label;
    ValueColumn m_column;
    std::unordered_map<std::uint64_t, std::uint32_t> m_indexes;
};

inline ValueLabel textLabel(std::string_view text) {
    return {ValueForm::Text, std::string(text), {}, {}, {}};
}
inline ValueLabel flagLabel(std::uint64_t flag) {
    return {ValueForm::Flag, flag != 0 ? "true" : "false", {}, {}, {}};
}

/// Labels of the values of each kind of fact.
struct Labels {
    const CallTable& calls;
    const StringPool& strings;

    [[nodiscard]] ColumnMaker::Label node() const {
        return [this](std::uint64_t id) { return textLabel(calls.nodes[id].label); };
    }
    [[nodiscard]] ColumnMaker::Label edge() const {
        return [this](std::uint64_t id) {
            const Edge& held = calls.edges[id];
            ValueLabel label = textLabel(calls.nodes[held.caller.index()].label + " → " +
                                         calls.nodes[held.callee.index()].label);
            label.edge = EdgeId(static_cast<std::uint32_t>(id));
            return label;
        };
    }
    [[nodiscard]] ColumnMaker::Label text() const {
        return [this](std::uint64_t id) {
            return textLabel(strings.text(StringId(static_cast<std::uint32_t>(id))));
        };
    }
    template <class Words>
    [[nodiscard]] static ColumnMaker::Label word(const Words& words) {
        return [&words](std::uint64_t value) {
            return textLabel(value < words.size() ? words[value] : "other");
        };
    }
};

inline Dimension factOf(CallSide side, Fact fact, NodeId service = {}) {
    return {side, ValueScope::Fact, fact, service, {}};
}

/// One number a call: gathers as `unite` says.
class NumberMaker {
public:
    template <class Unite>
    void add(std::uint32_t call, double value, Unite unite) {
        const auto [found, isNew] = m_indexes.try_emplace(call, m_numbers.size());
        if (isNew)
            m_numbers.push_back({call, value});
        else
            m_numbers[found->second].value = unite(m_numbers[found->second].value, value);
    }
    [[nodiscard]] const std::vector<NumberOccurrence>& numbers() const { return m_numbers; }

private:
    std::vector<NumberOccurrence> m_numbers;
    std::unordered_map<std::uint32_t, std::size_t> m_indexes;
};

inline constexpr auto greater = [](double a, double b) { return std::max(a, b); };

inline double nanoseconds(Duration duration) { return static_cast<double>(duration.count()); }

} // namespace hallway

#include "analysis/PackedStep.h"

namespace hallway {

std::optional<PackedStep> firstStep(std::string_view list) {
    std::string_view rest = list;
    const auto key = takeVarint(rest);
    if (!key || *key >= StringId().value() || rest.empty()) return std::nullopt;
    PackedStep step{*key, static_cast<ValueType>(rest.front()), 0, 0};
    rest.remove_prefix(1);

    if (step.type >= ValueType::Int && step.type != ValueType::Double) {
        const auto number = takeVarint(rest);
        if (!number) return std::nullopt;
        step.number = *number;
    }
    std::uint64_t inPlace = 0;
    switch (step.type) {
    case ValueType::Null:
    case ValueType::False:
    case ValueType::True:
    case ValueType::Int:
    case ValueType::PooledText:
        break;
    case ValueType::Double:
        inPlace = sizeof(double);
        break;
    case ValueType::Text:
    case ValueType::Bytes:
    case ValueType::Json:
        inPlace = step.number;
        break;
    default:
        return std::nullopt;
    }
    if (inPlace > rest.size()) return std::nullopt;
    step.size = list.size() - rest.size() + inPlace;
    return step;
}

} // namespace hallway

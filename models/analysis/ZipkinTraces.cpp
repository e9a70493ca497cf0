#include "analysis/ZipkinTraces.h"

#include <numeric>
#include <unordered_map>

namespace hallway {

void uniteZipkinTraces(CallInput::Columns& input) {
    constexpr std::uint32_t several = TraceNumbers::none;
    std::unordered_map<std::uint64_t, std::uint32_t> longOnes; // by their last 64 bits
    const auto& marks = input.isZipkinTrace;
    for (std::uint32_t number = 0; number < marks.size(); ++number) {
        const TraceId id = input.traces[number];
        if (!marks[number] || id.opaque || id.high == 0) continue;
        const auto [entry, isNew] = longOnes.try_emplace(id.low, number);
        if (!isNew) entry->second = several;
    }
    if (longOnes.empty()) return;

    std::vector<std::uint32_t> united(input.traces.size());
    std::iota(united.begin(), united.end(), 0u);
    bool isAny = false;
    for (std::uint32_t number = 0; number < marks.size(); ++number) {
        const TraceId id = input.traces[number];
        if (!marks[number] || id.opaque || id.high != 0) continue;
        const auto found = longOnes.find(id.low);
        if (found == longOnes.end() || found->second == several) continue;
        united[number] = found->second;
        isAny = true;
    }
    for (std::size_t row = 0; isAny && row < input.size(); ++row)
        input.trace[row] = united[input.trace[row]];
}

} // namespace hallway

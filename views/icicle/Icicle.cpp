#include "icicle/Icicle.h"

#include "base/FormatText.h"

#include <algorithm>
#include <numeric>

namespace hallway {

void indexRows(Icicle& icicle) {
    std::uint32_t rows = 0;
    for (const IcicleCell& cell : icicle.cells)
        rows = std::max(rows, cell.row + 1);

    icicle.byRow.resize(icicle.cells.size());
    std::iota(icicle.byRow.begin(), icicle.byRow.end(), 0U);
    std::sort(icicle.byRow.begin(), icicle.byRow.end(), [&](std::uint32_t a, std::uint32_t b) {
        const IcicleCell &left = icicle.cells[a], &right = icicle.cells[b];
        if (left.row != right.row) return left.row < right.row;
        if (left.from != right.from) return left.from < right.from;
        return left.to != right.to ? left.to < right.to : a < b;
    });
    icicle.rowBegin.assign(rows + 1, 0);
    icicle.failedBefore.assign(1, 0);
    for (const std::uint32_t index : icicle.byRow) {
        const IcicleCell& cell = icicle.cells[index];
        ++icicle.rowBegin[cell.row + 1];
        icicle.failedBefore.push_back(icicle.failedBefore.back() + (cell.failed > 0 ? 1 : 0));
    }
    std::partial_sum(icicle.rowBegin.begin(), icicle.rowBegin.end(), icicle.rowBegin.begin());

    std::sort(icicle.sections.begin(), icicle.sections.end(),
              [](const IcicleSection& a, const IcicleSection& b) {
                  return a.row != b.row ? a.row < b.row : a.from < b.from;
              });
    icicle.sectionBegin.assign(rows + 1, 0);
    for (const IcicleSection& section : icicle.sections)
        ++icicle.sectionBegin[section.row + 1];
    std::partial_sum(icicle.sectionBegin.begin(), icicle.sectionBegin.end(), icicle.sectionBegin.begin());
}

QString valueText(const Icicle& icicle, const IcicleCell& cell) {
    if (!cell.hasValue)
        return QString::fromUtf8(format::absent.data(), static_cast<int>(format::absent.size()));
    return QString::fromStdString(icicle.unit == IcicleUnit::Time
                                      ? format::duration(Duration(cell.value))
                                      : format::countExact(static_cast<std::uint64_t>(cell.value)));
}

} // namespace hallway

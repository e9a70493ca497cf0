// An icicle drawn by hand:
//
//   0                                                  100
//   root ################################################
//   left ####################  right ####################     0–40, 60–100
//          leaf ########                                      10–30, failed
#pragma once

#include "icicle/Icicle.h"

#include <memory>

namespace hallway::test {

inline IcicleCell cellOf(std::uint32_t parent, std::uint32_t row, double from, double to,
                         std::uint32_t operation, std::uint32_t subtree = 1) {
    IcicleCell cell;
    cell.parent = parent;
    cell.row = row;
    cell.from = from;
    cell.to = to;
    cell.subtreeSize = subtree;
    cell.service = row == 0 ? 0 : 1;
    cell.operation = operation;
    cell.value = static_cast<std::int64_t>(to - from);
    return cell;
}

inline std::shared_ptr<Icicle> handIcicle() {
    auto icicle = std::make_shared<Icicle>();
    icicle->whole = 100;
    icicle->isTimeline = true;
    icicle->services = {{QStringLiteral("web"), 0, false}, {QStringLiteral("cart"), 1, false}};
    icicle->operations = {QStringLiteral("root"), QStringLiteral("left"), QStringLiteral("leaf"),
                          QStringLiteral("right")};
    icicle->cells = {cellOf(IcicleCell::none, 0, 0, 100, 0, 4), cellOf(0, 1, 0, 40, 1, 2),
                     cellOf(1, 2, 10, 30, 2), cellOf(0, 1, 60, 100, 3)};
    icicle->cells[2].failed = 1;
    icicle->sections = {{0, 40, 60}, {1, 0, 10}, {1, 30, 40}, {1, 60, 100}, {2, 10, 30}};
    indexRows(*icicle);
    return icicle;
}

} // namespace hallway::test

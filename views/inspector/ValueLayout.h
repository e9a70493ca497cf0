// How a name and its value share the width of the panel.
#pragma once

#include "common/Fonts.h"
#include "items/AttributeModel.h"

#include <QRectF>
#include <QStringList>

#include <vector>

namespace hallway {

/// Lengths in px from the row's top left corner.
struct ValueLayout {
    bool oneLine = false; ///< name at the left, value right-aligned in the same line
    double left = 0, right = 0;
    QStringList lines;      ///< of the value, wrapped; those shown
    std::vector<bool> soft; ///< by shown line: less wanted; may be short
    qsizetype hidden = 0;   ///< lines left out; the last shown row then says so
    double lineHeight = 0;
    double height = 0; ///< of the row
    QFont valueFont;
};

/// `mostLines`: of the value; 0 = all.
[[nodiscard]] ValueLayout valueLayoutOf(const AttributeModel::Row& row, const Fonts& fonts, double width,
                                        int mostLines);

} // namespace hallway

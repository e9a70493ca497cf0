// Where the words of a row stand in the tree column: for painting them and for finding what was clicked.
#pragma once

#include "waterfall/WaterfallPainter.h"
#include "waterfall/WaterfallText.h"

#include <vector>

namespace hallway {

struct PlacedTag {
    TagText what;
    QRectF plate;
    [[nodiscard]] bool isLink() const { return what.tag == RowTag::Links || what.tag == RowTag::LinkedFrom; }
};

/// Elided to what fits; base line and heights follow from the row.
struct RowNames {
    double chipLeft = 0;
    QString service, operation; ///< empty: not written
    double serviceLeft = 0, operationLeft = 0, operationWidth = 0;
    std::vector<PlacedTag> tags; ///< as many as fit
};

[[nodiscard]] RowNames rowNamesOf(const WaterfallScene& scene, std::uint32_t row, const Fonts& fonts);

} // namespace hallway

#include "waterfall/WaterfallNames.h"

#include "common/Text.h"

#include <cmath>

namespace hallway {
namespace {

constexpr double tagPadding = 4, tagGap = 6; // px

double plateWidth(const TagText& tag, const Fonts& fonts) {
    return std::round(textWidth(tag.text, fonts.hintStrong) + 2 * tagPadding);
}

} // namespace

RowNames rowNamesOf(const WaterfallScene& scene, std::uint32_t row, const Fonts& fonts) {
    const WaterfallGeometry& geometry = scene.geometry;
    const WaterfallRow& shown = scene.rows->rows[row];
    const WaterfallTrace& trace = *scene.trace;
    const WaterfallSpan& span = trace.spans[shown.span];
    const double unit = geometry.unit;
    RowNames names;
    names.chipLeft = std::round(geometry.indentOf(span.depth) + 14 * unit);
    double x = names.chipLeft + 8 * unit;
    const double limit = geometry.timeLeft() - 8 - (shown.failure != SpanFailure::None ? 18 : 0);

    std::vector<TagText> tags = tagsOf(trace, shown, scene.facts);
    double tagWidth = 0;
    for (const TagText& tag : tags) {
        tagWidth += plateWidth(tag, fonts) + tagGap;
    }
    const double forNames = (shown.isFold() ? 40 : 90) * unit;
    while (!tags.empty() && limit - tagWidth - x <= forNames) { // the least weighty give way first
        tagWidth -= plateWidth(tags.back(), fonts) + tagGap;
        tags.pop_back();
    }
    const double textLimit = limit - tagWidth;
    const bool isTop = shown.span == subtreeOf(trace, scene.root).first && scene.root != TreeSpan::none;
    if (isTop || trace.namesService(span)) {
        names.serviceLeft = x;
        names.service = elided(trace.serviceOf(span), fonts.strong, textLimit - x, Qt::ElideMiddle);
        x += textWidth(names.service, fonts.strong) + 7;
    }
    if (textLimit - x > 14 * unit) {
        names.operationLeft = x;
        names.operation = elided(trace.operationOf(span), fonts.base, textLimit - x);
        names.operationWidth = textWidth(names.operation, fonts.base);
        x += names.operationWidth + tagGap;
    }
    const double height = 14 * fonts.scale;
    const double top = std::round(geometry.rowRect(row).center().y() - height / 2);
    for (TagText& tag : tags) {
        const double width = plateWidth(tag, fonts);
        names.tags.push_back({std::move(tag), QRectF(std::round(x), top, width, height)});
        x += width + tagGap;
    }
    return names;
}

} // namespace hallway

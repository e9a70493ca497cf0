#include "heatmap/HeatmapPicture.h"

#include "common/Text.h"
#include "heatmap/HeatmapText.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Heatmap)
};

LegendEntry shade(const Theme& theme, std::size_t step, const QString& text) {
    return {text, false, 30, [color = theme.heat[step]](QPainter& painter, QPointF at) {
                painter.fillRect(QRectF(at.x(), at.y() - 6, 30, 12), color);
            }};
}

LegendEntry line(const Theme& theme, const QString& text, double width, bool dashed) {
    return {text, false, 24, [color = theme.path, width, dashed](QPainter& painter, QPointF at) {
                QPen pen(color, width);
                if (dashed) {
                    pen.setDashPattern({5 / width, 3 / width});
                }
                painter.setPen(pen);
                painter.drawLine(at, at + QPointF(24, 0));
            }};
}

std::vector<LegendRow> legendOf(const Heatmap& heatmap, const Theme& theme, const HeatmapLayers& layers) {
    const std::uint32_t largest =
        heatmap.counts.empty() ? 0 : *std::max_element(heatmap.counts.begin(), heatmap.counts.end());
    const auto bounds = shadeBounds(largest);
    LegendRow row{
        {layers.shareOfColumn ? Words::tr("Share of the column's calls") : Words::tr("Calls per cell"),
         true,
         0,
         {}}};
    for (std::size_t step = 0; step < bounds.size(); ++step) {
        QString text = layers.shareOfColumn ? QStringLiteral("%1\u00a0%").arg(shareBounds[step])
                                            : QString::fromStdString(format::countExact(bounds[step]));
        if (layers.shareOfColumn && step == 0) {
            text = QStringLiteral("<%1\u00a0%").arg(shareBounds[1]);
        } else if (step + 1 == bounds.size()) {
            text += QLatin1Char('+');
        }
        row.push_back(shade(theme, step, text));
    }
    if (layers.failures) {
        row.push_back({Words::tr("failed share of the cell"), false, 4,
                       [color = theme.failing](QPainter& painter, QPointF at) {
                           painter.fillRect(QRectF(at.x(), at.y() - 6, 3, 12), color);
                       }});
    }
    if (layers.percentiles) {
        row.push_back(line(theme, QStringLiteral("p50"), 1.2, false));
        row.push_back(line(theme, QStringLiteral("p95"), 1.4, true));
        row.push_back(line(theme, Words::tr("p99 (grey under 100 calls)"), 1.8, false));
    }
    if (heatmap.withoutLatency > 0) {
        const QString leftOut =
            heatmap.withoutLatency == 1
                ? Words::tr("1 call without a duration is left out")
                : Words::tr("%1 calls without a duration are left out")
                      .arg(QString::fromStdString(format::countExact(heatmap.withoutLatency)));
        row.push_back({leftOut, false, 0, {}});
    }
    return {row};
}

} // namespace

Picture heatmapPicture(std::shared_ptr<const Heatmap> heatmap, const QString& subject, PictureText text,
                       const HeatmapPictureOptions& options) {
    const Theme theme = options.theme.forPictures();
    const Fonts fonts(pictureFont());
    if (text.title.isEmpty()) {
        text.title = Words::tr("Latency of %1").arg(subject);
    }
    if (text.facts.isEmpty()) {
        text.facts = Words::tr("Latency heatmap · %1 · %2")
                         .arg(subject, callsText(heatmap->samples, heatmap->failedSamples));
        if (!heatmap->empty()) {
            text.facts += QStringLiteral(" · %1, %2 UTC")
                              .arg(QString::fromStdString(format::date(heatmap->range.from)),
                                   timeRangeText(heatmap->range, nullptr));
        }
        if (!options.filter.isEmpty()) text.facts += Words::tr(" · filter: %1").arg(options.filter);
    }
    const PictureFrame frame(std::move(text), legendOf(*heatmap, theme, options.layers), theme, fonts);
    Picture picture;
    picture.size = frame.sizeFor(QSizeF(1200, options.height));
    picture.title = Words::tr("Latency of %1").arg(subject);
    picture.paint = [heatmap = std::move(heatmap), frame, size = picture.size, theme, fonts,
                     options](QPainter& painter) {
        frame.paint(painter, size);
        const QRectF area = frame.contentArea(size);
        if (heatmap->empty()) {
            drawText(painter, area.center(), emptyHeatmapText(heatmap.get()), fonts.subject, theme.text2,
                     TextAlign::Centre);
            return;
        }
        HeatmapScene scene;
        scene.heatmap = heatmap.get();
        scene.area = area;
        scene.layers = options.layers;
        scene.box = options.box;
        HeatmapPainter(theme, fonts).paint(painter, scene);
    };
    return picture;
}

} // namespace hallway

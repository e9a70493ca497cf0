#include "waterfall/WaterfallPicture.h"

#include "common/Marks.h"
#include "common/Text.h"
#include "waterfall/WaterfallBarPainter.h"
#include "waterfall/WaterfallPainter.h"
#include "waterfall/WaterfallText.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Waterfall)
};

LegendEntry bar(const QString& text, const QColor& color, double height, double offset) {
    return {text, false, 18, [=](QPainter& painter, QPointF at) {
                painter.fillRect(QRectF(at.x(), at.y() - height / 2 + offset, 18, height), color);
            }};
}

LegendEntry mark(const QString& text, const Theme& theme, MarkFill fill) {
    return {text, false, 12, [=](QPainter& painter, QPointF at) {
                drawMark(painter, at + QPointF(6, 0), Health::Failing, 5.5, theme, theme.surface, fill);
            }};
}

LegendEntry shape(const QString& text, std::vector<QPointF> points, const QPen& pen, const QColor& fill) {
    return {text, false, 8, [=](QPainter& painter, QPointF at) {
                painter.setPen(pen);
                painter.setBrush(fill);
                std::vector<QPointF> moved;
                for (const QPointF& point : points) {
                    moved.push_back(at + point);
                }
                painter.drawPolygon(moved.data(), static_cast<int>(moved.size()));
            }};
}

std::vector<LegendRow> legendOf(const Theme& theme, const WaterfallPictureOptions& options) {
    const QColor& sample = theme.services[4];
    LegendRow row{bar(Words::tr("self time"), sample, 12, 0),
                  bar(Words::tr("children run"), mixed(sample, theme.surface, 0.38), 12, 0)};
    if (options.criticalPath) {
        row.push_back(bar(Words::tr("critical path"), theme.path, 2, 0));
    }
    row.push_back(mark(Words::tr("failure starts here"), theme, MarkFill::Filled));
    row.push_back(mark(Words::tr("failure passed on"), theme, MarkFill::Hollow));
    row.push_back(shape(Words::tr("event"), {{3.2, -3.2}, {6.4, 0}, {3.2, 3.2}, {0, 0}}, QPen(theme.text, 1),
                        theme.surface));
    row.push_back(
        shape(Words::tr("exception"), {{0, -2.7}, {7, -2.7}, {3.5, 2.8}}, Qt::NoPen, theme.failing));
    row.push_back({Words::tr("×14: alike calls in one row, one tick each"), false, 0, {}});
    std::vector<LegendRow> legend{row};
    LegendRow values;
    for (const WaterfallColours::Entry& entry : options.colours.legend) {
        const QFont font = pictureFont();
        values.push_back(bar(elided(entry.text, font, 180), colourOf(entry.code, theme), 12, 0));
    }
    if (!values.empty()) {
        legend.push_back(values);
    }
    return legend;
}

/// What is not the whole trace: the subtree, the filter, the stretch of time.
QString partText(const WaterfallTrace& trace, const WaterfallRows& rows,
                 const WaterfallPictureOptions& options) {
    QStringList parts;
    if (options.folding.root != TreeSpan::none) {
        const WaterfallSpan& root = trace.spans[options.folding.root];
        parts << Words::tr("only below %1 %2").arg(trace.serviceOf(root), trace.operationOf(root));
    }
    if (options.folding.matches) {
        parts << filterText(rows, options.folding.hidesOthers);
    }
    if (options.window && *options.window != wholeOf(trace.duration)) {
        const auto text = [](Duration at) { return QString::fromStdString(format::duration(at)); };
        parts << Words::tr("%1 – %2 of it").arg(text(options.window->from), text(options.window->to));
    }
    return parts.join(QStringLiteral(" · "));
}

/// What the painting keeps alive and knows.
struct Content {
    std::shared_ptr<const WaterfallTrace> trace;
    WaterfallRows rows;
    std::uint32_t shownRows = 0;
    std::uint64_t spansLeftOut = 0;
    std::vector<ColourCode> colours; ///< by row; empty: those of the services
    std::uint32_t root = TreeSpan::none;
    bool criticalPath = true;
    TimeWindow window;
};

void paintContent(QPainter& painter, const Content& content, const QRectF& area, const Theme& theme,
                  const Fonts& fonts) {
    WaterfallScene scene;
    scene.trace = content.trace.get();
    scene.rows = &content.rows;
    scene.root = content.root;
    scene.colours = content.colours.empty() ? nullptr : &content.colours;
    scene.criticalPath = content.criticalPath;
    scene.geometry.area = area;
    scene.geometry.unit = fonts.scale;
    scene.geometry.treeWidth = std::floor(std::min(440 * fonts.scale, area.width() / 3));
    scene.geometry.minimap = false;
    scene.geometry.window = content.window;
    scene.geometry.rowCount = content.shownRows;
    scene.geometry.baseDepth = content.rows.baseDepth;
    if (content.spansLeftOut > 0) {
        scene.geometry.area.setBottom(area.bottom() - scene.geometry.rowHeight());
    }
    WaterfallPainter(theme, fonts).paint(painter, scene);
    if (content.spansLeftOut > 0) {
        const QString text = content.spansLeftOut == 1
                                 ? Words::tr("and 1 more span")
                                 : Words::tr("and %1 more spans")
                                       .arg(QString::fromStdString(format::countExact(content.spansLeftOut)));
        drawText(painter, {area.left() + 12, area.bottom() - 7 * fonts.scale}, text, fonts.base, theme.text2);
    }
}

} // namespace

Picture waterfallPicture(std::shared_ptr<const WaterfallTrace> trace, PictureText text,
                         const WaterfallPictureOptions& options) {
    const Theme theme = options.theme.forPictures();
    const Fonts fonts(pictureFont());
    auto content = std::make_shared<Content>();
    content->trace = std::move(trace);
    content->rows = waterfallRowsOf(*content->trace, options.folding);
    content->shownRows = std::min(content->rows.size(), options.maximumRows);
    if (content->shownRows < content->rows.size() && content->shownRows > 0) {
        const std::uint32_t end = subtreeOf(*content->trace, options.folding.root).end;
        for (std::uint32_t i = content->rows.rows[content->shownRows - 1].end; i < end; ++i) {
            content->spansLeftOut += content->rows.isShown(i) ? 1 : 0;
        }
    }
    if (!options.colours.codes.empty()) {
        content->colours = rowColours(*content->trace, content->rows, options.colours);
    }
    content->root = options.folding.root;
    content->criticalPath = options.criticalPath;
    content->window = options.window.value_or(wholeOf(content->trace->duration));
    if (text.title.isEmpty()) {
        text.title = Words::tr("Trace %1").arg(content->trace->id);
    }
    if (text.facts.isEmpty()) {
        text.facts = Words::tr("Waterfall · %1 · UTC").arg(waterfallSubject(*content->trace, nullptr));
    }
    if (const QString part = partText(*content->trace, content->rows, options); !part.isEmpty()) {
        text.facts += QStringLiteral(" · ") + part;
    }
    const PictureFrame frame(std::move(text), legendOf(theme, options), theme, fonts);
    const double rows = content->shownRows + (content->spansLeftOut > 0 ? 1 : 0);
    const QSizeF size = frame.sizeFor(QSizeF(1200, (rows + 1) * 22 * fonts.scale + 2));
    Picture picture;
    picture.size = size;
    picture.title = Words::tr("Trace %1").arg(content->trace->id);
    picture.paint = [content, frame, size, theme, fonts](QPainter& painter) {
        frame.paint(painter, size);
        paintContent(painter, *content, frame.contentArea(size), theme, fonts);
    };
    return picture;
}

} // namespace hallway

#include "common/Icons.h"

#include "common/Theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <utility>

// In the global namespace, as Qt asks: the resources of a static library must be named once to be linked.
static void loadIconResources() { Q_INIT_RESOURCE(hallway); }

namespace hallway {

namespace {

constexpr double grid = 14;
constexpr double stroke = 1.25;
constexpr double iconSize = 16; // px, of buttons at the usual text size

constexpr std::array iconNames{"service", "database", "queue",  "function", "external", "user",
                               "open",    "export",   "search", "close",    "down",     "right",
                               "arrow",   "fit",      "plus",   "minus",    "warning",  "file",
                               "clock",   "copy",     "reload", "back",     "filter"};
static_assert(iconNames.size() == static_cast<std::size_t>(Icon::Filter) + 1);

/// Path data of our own icons: absolute M, L, C and Z, numbers parted by blanks.
QPainterPath pathOf(const QString& data) {
    QPainterPath path;
    QString parted = data;
    for (const char16_t letter : {u'M', u'L', u'C', u'Z'})
        parted.replace(QChar(letter), QStringLiteral(" %1 ").arg(QChar(letter)));
    const QStringList words = parted.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size();) {
        const QString& command = words[i++];
        const auto point = [&words, &i] {
            const double x = words.value(i++).toDouble();
            return QPointF(x, words.value(i++).toDouble());
        };
        if (command == u"M") {
            path.moveTo(point());
        } else if (command == u"L") {
            path.lineTo(point());
        } else if (command == u"C") {
            const QPointF first = point();
            const QPointF second = point();
            path.cubicTo(first, second, point());
        } else {
            path.closeSubpath();
        }
    }
    return path;
}

QPainterPath readIcon(const char* name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)));
    QPainterPath path;
    if (!file.open(QIODevice::ReadOnly)) return path;
    for (QXmlStreamReader xml(&file); !xml.atEnd(); xml.readNext())
        if (xml.isStartElement() && xml.name() == u"path")
            path.addPath(pathOf(xml.attributes().value(QLatin1String("d")).toString()));
    return path;
}

using IconPaths = std::array<QPainterPath, iconNames.size()>;

IconPaths readIcons() {
    loadIconResources();
    IconPaths paths;
    for (std::size_t i = 0; i < paths.size(); ++i)
        paths[i] = readIcon(iconNames[i]);
    return paths;
}

/// Painted anew for every size and every ratio of device pixels, so that it is sharp in all of them.
class PaintedIcon final : public QIconEngine {
public:
    explicit PaintedIcon(std::function<void(QPainter&)> paint) : m_paint(std::move(paint)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (mode == QIcon::Disabled) painter->setOpacity(painter->opacity() * 0.4);
        const double side = std::min(rect.width(), rect.height());
        painter->translate(QRectF(rect).center() - QPointF(side, side) / 2);
        painter->scale(side / iconSize, side / iconSize);
        m_paint(*painter);
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new PaintedIcon(*this); }

private:
    std::function<void(QPainter&)> m_paint;
};

} // namespace

Icon iconOf(NodeKind kind) {
    switch (kind) {
    case NodeKind::Service:
        return Icon::Service;
    case NodeKind::Database:
        return Icon::Database;
    case NodeKind::Queue:
        return Icon::Queue;
    case NodeKind::Function:
        return Icon::Function;
    case NodeKind::External:
        return Icon::External;
    case NodeKind::User:
        return Icon::User;
    }
    return Icon::Service;
}

const QPainterPath& iconPath(Icon icon) {
    static const IconPaths paths = readIcons(); // a table read once, never changed
    return paths[static_cast<std::size_t>(icon)];
}

void drawIcon(QPainter& painter, Icon icon, QPointF at, const QColor& color, double size) {
    painter.save();
    painter.translate(at);
    painter.scale(size / grid, size / grid);
    painter.strokePath(iconPath(icon), QPen(color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

QIcon paintedIcon(const std::function<void(QPainter&)>& paint) { return QIcon(new PaintedIcon(paint)); }

QIcon themedIcon(Icon icon, const Theme& theme) {
    return paintedIcon(
        [icon, color = theme.text2](QPainter& painter) { drawIcon(painter, icon, QPointF(1, 1), color); });
}

} // namespace hallway

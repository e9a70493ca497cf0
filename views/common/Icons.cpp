#include "common/Icons.h"

#include "common/Theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QXmlStreamReader>

#include <array>
#include <utility>

// In the global namespace, as Qt asks: the resources of a static library must be named once to be linked.
static void loadIconResources() { Q_INIT_RESOURCE(hallway); }

namespace hallway {

namespace {

constexpr double grid = 14;
constexpr double stroke = 1.25;

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

QIcon themedIcon(Icon icon, const Theme& theme) {
    QIcon result;
    constexpr std::array<std::pair<QIcon::Mode, double>, 2> modes{
        {{QIcon::Normal, 1.0}, {QIcon::Disabled, 0.4}}};
    for (const auto& [mode, opacity] : modes) {
        for (const int ratio : {1, 2, 3}) {
            QPixmap pixmap(QSize(16, 16) * ratio);
            pixmap.setDevicePixelRatio(ratio);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setOpacity(opacity);
            drawIcon(painter, icon, QPointF(1, 1), theme.text2);
            painter.end();
            result.addPixmap(pixmap, mode);
        }
    }
    return result;
}

} // namespace hallway

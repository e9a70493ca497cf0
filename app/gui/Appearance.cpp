#include "gui/Appearance.h"

#include "common/AppStyle.h"
#include "common/Icons.h"
#include "common/Marks.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace hallway {

namespace {
constexpr int baseSize = 12;      // px
constexpr double baseHeight = 15; // px, of a line in it
constexpr const char* baseFontProperty = "hallwayBaseFont";

/// Fusion without the underlined letters in menus, with icons as large as the text and boxes to tick that can
/// be seen on dark grounds.
class PlainStyle : public QProxyStyle {
public:
    PlainStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override {
        return hint == SH_UnderlineShortcut ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        if (element != PE_IndicatorCheckBox || option->state.testFlag(State_NoChange))
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
        const QPalette& palette = option->palette;
        const double side = std::min(option->rect.width(), option->rect.height()) - 1;
        QRectF box(0, 0, side, side);
        box.moveCenter(QRectF(option->rect).center());
        QColor line = palette.color(QPalette::WindowText);
        line.setAlphaF(0.55F);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(line, 1));
        painter->setBrush(palette.color(QPalette::Base));
        painter->drawRoundedRect(box, side / 5, side / 5);
        if (option->state.testFlag(State_On)) {
            const auto at = [&box, side](double x, double y) { return box.topLeft() + QPointF(x, y) * side; };
            painter->setPen(QPen(palette.color(QPalette::WindowText), side / 8, Qt::SolidLine, Qt::RoundCap,
                                 Qt::RoundJoin));
            painter->drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)}));
        }
        painter->restore();
    }
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override {
        const int usual = QProxyStyle::pixelMetric(metric, option, widget);
        if (metric != PM_SmallIconSize) return usual;
        return qRound(usual * QFontMetricsF(QApplication::font()).height() / baseHeight); // as the text
    }
};
} // namespace

Theme themeFor(WindowRequest::ThemeChoice choice, const QPalette& system) {
    switch (choice) {
    case WindowRequest::ThemeChoice::Light:
        return Theme::light();
    case WindowRequest::ThemeChoice::Dark:
        return Theme::dark();
    case WindowRequest::ThemeChoice::System:
        break;
    }
    return Theme::fromPalette(system);
}

void setUpLook(QApplication& application) {
    application.setStyle(new PlainStyle);
    QFont font = QApplication::font();
    const QString inter = QStringLiteral("Inter");
    if (QFontDatabase::hasFamily(inter)) font.setFamily(inter);
    font.setPixelSize(baseSize);
    QApplication::setFont(font);
}

void applyLook(QApplication& application, const Theme& theme, int textPercent) {
    // All sizes are of the font at 100 %, however often they change.
    QVariant base = application.property(baseFontProperty);
    if (!base.isValid()) {
        base = QApplication::font();
        application.setProperty(baseFontProperty, base);
    }
    QFont font = base.value<QFont>();
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * textPercent / 100.0));
    else
        font.setPointSizeF(font.pointSizeF() * textPercent / 100.0);
    if (font != QApplication::font()) QApplication::setFont(font);
    applyTheme(application, theme, styleSheetOf(theme, textPercent));
}

QIcon warningIcon(const Theme& theme) {
    return paintedIcon([theme](QPainter& painter) {
        drawMark(painter, QPointF(8, 8), Health::Degraded, 6.5, theme, theme.window, MarkFill::Hollow);
    });
}

} // namespace hallway

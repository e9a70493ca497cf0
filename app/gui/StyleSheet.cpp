#include "gui/Appearance.h"

#include <QRegularExpression>

#include <array>

namespace hallway {

namespace {

/// Colours are written as $names. Lengths are px of look.md.
constexpr const char* sheet = R"(
QMainWindow, #page { background: $window; }
QMenuBar { background: $window; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; border: 1px solid $line2; padding: 4px 0; }
QMenu::item { padding: 4px 24px 4px 26px; }
QMenu::item:selected { background: $select; color: $selectText; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }

#toolBar { background: $window; border-bottom: 1px solid $line; }
#statusLine { min-height: 24px; background: $window; border-top: 1px solid $line; }
#statusLine QLabel { color: $text2; }
#fileName { color: $text2; padding: 4px 12px 0 0; }

QToolButton, QPushButton {
    background: $surface; color: $text; border: 1px solid $line2; border-radius: 4px;
    padding: 0 10px; min-height: 24px; icon-size: 16px; outline: none; }
QToolButton:hover, QPushButton:hover { background: $hover; }
QToolButton:pressed, QPushButton:pressed, QToolButton:open { background: $select; }
QToolButton:disabled, QPushButton:disabled { color: $text3; background: $window; border-color: $line; }
QToolButton:focus, QPushButton:focus { border: 2px solid $accent; padding: 0 9px; min-height: 22px; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[menuButton="true"] { padding-right: 26px; }
QPushButton[primary="true"] { background: $accent; color: $accentText; border-color: $accent; }
QPushButton[primary="true"]:hover { background: $accentHover; }
QToolButton[flat="true"], QToolButton[autoRaise="true"] { background: transparent; border: none; padding: 0 4px; min-height: 20px; }
QToolButton[flat="true"]:hover, QToolButton[autoRaise="true"]:hover { background: $hover; }
QToolButton[menuButton="true"]:focus { padding-right: 25px; }
QToolButton[menuButton="true"][autoRaise="true"] { padding: 0 20px 0 4px; }
QToolButton[flat="true"]:focus, QToolButton[autoRaise="true"]:focus { border: 2px solid $accent; padding: 0 2px; min-height: 16px; }
QToolButton[menuButton="true"][autoRaise="true"]:focus { padding: 0 18px 0 2px; }
QSpinBox { background: transparent; border: 1px solid transparent; border-radius: 3px; color: $text2;
    selection-background-color: $select; selection-color: $selectText; min-height: 18px; }
QSpinBox:hover { border-color: $line2; background: $surface; }
QSpinBox:focus { border: 2px solid $accent; background: $surface; }
QCheckBox { color: $text2; spacing: 5px; }
QCheckBox:focus { color: $accent; }
QSlider::groove:horizontal { height: 4px; background: $line2; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 10px; margin: -4px 0; background: $surface; border: 1px solid $text3;
    border-radius: 5px; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; }

#chip { min-height: 24px; background: $band; border: 1px solid $accent; border-radius: 4px; }
#chip QLabel { font-weight: 500; }

QLineEdit { background: $surface; border: 1px solid $line2; border-radius: 4px; padding: 0 8px;
    min-height: 24px; selection-background-color: $select; selection-color: $selectText; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 7px; min-height: 22px; }
QLineEdit QToolButton { border: none; padding: 0; min-height: 0; background: transparent; }
QLineEdit:disabled { background: $window; border-color: $line; }

QSplitter::handle { background: $line2; margin: 0; }
QSplitter::handle:hover { background: $accent; }

QTabBar { background: $header; }
QTabBar::tab { background: transparent; color: $text2; padding: 5px 6px 4px 6px; margin: 0 2px;
    border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:first { margin-left: 6px; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover:!selected { color: $text; }
QTabBar::scroller { width: 36px; }
QTabBar::tear { width: 0; border: none; image: none; }
QTabBar QToolButton { background: $header; border: none; border-radius: 0; padding: 0; min-height: 0; }
QTabBar QToolButton:hover { background: $hover; }
QTabBar::tab:focus { background: $hover; }

QAbstractItemView { background: $surface; border: none; selection-background-color: $select;
    selection-color: $selectText; }
QHeaderView { background: $header; }
QHeaderView::section { background: $header; color: $text2; border: none; border-bottom: 1px solid $line;
    padding: 3px 8px; }
QScrollArea { border: none; background: $surface; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $line; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

#messageBar { background: $degTint; border-bottom: 1px solid $line2; }
#messageBar[severe="true"] { background: $failTint; }
#problems, #overlay { background: $surface; border: 1px solid $line2; border-radius: 4px; }
#tableHint { color: $text3; background: $header; border-top: 1px solid $line; padding: 5px 8px; }
#hint, #problemExample { color: $text3; }
#formats { color: $text2; }
#heading { border-bottom: 1px solid $line; }
#filterBar { background: $band; border-bottom: 1px solid $line2; }
#filterBar QToolButton { background: transparent; border: none; min-height: 20px; }
#filterBar QToolButton:hover { background: $hover; }
#filterNote { background: $failTint; color: $text; border: 1px solid $failing; border-radius: 4px; padding: 4px 8px; }

#keyGroup { font-weight: 600; padding-top: 2px; }
#problemFile { font-weight: 600; }
#problemList { background: $surface; }
QPushButton[row="true"] { background: transparent; border: none; text-align: left; padding: 0 4px; color: $accent; }
QPushButton[row="true"]:hover { background: $hover; }
)";

/// Lengths from 3 px on grow with the text; thinner ones are lines.
QString scaled(const QString& rules, double scale) {
    static const QRegularExpression lengths(QStringLiteral("(\\d+)px"));
    QString result;
    qsizetype from = 0;
    for (auto matches = lengths.globalMatch(rules); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const int length = match.captured(1).toInt();
        result += rules.mid(from, match.capturedStart() - from);
        result += QString::number(length < 3 ? length : qRound(length * scale)) + QStringLiteral("px");
        from = match.capturedEnd();
    }
    return result + rules.mid(from);
}

} // namespace

QString styleSheetOf(const Theme& theme, int textPercent) {
    // Longer names first, so that $text does not eat the head of $text2.
    const std::array<std::pair<const char*, QColor>, 19> colors{{
        {"$accentText", theme.accentText},
        {"$accentHover", theme.isDark ? theme.accent.lighter(110) : theme.accent.darker(110)},
        {"$accent", theme.accent},
        {"$window", theme.window},
        {"$surface", theme.surface},
        {"$header", theme.header},
        {"$raised", theme.raised},
        {"$hover", theme.hover},
        {"$line2", theme.line2},
        {"$line", theme.line},
        {"$text3", theme.text3},
        {"$text2", theme.text2},
        {"$text", theme.text},
        {"$selectText", theme.selectText},
        {"$select", theme.select},
        {"$band", theme.band},
        {"$failTint", theme.failTint},
        {"$failing", theme.failing},
        {"$degTint", theme.degTint},
    }};
    QString result = QString::fromLatin1(sheet);
    for (const auto& [name, color] : colors)
        result.replace(QLatin1String(name), color.name());
    return textPercent == 100 ? result : scaled(result, textPercent / 100.0);
}

} // namespace hallway

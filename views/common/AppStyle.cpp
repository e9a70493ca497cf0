#include "common/AppStyle.h"

#include <QApplication>
#include <QToolTip>

namespace hallway {

void applyTheme(QApplication& application, const Theme& theme, const QString& moreRules) {
    const QPalette palette = theme.palette();
    const QString rules =
        QStringLiteral("QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 6px 8px; }"
                       "QSplitter::handle { background: %3; margin: 2px; }")
            .arg(theme.text.name(), theme.raised.name(), theme.line2.name()) +
        moreRules;
    // Polishing every widget anew takes its time.
    if (application.styleSheet() == rules && QApplication::palette() == palette) return;
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application.setStyleSheet(rules);
}

} // namespace hallway

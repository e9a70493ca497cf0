// Tooltips with text from a capture: Qt would take "<b>…" for rich text.
#pragma once

#include <QString>
#include <QTextDocument>

namespace hallway {

/// What to give to QToolTip or setToolTip() so that the text is shown as it is, line by line; empty stays
/// empty.
[[nodiscard]] inline QString plainToolTip(const QString& text) {
    if (!Qt::mightBeRichText(text)) return text; // as it is for screen readers too, who describe things by it
    return QStringLiteral("<span style=\"white-space:pre\">%1</span>").arg(text.toHtmlEscaped());
}

} // namespace hallway

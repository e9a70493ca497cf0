// Tooltips with text from a capture: Qt would take "<b>…" for rich text.
#pragma once

#include <QString>

namespace hallway {

/// What to give to QToolTip or setToolTip() so that the text is shown as it is, line by line; empty stays
/// empty.
[[nodiscard]] inline QString plainToolTip(const QString& text) {
    if (text.isEmpty()) return {};
    return QStringLiteral("<span style=\"white-space:pre\">%1</span>").arg(text.toHtmlEscaped());
}

} // namespace hallway

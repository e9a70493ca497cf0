#include "items/FilterModel.h"

#include <optional>

namespace hallway {

namespace {

/// What stands between the braces, if the whole text is one pair of them.
std::optional<QString> insideBraces(const QString& text) {
    if (!text.startsWith(QLatin1Char('{')) || !text.endsWith(QLatin1Char('}'))) return std::nullopt;
    QChar quote; // the string one is in
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        const QChar sign = text[i];
        if (!quote.isNull()) {
            if (sign == QLatin1Char('\\') && quote == QLatin1Char('"'))
                ++i;
            else if (sign == quote)
                quote = QChar();
        } else if (sign == QLatin1Char('"') || sign == QLatin1Char('`')) {
            quote = sign;
        } else if (sign == QLatin1Char('{') || sign == QLatin1Char('}')) {
            return std::nullopt;
        }
    }
    return text.mid(1, text.size() - 2).trimmed();
}

} // namespace

QString narrowed(const QString& text, const QString& condition) {
    if (text.isEmpty()) return QStringLiteral("{ %1 }").arg(condition);
    auto inside = insideBraces(text);
    if (!inside && !text.contains(QLatin1Char('{'))) inside = text; // the braces may be left out
    if (!inside)
        return QStringLiteral("(") + text + QStringLiteral(") && { ") + condition + QStringLiteral(" }");
    if (inside->isEmpty()) return QStringLiteral("{ %1 }").arg(condition);
    const bool isAlternative = inside->contains(QLatin1String("||"));
    return QStringLiteral("{ ") + (isAlternative ? QLatin1Char('(') + *inside + QLatin1Char(')') : *inside) +
           QStringLiteral(" && ") + condition + QStringLiteral(" }");
}

void FilterModel::setText(const QString& text) { set(text, m_mode); }

void FilterModel::setMode(FilterMode mode) { set(m_text, mode); }

void FilterModel::set(const QString& text, FilterMode mode) {
    const QString trimmed = text.trimmed();
    if (trimmed == m_text && mode == m_mode) return;
    m_text = trimmed;
    m_mode = mode;
    emit changed();
}

} // namespace hallway

#include "items/FilterModel.h"

#include "query/Filter.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace hallway {

namespace {

QString braced(const QString& condition) { return QStringLiteral("{ %1 }").arg(condition); }

/// Nothing where it is none, or more than one pair of braces.
std::optional<Condition> conditionOf(const QString& text) {
    const auto filter = Filter::parse(text.toStdString());
    if (!filter || filter->root().kind != Spanset::Kind::Select) return std::nullopt;
    return filter->root().condition;
}

/// Of `!(…)` what stands in the parentheses; else "".
QString unwantedOf(const QString& condition) {
    const auto parsed = conditionOf(condition);
    if (!parsed || parsed->kind != Condition::Kind::Not) return {};
    return QString::fromStdString(textOf(parsed->operands.front()));
}

/// What a span must be equal to, whatever else.
std::vector<Comparison> equalitiesOf(const std::optional<Condition>& condition) {
    std::vector<Comparison> equalities;
    const auto add = [&equalities](const Condition& one) {
        if (one.kind == Condition::Kind::Compare && one.comparison.relation == Relation::Equal)
            equalities.push_back(one.comparison);
    };
    if (!condition) return equalities;
    if (condition->kind == Condition::Kind::All)
        std::for_each(condition->operands.begin(), condition->operands.end(), add);
    else
        add(*condition);
    return equalities;
}

/// A span has one value of each of these at most.
bool isSingle(const Field& field) {
    return field.kind != FieldKind::EventAttribute && field.kind != FieldKind::LinkAttribute &&
           (field.kind < FieldKind::EventName || field.kind > FieldKind::LinkSpanId);
}

/// Both want another value of one field. Of calls, too: conditions on `edge.` are about one of them.
bool excludeEachOther(const QString& one, const QString& other) {
    const std::vector<Comparison> ofOne = equalitiesOf(conditionOf(one)),
                                  ofOther = equalitiesOf(conditionOf(other));
    return std::any_of(ofOne.begin(), ofOne.end(), [&](const Comparison& mine) {
        return std::any_of(ofOther.begin(), ofOther.end(), [&](const Comparison& its) {
            return mine.field == its.field && isSingle(mine.field) && mine.value != its.value;
        });
    });
}

/// Where braces are left out they may not be in parentheses.
QString withBraces(const QString& text) {
    if (text.contains(QLatin1Char('{'))) return text;
    const auto filter = Filter::parse(text.toStdString());
    return filter ? QString::fromStdString(filter->text()) : text;
}

/// What stands between the braces, if the whole text is one pair of them; or the whole text, where they are
/// left out.
std::optional<QString> insideBraces(const QString& text) {
    if (!text.contains(QLatin1Char('{')) && conditionOf(text)) return text;
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

QString narrowed(const QString& text, const QString& condition, FilterMode mode) {
    const bool isSet = condition.startsWith(QLatin1Char('{')) || condition.startsWith(QLatin1String("!{"));
    const QString unwanted = mode == FilterMode::WholeTraces ? unwantedOf(condition) : QString();
    const QString set = isSet                ? condition
                        : unwanted.isEmpty() ? braced(condition)
                                             : QLatin1Char('!') + braced(unwanted);
    if (text.isEmpty()) return set;
    const auto inside = insideBraces(text);
    if (inside && inside->isEmpty()) return set;
    if (!inside) return QStringLiteral("(%1) && %2").arg(withBraces(text), set);
    if (isSet || !unwanted.isEmpty() || excludeEachOther(*inside, condition))
        return QStringLiteral("%1 && %2").arg(braced(*inside), set);
    const bool isAlternative = inside->contains(QLatin1String("||"));
    return braced((isAlternative ? QStringLiteral("(%1)").arg(*inside) : *inside) + QStringLiteral(" && ") +
                  condition);
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

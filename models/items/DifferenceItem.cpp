#include "items/DifferenceItem.h"

#include "base/FormatText.h"
#include "items/FigureText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Differences)
};

constexpr std::size_t mostAlso = 3, mostAlsoLines = 40;
constexpr std::size_t longestValue = 200; ///< code points

QString shown(const std::string& text) { return QString::fromStdString(format::printable(text)); }

QString wordsOf(Fact fact, CallSide side) {
    switch (fact) {
    case Fact::Edge:
        return side == CallSide::Inside ? Words::tr("calls in turn") : Words::tr("edge");
    case Fact::Service:
        return Words::tr("service");
    case Fact::Operation:
        return Words::tr("operation");
    case Fact::HasSpan:
        return Words::tr("has a span");
    case Fact::Kind:
        return Words::tr("kind");
    case Fact::StatusCode:
        return Words::tr("status");
    case Fact::Failed:
        return Words::tr("failed");
    case Fact::FailureStarts:
        return Words::tr("a failure starts");
    case Fact::FailureKind:
        return Words::tr("failure");
    case Fact::Retry:
        return Words::tr("retry");
    case Fact::LongestSelf:
        return side == CallSide::Inside ? Words::tr("longest own time") : Words::tr("own time");
    case Fact::Calls:
        return Words::tr("calls");
    case Fact::RootService:
        return Words::tr("service of the trace's root");
    case Fact::RootOperation:
        return Words::tr("operation of the trace's root");
    }
    return {};
}

QString whatOf(const Dimension& dimension) {
    if (dimension.scope == ValueScope::Fact && dimension.fact == Fact::Calls)
        return Words::tr("calls to %1").arg(shown(dimension.key));
    return dimension.scope == ValueScope::Fact ? wordsOf(dimension.fact, dimension.side)
                                               : shown(dimension.key);
}

QString whereOf(const Dimension& dimension, const CallTable& calls) {
    switch (dimension.side) {
    case CallSide::Callee:
        return Words::tr("callee");
    case CallSide::Caller:
        return Words::tr("caller");
    case CallSide::Inside:
        return dimension.service.valid()
                   ? Words::tr("inside %1").arg(shown(calls.nodes[dimension.service.index()].label))
                   : Words::tr("inside");
    case CallSide::Call:
        break;
    }
    return {};
}

QString valueOf(const ValueLabel& label) {
    switch (label.form) {
    case ValueForm::Absent:
        return Words::tr("none");
    case ValueForm::Flag:
        return label.text == "true" ? Words::tr("yes") : Words::tr("no");
    case ValueForm::Range:
        if (!label.low && !label.high) return Words::tr("any");
        if (!label.low) return Words::tr("under %1").arg(toQString(boundText(label, *label.high)));
        if (!label.high) return Words::tr("from %1").arg(toQString(boundText(label, *label.low)));
        break;
    case ValueForm::Text:
    case ValueForm::Number:
    case ValueForm::List:
        break;
    }
    return shown(format::elideMiddle(nameOf(label), longestValue));
}

QString lineOf(const Dimension& dimension, const ValueLabel& label, const CallTable& calls) {
    const QString where = whereOf(dimension, calls);
    return where + (where.isEmpty() ? QString() : QStringLiteral(" ")) + whatOf(dimension) +
           QStringLiteral(" = ") + valueOf(label);
}

/// Short: the side is that of the finding unless it is named.
QStringList alsoLines(const Difference& finding, const CallTable& calls) {
    QStringList lines;
    for (const SameSplit& same : finding.also) {
        if (static_cast<std::size_t>(lines.size()) == mostAlsoLines) break;
        lines << lineOf(same.dimension, same.value.label, calls);
    }
    return lines;
}

QString alsoOf(const Difference& finding, const CallTable& calls) {
    QStringList names;
    for (std::size_t i = 0; i < std::min(mostAlso, finding.also.size()); ++i) {
        const Dimension& dimension = finding.also[i].dimension;
        const bool isThere =
            dimension.side == finding.dimension.side && dimension.service == finding.dimension.service;
        const QString where = isThere ? QString() : whereOf(dimension, calls);
        names << (where.isEmpty() ? whatOf(dimension) : where + QLatin1Char(' ') + whatOf(dimension));
    }
    if (finding.also.size() > mostAlso)
        names << Words::tr("%1 more").arg(static_cast<qulonglong>(finding.also.size() - mostAlso));
    return names.join(QStringLiteral(", "));
}

} // namespace

std::vector<DifferenceItem> differenceItems(const Differences& differences, const Capture& capture,
                                            const ComparedEnds& ends) {
    const CallTable& calls = capture.calls();
    std::vector<DifferenceItem> items;
    for (const Difference& finding : differences.findings) {
        DifferenceItem item;
        item.what = whatOf(finding.dimension);
        item.where = whereOf(finding.dimension, calls);
        item.value = valueOf(finding.value.label);
        item.with = finding.value.calls;
        item.all = differences.calls;
        item.p = *finding.value.p; // a finding was tested
        item.also = alsoOf(finding, calls);
        item.alsoAll = alsoLines(finding, calls).join(QLatin1Char('\n'));
        if (const auto condition = conditionOf(finding.dimension, finding.value.label, calls, ends))
            item.condition = finding.dimension.side == CallSide::Inside
                                 ? QStringLiteral("{ %1 }").arg(toQString(*condition))
                                 : toQString(*condition);
        items.push_back(std::move(item));
    }
    return items;
}

QString shareText(std::uint64_t with, std::uint64_t all) {
    return Words::tr("%1 of %2").arg(toQString(format::share(with, all)), toQString(format::countExact(all)));
}

QString certaintyText(double p) {
    const QString chance = toQString(chanceText(p));
    return p < 0.001 ? Words::tr("certain: %1").arg(chance) : Words::tr("likely: %1").arg(chance);
}

QString sentenceOf(const DifferenceItem& item) {
    QString sentence =
        Words::tr("%1 %2 = %3: %4 selected, %5 others; %6")
            .arg(item.where, item.what, item.value, shareText(item.with.selected, item.all.selected),
                 shareText(item.with.others, item.all.others), certaintyText(item.p))
            .trimmed();
    if (!item.also.isEmpty()) sentence += Words::tr("; also %1").arg(item.also);
    return sentence;
}

} // namespace hallway

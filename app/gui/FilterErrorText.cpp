#include "gui/FilterErrorText.h"

#include "base/FormatText.h"
#include "common/Text.h"
#include "query/Literal.h"

#include <QCoreApplication>

namespace hallway {

namespace {

struct FilterErrorText {
    Q_DECLARE_TR_FUNCTIONS(hallway::FilterErrorText)
};

constexpr std::size_t mostShown = 60; // code points of a foreign text

QString subjectOf(const FilterError& error) {
    return QCoreApplication::translate("hallway::FilterErrorText", "“%1”")
        .arg(shownText(format::elideMiddle(error.subject, mostShown)));
}

QString expected(const QString& what, const FilterError& error) {
    if (error.subject.empty()) return FilterErrorText::tr("Expected %1, but the filter ends here").arg(what);
    return FilterErrorText::tr("Expected %1, not %2").arg(what, subjectOf(error));
}

QString valuesOf(FieldType type) {
    switch (type) {
    case FieldType::Any:
        return FilterErrorText::tr("a text in quotes, a number, a duration, true, false or nil");
    case FieldType::Text:
        return FilterErrorText::tr("a text in quotes");
    case FieldType::Number:
        return FilterErrorText::tr("a number");
    case FieldType::TimeSpan:
        return FilterErrorText::tr("a duration with its unit, such as 100ms or 1h30m");
    case FieldType::Share:
        return FilterErrorText::tr("a share, such as 5% or 0.05");
    case FieldType::Truth:
        return FilterErrorText::tr("true or false");
    case FieldType::StatusWord:
        return FilterErrorText::tr("error, ok or unset, without quotes");
    case FieldType::KindWord:
        return FilterErrorText::tr(
            "server, client, producer, consumer, internal or unspecified, without quotes");
    case FieldType::CallClass:
        return FilterErrorText::tr(
            "\"rpc\", \"messaging\", \"database\", \"function\", \"external\" or \"unpaired\"");
    }
    return {};
}

QString faultOf(PatternFault::Kind kind) {
    switch (kind) {
    case PatternFault::Kind::UnclosedGroup:
        return FilterErrorText::tr("a ( is not closed");
    case PatternFault::Kind::UnopenedGroup:
        return FilterErrorText::tr("a ) closes nothing");
    case PatternFault::Kind::UnclosedClass:
        return FilterErrorText::tr("a [ is not closed");
    case PatternFault::Kind::EmptyRange:
        return FilterErrorText::tr("a range is empty");
    case PatternFault::Kind::NothingToRepeat:
        return FilterErrorText::tr("there is nothing to repeat");
    case PatternFault::Kind::BadRepetition:
        return FilterErrorText::tr("a repetition makes no sense");
    case PatternFault::Kind::UnknownEscape:
        return FilterErrorText::tr("an escape is unknown");
    case PatternFault::Kind::Unsupported:
        return FilterErrorText::tr("lookaround, back references, \\b and \\p are not supported");
    case PatternFault::Kind::TooLarge:
        return FilterErrorText::tr("it is too large");
    }
    return {};
}

/// What to do instead of what TraceQL has and a filter has not.
QString insteadOf(Refused refused) {
    switch (refused) {
    case Refused::Grouping:
        return FilterErrorText::tr("filters do not group; the Statistics page does");
    case Refused::Selection:
        return FilterErrorText::tr("a filter chooses spans; columns are chosen in the tables");
    case Refused::Metrics:
        return FilterErrorText::tr(
            "metrics are no part of a filter; the tables and the heatmap show them for "
            "what it names");
    case Refused::Compare:
        return FilterErrorText::tr("the Differences page compares what is selected with the rest");
    case Refused::Hints:
        return FilterErrorText::tr("filters take no hints; everything is always looked at");
    case Refused::Parent:
        return FilterErrorText::tr("ask the parent itself: { … } > { … }");
    case Refused::NestedSet:
        return FilterErrorText::tr("isRoot says whether a span is a root; >> and << walk the tree");
    }
    return {};
}

} // namespace

QString sentenceOf(const FilterError& error) {
    const QString subject = subjectOf(error);
    switch (error.problem) {
    case FilterProblem::Empty:
        return FilterErrorText::tr("Expected a condition, e.g. duration > 100ms");
    case FilterProblem::TooLong:
        return FilterErrorText::tr("The filter is too long or too deeply nested");
    case FilterProblem::UnknownCharacter:
        return FilterErrorText::tr("No part of a filter begins with %1").arg(subject);
    case FilterProblem::OpenString:
        return FilterErrorText::tr("This text has no closing quote");
    case FilterProblem::BadEscape:
        return FilterErrorText::tr("There is no escape %1; write \\\\ for a backslash").arg(subject);
    case FilterProblem::BadNumber:
        return FilterErrorText::tr("%1 is no number a filter can hold").arg(subject);
    case FilterProblem::UnknownUnit:
        return FilterErrorText::tr("There is no unit %1; units are ns, us, ms, s, m, h, d and w, and %")
            .replace(QStringLiteral("%1"), subject);
    case FilterProblem::EmptyAttribute:
        return FilterErrorText::tr("Expected the key of an attribute after %1").arg(subject);
    case FilterProblem::ExpectedCondition:
        return expected(FilterErrorText::tr("a condition, e.g. duration > 100ms"), error);
    case FilterProblem::FreeText:
        return FilterErrorText::tr("%1 is no condition; expected a field with a value, e.g. "
                                   "resource.service.name = \"cart\"")
            .arg(subject);
    case FilterProblem::UnknownField:
        return FilterErrorText::tr(
                   "There is no field %1; the key of an attribute follows span., resource. or "
                   "just a dot for either")
            .arg(subject);
    case FilterProblem::ExpectedRelation:
        return FilterErrorText::tr("Expected =, !=, <, <=, >, >=, =~ or !~ after %1").arg(subject);
    case FilterProblem::ExpectedValue:
        return FilterErrorText::tr("Expected a value after %1").arg(subject);
    case FilterProblem::UnquotedText:
        return FilterErrorText::tr("Expected a value; a text stands in quotes: %1")
            .arg(shownText(quoted(format::elideMiddle(error.subject, mostShown))));
    case FilterProblem::WrongType:
        return FilterErrorText::tr("%1 is compared with %2").arg(subject, valuesOf(error.type));
    case FilterProblem::WrongRelation:
        return FilterErrorText::tr("%1 makes no sense with this value").arg(subject);
    case FilterProblem::UnknownCallClass:
        return FilterErrorText::tr("There is no class %1 of calls; it is %2")
            .arg(subject, valuesOf(FieldType::CallClass));
    case FilterProblem::ShareOutOfRange:
        return FilterErrorText::tr("A share lies between 0 and 1, or between 0% and 100%");
    case FilterProblem::BadPattern:
        return FilterErrorText::tr("The pattern %1 is wrong at character %2: %3")
            .arg(subject, QString::number(error.pattern.at + 1), faultOf(error.pattern.kind));
    case FilterProblem::FieldAgainstField:
        return FilterErrorText::tr("A field is compared with a value, not with another field such as %1")
            .arg(subject);
    case FilterProblem::Arithmetic:
        return FilterErrorText::tr("Filters do not calculate; write the value itself instead of %1")
            .arg(subject);
    case FilterProblem::NotBeforeComparison:
        return FilterErrorText::tr("What ! is true of stands in parentheses: !(…)");
    case FilterProblem::MixedAndOr:
        return FilterErrorText::tr("&& after || can be read in two ways; put parentheses around one of them");
    case FilterProblem::ExpectedSpanset:
        return expected(FilterErrorText::tr("a condition in braces, { … }"), error);
    case FilterProblem::ExpectedOperator:
        if (error.subject == "and" || error.subject == "AND")
            return FilterErrorText::tr("Write && instead of %1").arg(subject);
        if (error.subject == "or" || error.subject == "OR")
            return FilterErrorText::tr("Write || instead of %1").arg(subject);
        return expected(FilterErrorText::tr("&&, || or the end of the condition"), error);
    case FilterProblem::UnclosedBrace:
        return FilterErrorText::tr("This { is not closed");
    case FilterProblem::UnclosedParenthesis:
        return FilterErrorText::tr("This ( is not closed");
    case FilterProblem::ExpectedAggregate:
        return expected(FilterErrorText::tr("count(), avg(), min(), max(), sum() or a condition in braces"),
                        error);
    case FilterProblem::AggregateNeedsField:
        return expected(FilterErrorText::tr("a field, e.g. duration"), error);
    case FilterProblem::AggregateOfNoNumber:
        return FilterErrorText::tr("%1 is no number that each span has one of").arg(subject);
    case FilterProblem::NotHere:
        return FilterErrorText::tr("%1 of TraceQL is not supported: %2")
            .arg(subject, insteadOf(error.refused));
    }
    return {};
}

} // namespace hallway

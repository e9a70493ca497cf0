#include "cli/FilterErrorText.h"

#include "base/FormatText.h"
#include "query/Literal.h"

#include <algorithm>

namespace hallway::cli {

namespace {

constexpr std::size_t mostShown = 60; ///< code points of a foreign text, and to either side of a caret

std::string marked(std::string_view text) {
    return "`" + format::elideMiddle(format::printable(text), mostShown) + "`";
}

std::string_view valuesOf(FieldType type) {
    switch (type) {
    case FieldType::Any:
        return "a text in quotes, a number, a duration, true, false or nil";
    case FieldType::Text:
        return "a text in quotes";
    case FieldType::Number:
        return "a number";
    case FieldType::TimeSpan:
        return "a duration with its unit, such as 100ms or 1h30m";
    case FieldType::Share:
        return "a share, such as 5% or 0.05";
    case FieldType::Truth:
        return "true or false";
    case FieldType::StatusWord:
        return "error, ok or unset, without quotes";
    case FieldType::KindWord:
        return "server, client, producer, consumer, internal or unspecified, without quotes";
    case FieldType::CallClass:
        return "\"rpc\", \"messaging\", \"database\", \"function\", \"external\" or \"unpaired\"";
    }
    return "";
}

std::string_view faultOf(PatternFault::Kind kind) {
    switch (kind) {
    case PatternFault::Kind::UnclosedGroup:
        return "a ( is not closed";
    case PatternFault::Kind::UnopenedGroup:
        return "a ) closes nothing";
    case PatternFault::Kind::UnclosedClass:
        return "a [ is not closed";
    case PatternFault::Kind::EmptyRange:
        return "a range is empty";
    case PatternFault::Kind::NothingToRepeat:
        return "there is nothing to repeat";
    case PatternFault::Kind::BadRepetition:
        return "a repetition makes no sense";
    case PatternFault::Kind::UnknownEscape:
        return "an escape is unknown";
    case PatternFault::Kind::Unsupported:
        return "lookaround, back references, \\b and \\p are not supported";
    case PatternFault::Kind::TooLarge:
        return "it is too large";
    }
    return "";
}

/// What to do instead of what TraceQL has and a filter has not.
std::string_view insteadOf(Refused refused) {
    switch (refused) {
    case Refused::Grouping:
        return "filters do not group; `hallway stats --by` does";
    case Refused::Selection:
        return "a filter chooses spans, not their columns; choose those in the tables, or ask `hallway sql`";
    case Refused::Metrics:
        return "metrics are no part of a filter; `hallway stats`, `edges` and `heatmap` print them for what "
               "--where "
               "names";
    case Refused::Compare:
        return "`hallway differences --where` compares what a filter names with the rest";
    case Refused::Hints:
        return "filters take no hints; everything is always looked at";
    case Refused::Parent:
        return "ask the parent itself: { … } > { … }";
    case Refused::NestedSet:
        return "isRoot says whether a span is a root; >> and << walk the tree";
    }
    return "";
}

std::string expected(const std::string& what, const std::string& found) {
    return "Expected " + what + (found.empty() ? ", but the filter ends here" : ", not " + marked(found));
}

} // namespace

std::string sentenceOf(const FilterError& error) {
    const std::string& subject = error.subject;
    switch (error.problem) {
    case FilterProblem::Empty:
        return "Expected a condition, e.g. duration > 100ms";
    case FilterProblem::TooLong:
        return "The filter is too long or too deeply nested";
    case FilterProblem::UnknownCharacter:
        return "No part of a filter begins with " + marked(subject);
    case FilterProblem::OpenString:
        return "This text has no closing quote";
    case FilterProblem::BadEscape:
        return "There is no escape " + marked(subject) +
               "; write \\\\ for a backslash, or the text between ` and `";
    case FilterProblem::BadNumber:
        return marked(subject) + " is no number a filter can hold";
    case FilterProblem::UnknownUnit:
        return "There is no unit " + marked(subject) + "; units are ns, us, ms, s, m, h, d and w, and %";
    case FilterProblem::EmptyAttribute:
        return "Expected the key of an attribute after " + marked(subject);
    case FilterProblem::ExpectedCondition:
        return expected("a condition, e.g. duration > 100ms", subject);
    case FilterProblem::FreeText:
        return marked(subject) +
               " is no condition. Expected a field with a value, e.g. resource.service.name = " +
               hallway::quoted(subject.size() > 1 && subject.front() == '"'
                                   ? subject.substr(1, subject.size() - 2)
                                   : subject);
    case FilterProblem::UnknownField:
        return "There is no field " + marked(subject) + "; the key of an attribute follows a scope: span." +
               format::printable(subject) + ", resource." + format::printable(subject) + ", or ." +
               format::printable(subject) + " for either";
    case FilterProblem::ExpectedRelation:
        return "Expected =, !=, <, <=, >, >=, =~ or !~ after " + marked(subject);
    case FilterProblem::ExpectedValue:
        return "Expected a value after " + marked(subject);
    case FilterProblem::UnquotedText:
        return "Expected a value; a text stands in quotes: " + hallway::quoted(subject);
    case FilterProblem::WrongType:
        return marked(subject) + " is compared with " + std::string(valuesOf(error.type));
    case FilterProblem::WrongRelation:
        return marked(subject) + " makes no sense with this value";
    case FilterProblem::UnknownCallClass:
        return "There is no class " + marked(subject) + " of calls; it is " +
               std::string(valuesOf(FieldType::CallClass));
    case FilterProblem::ShareOutOfRange:
        return "A share lies between 0 and 1, or between 0% and 100%";
    case FilterProblem::BadPattern:
        return "The pattern " + marked(subject) + " is wrong at character " +
               std::to_string(error.pattern.at + 1) + ": " + std::string(faultOf(error.pattern.kind));
    case FilterProblem::FieldAgainstField:
        return "A field is compared with a value, not with another field such as " + marked(subject);
    case FilterProblem::Arithmetic:
        return "Filters do not calculate; write the value itself instead of " + marked(subject);
    case FilterProblem::NotBeforeComparison:
        return "What ! is true of stands in parentheses: !(…); or turn the comparison around";
    case FilterProblem::MixedAndOr:
        return "&& after || can be read in two ways; put parentheses around one of them";
    case FilterProblem::ExpectedSpanset:
        return expected("a condition in braces, { … }", subject);
    case FilterProblem::ExpectedOperator:
        if (subject == "and" || subject == "AND") return "Write && instead of " + marked(subject);
        if (subject == "or" || subject == "OR") return "Write || instead of " + marked(subject);
        return expected("&&, || or the end of the condition", subject);
    case FilterProblem::UnclosedBrace:
        return "This { is not closed";
    case FilterProblem::UnclosedParenthesis:
        return "This ( is not closed";
    case FilterProblem::ExpectedAggregate:
        return expected("count(), avg(), min(), max(), sum() or a condition in braces after |", subject);
    case FilterProblem::AggregateNeedsField:
        return expected("a field, e.g. duration", subject);
    case FilterProblem::AggregateOfNoNumber:
        return marked(subject) + " is no number that each span has one of";
    case FilterProblem::NotHere:
        return marked(subject) + " of TraceQL is not supported: " + std::string(insteadOf(error.refused));
    }
    return "";
}

Error errorOf(const FilterError& error, const std::string& filter) {
    return {ErrorCode::BadFilter, {filter, sentenceOf(error)}, FilePosition{error.at, std::nullopt}};
}

std::string excerptOf(const Error& badFilter) {
    const std::string& text = badFilter.arguments.front();
    const std::size_t at =
        std::min<std::size_t>(badFilter.position ? badFilter.position->offset : 0, text.size());
    const std::size_t before = text.find_last_of("\r\n", at == 0 ? 0 : at - 1);
    const std::size_t begin = at == 0 || before == std::string::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto codePoints = [](std::string_view piece) {
        return static_cast<std::size_t>(
            std::count_if(piece.begin(), piece.end(), [](char byte) { return (byte & 0xc0) != 0x80; }));
    };
    const auto cutFront = [](std::string piece) {
        while (!piece.empty() && (piece.front() & 0xc0) == 0x80)
            piece.erase(0, 1);
        return piece;
    };
    std::string left = text.substr(begin, at - begin), right = text.substr(at, end - at);
    if (left.size() > mostShown) left = "\u2026" + cutFront(left.substr(left.size() - mostShown));
    if (right.size() > mostShown) {
        right.resize(mostShown);
        while (!right.empty() && (right.back() & 0xc0) == 0x80)
            right.pop_back();
        if (!right.empty() && (right.back() & 0x80) != 0) right.pop_back();
        right += "\u2026";
    }
    std::replace(left.begin(), left.end(), '\t', ' ');
    std::replace(right.begin(), right.end(), '\t', ' ');
    left = format::printable(left);
    return "  " + left + format::printable(right) + "\n  " + std::string(codePoints(left), ' ') + "^";
}

} // namespace hallway::cli

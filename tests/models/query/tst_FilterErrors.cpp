#include <QTest> // before the standard library: moc 6.4 cannot read <compare> first

#include "query/Filter.h"

#include <random>

using namespace hallway;
using Problem = FilterProblem;

namespace {

struct Row {
    const char* text;
    Problem problem;
    int at;
};

// clang-format off
const Row rows[] = {
    {"", Problem::Empty, 0},
    {"  \t\n", Problem::Empty, 0},
    {"duration >", Problem::ExpectedValue, 10},
    {"{ duration > }", Problem::ExpectedValue, 13},
    {"{ duration > && failed }", Problem::ExpectedValue, 13},
    {"{ duration == 1s }", Problem::ExpectedValue, 12},
    {"{ duration 1s }", Problem::ExpectedRelation, 11},
    {"{ duration }", Problem::ExpectedRelation, 11},
    {"{ status }", Problem::ExpectedRelation, 9},
    {"{ duration > 100 }", Problem::WrongType, 13},
    {"{ duration > \"1s\" }", Problem::WrongType, 13},
    {"{ duration > ok }", Problem::WrongType, 13},
    {"{ duration > 5% }", Problem::WrongType, 13},
    {"{ duration =~ \"1.*\" }", Problem::WrongType, 14},
    {"{ duration =~ 1s }", Problem::WrongRelation, 11},
    {"{ duration > nil }", Problem::WrongRelation, 11},
    {"{ name = charge }", Problem::UnquotedText, 9},
    {"{ span.a = charge }", Problem::UnquotedText, 11},
    {"{ kind = sever }", Problem::WrongType, 9},
    {"{ status = broken }", Problem::WrongType, 11},
    {"{ failed = yes }", Problem::WrongType, 11},
    {"{ duration > long }", Problem::WrongType, 13},
    {"{ kind = duration }", Problem::FieldAgainstField, 9},
    {"{ name = 5 }", Problem::WrongType, 9},
    {"{ name > true }", Problem::WrongType, 9},
    {"{ status = \"error\" }", Problem::WrongType, 11},
    {"{ status > ok }", Problem::WrongRelation, 9},
    {"{ kind = error }", Problem::WrongType, 9},
    {"{ span.a = error }", Problem::WrongType, 11},
    {"{ span.a > true }", Problem::WrongRelation, 9},
    {"{ span.a =~ 5 }", Problem::WrongRelation, 9},
    {"{ failed = 1 }", Problem::WrongType, 11},
    {"{ failed > true }", Problem::WrongRelation, 9},
    {"{ childCount = 1s }", Problem::WrongType, 15},
    {"{ share > 2 }", Problem::ShareOutOfRange, 10},
    {"{ share > 101% }", Problem::ShareOutOfRange, 10},
    {"{ share > -1% }", Problem::ShareOutOfRange, 10},
    {"{ edge.class = \"http\" }", Problem::UnknownCallClass, 15},
    {"{ edge.class > \"rpc\" }", Problem::WrongRelation, 13},
    {"{ edge.caller = web }", Problem::UnquotedText, 16},
    {"{ edge.colour = \"red\" }", Problem::UnknownField, 2},
    {"{ name =~ \"(a\" }", Problem::BadPattern, 10},
    {"{ name =~ \"a**\" }", Problem::BadPattern, 10},
    {"{ name =~ \"(a{500}){500}\" }", Problem::BadPattern, 10},
    {"{ http.route = \"/\" }", Problem::UnknownField, 2},
    {"{ attribute = 4 }", Problem::UnknownField, 2},
    {"checkout", Problem::FreeText, 0},
    {"payment timeout", Problem::FreeText, 0},
    {"\"payments\"", Problem::FreeText, 0},
    {"{ \"payments\" }", Problem::FreeText, 2},
    {"5", Problem::ExpectedCondition, 0},
    {"{ && failed }", Problem::ExpectedCondition, 2},
    {"{ failed && }", Problem::ExpectedCondition, 12},
    {"failed &&", Problem::ExpectedCondition, 9},
    {"{ = 5 }", Problem::ExpectedCondition, 2},
    {"{ 5 = 6 }", Problem::ExpectedCondition, 6},
    {"{ span. }", Problem::EmptyAttribute, 2},
    {"{ . = 1 }", Problem::EmptyAttribute, 2},
    {"{ span.\"\" = 1 }", Problem::EmptyAttribute, 2},
    {"{ name = \"a }", Problem::OpenString, 9},
    {"{ name = `a }", Problem::OpenString, 9},
    {"{ name = \"\\d\" }", Problem::BadEscape, 10},
    {"{ span.a = 99999999999999999999 }", Problem::BadNumber, 11},
    {"{ span.a = 1.2.3 }", Problem::BadNumber, 11},
    {"{ duration > 5parsec }", Problem::UnknownUnit, 14},
    {"{ duration > 1h5 }", Problem::UnknownUnit, 16},
    {"{ duration > 99999999w }", Problem::BadNumber, 13},
    {"{ name = 'a' }", Problem::UnknownCharacter, 9},
    {"{ name ; }", Problem::UnknownCharacter, 7},
    {"{ name & failed }", Problem::UnknownCharacter, 7},
    {"{ span.a = span.b }", Problem::FieldAgainstField, 11},
    {"{ duration > traceDuration }", Problem::FieldAgainstField, 13},
    {"{ duration > 1s * 2 }", Problem::Arithmetic, 16},
    {"{ duration + 1 > 2s }", Problem::Arithmetic, 11},
    {"{ !name = \"a\" }", Problem::NotBeforeComparison, 2},
    {"{ failed || isRoot && isEntry }", Problem::MixedAndOr, 19},
    {"{ failed } || { isRoot } && { isEntry }", Problem::MixedAndOr, 25},
    {"{ failed", Problem::UnclosedBrace, 0},
    {"{ failed } && {", Problem::UnclosedBrace, 14},
    {"{ (failed }", Problem::UnclosedParenthesis, 2},
    {"({ failed }", Problem::UnclosedParenthesis, 0},
    {"{ failed isRoot }", Problem::ExpectedOperator, 9},
    {"{ failed and isRoot }", Problem::ExpectedOperator, 9},
    {"{ failed } }", Problem::ExpectedOperator, 11},
    {"failed }", Problem::ExpectedOperator, 7},
    {"{ failed } { isRoot }", Problem::ExpectedOperator, 11},
    {"{ failed } = { isRoot }", Problem::ExpectedOperator, 11},
    {"{ failed } &&", Problem::ExpectedSpanset, 13},
    {"{ failed } >> failed", Problem::ExpectedSpanset, 14},
    {"failed && { isRoot }", Problem::ExpectedSpanset, 0},
    {"{ } |", Problem::ExpectedAggregate, 5},
    {"{ } | failed", Problem::ExpectedAggregate, 6},
    {"{ } | count > 1", Problem::ExpectedAggregate, 6},
    {"{ } | count()", Problem::ExpectedRelation, 13},
    {"{ } | count(name) > 1", Problem::ExpectedOperator, 12},
    {"{ } | avg() > 1", Problem::AggregateNeedsField, 10},
    {"{ } | avg(name) > 1", Problem::AggregateOfNoNumber, 10},
    {"{ } | avg(event.x) > 1", Problem::AggregateOfNoNumber, 10},
    {"{ } | avg(duration) > 1", Problem::WrongType, 22},
    {"{ } | count() > \"a\"", Problem::WrongType, 16},
    {"{ } | avg(.a) = \"a\"", Problem::ExpectedValue, 14},
    {"{ } | avg(.a) = nil", Problem::ExpectedValue, 14},
    {"count() > 3 && { }", Problem::ExpectedOperator, 12},
    {"{ } | by(name)", Problem::NotHere, 6},
    {"{ } | select(name)", Problem::NotHere, 6},
    {"{ } | coalesce()", Problem::NotHere, 6},
    {"{ } | rate()", Problem::NotHere, 6},
    {"{ } | quantile_over_time(duration, .9)", Problem::NotHere, 6},
    {"{ } | histogram_over_time(duration)", Problem::NotHere, 6},
    {"{ } | compare({ status = error })", Problem::NotHere, 6},
    {"{ } | topk(5)", Problem::NotHere, 6},
    {"{ } with (most_recent=true)", Problem::NotHere, 4},
    {"{ parent.a = 1 }", Problem::NotHere, 2},
    {"{ nestedSetParent < 0 }", Problem::NotHere, 2},
};
// clang-format on

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

class TestFilterErrors : public QObject {
    Q_OBJECT

private slots:
    void saysWhereAndWhat_data() {
        QTest::addColumn<int>("row");
        for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
            QTest::newRow(rows[i].text) << i;
    }
    void saysWhereAndWhat() {
        QFETCH(int, row);
        const auto filter = Filter::parse(rows[row].text);
        QVERIFY(!filter.has_value());
        QCOMPARE(int(filter.error().problem), int(rows[row].problem));
        QCOMPARE(int(filter.error().at), rows[row].at);
        QVERIFY(filter.error().at + filter.error().size <= std::string_view(rows[row].text).size());
    }

    void tellsWhatAFieldIsComparedWith() {
        QCOMPARE(Filter::parse("duration > 5").error().type, FieldType::TimeSpan);
        QCOMPARE(Filter::parse("duration > 5").error().subject, std::string("duration"));
        QCOMPARE(Filter::parse("kind = sever").error().type, FieldType::KindWord);
        QCOMPARE(Filter::parse("kind = sever").error().subject, std::string("kind"));
        QCOMPARE(Filter::parse("{ name =~ \"a(\" }").error().pattern.at, std::size_t{1});
        QCOMPARE(Filter::parse("{ } | rate()").error().refused, Refused::Metrics);
        QCOMPARE(Filter::parse("{ } | by(name)").error().refused, Refused::Grouping);
    }

    // Neither deep nor long texts take more than their bounds.
    void boundsDepthAndLength() {
        const std::string texts[] = {
            repeated("(", 30'000),
            repeated("!", 30'000) + "failed",
            repeated("!(", 10'000) + "failed" + repeated(")", 10'000),
            repeated("failed && ", 3'000) + "failed",
            repeated("{ } > ", 5'000) + "{ }",
            repeated("{ } | ", 5'000) + "{ }",
            repeated("({ } | count() > 1 | ", 500) + "{ }" + repeated(")", 500),
            std::string(1'000'000, ' ') + "failed",
            "{ name = \"" + std::string(100'000, 'a') + "\" }",
        };
        for (const std::string& text : texts) {
            const auto filter = Filter::parse(text);
            QVERIFY(!filter.has_value());
            QCOMPARE(filter.error().problem, Problem::TooLong);
        }
        QVERIFY(Filter::parse(repeated("failed && ", 400) + "failed").has_value());
        QVERIFY(Filter::parse(repeated("(", 90) + "failed" + repeated(")", 90)).has_value());
    }

    // Whatever is cut off or changed: a filter or an error within the text.
    void survivesDamage() {
        std::mt19937 random(11);
        const std::string seed = "({ resource.service.name = \"a\\n\" && !(duration > 1h30m || span.\"x y\" "
                                 "=~ `a[b-d]+`) } &>> { share "
                                 "< 5% } | avg(self) >= 1.5ms) || !{ edge.class = rpc && event:name != nil }";
        QVERIFY(Filter::parse(seed).has_value());
        for (int i = 0; i < 20'000; ++i) {
            std::string text = seed.substr(0, random() % (seed.size() + 1));
            for (unsigned change = random() % 4; change > 0 && !text.empty(); --change)
                text[random() % text.size()] =
                    i % 2 == 0 ? static_cast<char>(random()) : seed[random() % seed.size()];
            const auto filter = Filter::parse(text);
            if (filter)
                QVERIFY(Filter::parse(filter->text()) == *filter);
            else
                QVERIFY(filter.error().at + filter.error().size <= text.size());
        }
    }
};

QTEST_APPLESS_MAIN(TestFilterErrors)
#include "tst_FilterErrors.moc"

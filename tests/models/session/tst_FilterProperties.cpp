#include <QTest> // before the standard library: moc 6.4 cannot read <compare> first

#include "SessionFolder.h"
#include "session/FilterRun.h"
#include "store/CaptureReader.h"

#include <functional>
#include <random>
#include <set>

using namespace hallway;
using namespace hallway::test;

namespace {

using Spans = std::set<std::uint32_t>; ///< rows

/// A capture of small random traces, and everything about it that the naive evaluation looks at.
struct Sample {
    std::shared_ptr<const Capture> capture;
    std::vector<SpanDetails> details; ///< by row

    [[nodiscard]] const SpanTable& spans() const { return capture->spans(); }
    [[nodiscard]] const NamedValue* attribute(std::uint32_t row, const char* key) const {
        for (const NamedValue& value : details[row].attributes)
            if (value.key == key) return &value;
        return nullptr;
    }
    [[nodiscard]] std::string name(std::uint32_t row) const {
        return std::string(capture->strings().text(spans().name[row]));
    }
    [[nodiscard]] double milliseconds(std::uint32_t row) const {
        return static_cast<double>(spans().duration(SpanRow(row)).count()) / 1e6;
    }
    [[nodiscard]] std::int64_t parent(std::uint32_t row) const {
        const SpanRow parent = spans().parent[row];
        return parent.valid() ? std::int64_t{parent.value()} : -1;
    }
    [[nodiscard]] std::uint32_t trace(std::uint32_t row) const {
        return spans().traceOf(SpanRow(row)).value();
    }
};

/// A comparison as it is written, and what it means of a span, or of a call.
struct Atom {
    const char* text;
    std::function<bool(const Sample&, std::uint32_t span)> isTrue = {};
    std::function<bool(const Sample&, CallRow call)> isTrueOfCall = {};
};

bool isNumber(const NamedValue* value, double wanted) {
    if (!value) return false;
    return (value->type == ValueType::Int && static_cast<double>(value->integer) == wanted) ||
           (value->type == ValueType::Double && value->real == wanted);
}

const std::string& nodeName(const Sample& sample, CallRow call, bool isCallee) {
    const CallTable& calls = sample.capture->calls();
    const Edge& edge = calls.edges[calls.edgeOf(call).index()];
    return calls.nodes[(isCallee ? edge.callee : edge.caller).index()].name;
}

const std::vector<Atom>& atoms() {
    using Row = std::uint32_t;
    static const std::vector<Atom> all{
        {"name = \"n1\"", [](const Sample& s, Row r) { return s.name(r) == "n1"; }},
        {"name != \"n1\"", [](const Sample& s, Row r) { return s.name(r) != "n1"; }},
        {"name =~ \"n[02]\"", [](const Sample& s, Row r) { return s.name(r) == "n0" || s.name(r) == "n2"; }},
        {"kind = server",
         [](const Sample& s, Row r) { return s.spans().kind(SpanRow(r)) == SpanKind::Server; }},
        {"kind != client",
         [](const Sample& s, Row r) { return s.spans().kind(SpanRow(r)) != SpanKind::Client; }},
        {"status = error",
         [](const Sample& s, Row r) { return s.spans().status(SpanRow(r)) == SpanStatus::Error; }},
        {"failed = true", [](const Sample& s, Row r) { return s.spans().flags[r].has(SpanFlag::Failed); }},
        {"isRoot = true",
         [](const Sample& s, Row r) {
             const SpanFlags flags = s.spans().flags[r]; // rule 4 makes roots, too
             return s.details[r].parentId.empty() || flags.has(SpanFlag::SelfParent) ||
                    flags.has(SpanFlag::CycleBroken);
         }},
        {"duration > 20ms", [](const Sample& s, Row r) { return s.milliseconds(r) > 20; }},
        {"duration <= 5ms", [](const Sample& s, Row r) { return s.milliseconds(r) <= 5; }},
        {"childCount > 1",
         [](const Sample& s, Row r) {
             return std::count(s.spans().parent.begin(), s.spans().parent.end(), SpanRow(r)) > 1;
         }},
        {"span:parentID = nil", [](const Sample& s, Row r) { return s.details[r].parentId.empty(); }},
        {"span.a = 1", [](const Sample& s, Row r) { return isNumber(s.attribute(r, "a"), 1); }},
        {"span.a != 1",
         [](const Sample& s, Row r) {
             return isNumber(s.attribute(r, "a"), 2) || isNumber(s.attribute(r, "a"), 1.5);
         }},
        {"span.a >= 1.5",
         [](const Sample& s, Row r) {
             return isNumber(s.attribute(r, "a"), 2) || isNumber(s.attribute(r, "a"), 1.5);
         }},
        {"span.a = \"x\"",
         [](const Sample& s, Row r) { return s.attribute(r, "a") && s.attribute(r, "a")->text == "x"; }},
        {"span.a !~ \"y+\"",
         [](const Sample& s, Row r) { return s.attribute(r, "a") && s.attribute(r, "a")->text == "x"; }},
        {"span.a = true",
         [](const Sample& s, Row r) {
             return s.attribute(r, "a") && s.attribute(r, "a")->type == ValueType::True;
         }},
        {"span.a = nil", [](const Sample& s, Row r) { return s.attribute(r, "a") == nullptr; }},
        {"span.a != nil", [](const Sample& s, Row r) { return s.attribute(r, "a") != nullptr; }},
        {"resource.service.name = \"s1\"",
         [](const Sample& s, Row r) {
             return s.capture->calls().nodes[s.spans().node[r].index()].name == "s1";
         }},
        {"event:name = \"e\"", [](const Sample& s, Row r) { return !s.details[r].events.empty(); }},
        {"event:name = nil", [](const Sample& s, Row r) { return s.details[r].events.empty(); }},
        {"edge.caller = \"s0\"",
         {},
         [](const Sample& s, CallRow c) { return nodeName(s, c, false) == "s0"; }},
        {"edge.callee = \"s1\"", {}, [](const Sample& s, CallRow c) { return nodeName(s, c, true) == "s1"; }},
        {"edge.callee != \"s2\"",
         {},
         [](const Sample& s, CallRow c) { return nodeName(s, c, true) != "s2"; }},
        {"edge.failed = true",
         {},
         [](const Sample& s, CallRow c) { return s.capture->calls().has(c, CallFlag::Failed); }},
    };
    return all;
}

const Atom& atomOf(const Comparison& comparison) {
    const std::string text = textOf(comparison);
    return *std::find_if(atoms().begin(), atoms().end(), [&](const Atom& atom) { return atom.text == text; });
}

/// Span by span, as docs/filter.md tells it.
class Naive {
public:
    explicit Naive(const Sample& sample) : m_sample(sample) {}

    Spans of(const Spanset& spanset, const Spans& among) const {
        Spans found;
        switch (spanset.kind) {
        case Spanset::Kind::Select:
            for (const std::uint32_t row : among)
                if (isTrue(spanset.condition, row)) found.insert(row);
            return found;
        case Spanset::Kind::All:
        case Spanset::Kind::Any: {
            std::vector<Spans> sides;
            for (const Spanset& operand : spanset.operands)
                sides.push_back(of(operand, among));
            for (const Spans& side : sides)
                for (const std::uint32_t row : side) {
                    const bool inAll = std::all_of(sides.begin(), sides.end(), [&](const Spans& other) {
                        return hasTrace(other, m_sample.trace(row));
                    });
                    if (spanset.kind == Spanset::Kind::Any || inAll) found.insert(row);
                }
            return found;
        }
        case Spanset::Kind::Not: {
            const Spans named = of(spanset.operands.front(), among);
            for (const std::uint32_t row : among)
                if (!hasTrace(named, m_sample.trace(row))) found.insert(row);
            return found;
        }
        case Spanset::Kind::Related:
            return related(of(spanset.operands[0], among), of(spanset.operands[1], among), spanset.kinship,
                           spanset.form);
        case Spanset::Kind::Pipe:
            return of(spanset.operands[1], of(spanset.operands[0], among));
        case Spanset::Kind::Aggregate: {
            const Spans set = spanset.operands.empty() ? among : of(spanset.operands.front(), among);
            for (const std::uint32_t row : set)
                if (aggregateFits(spanset, set, m_sample.trace(row))) found.insert(row);
            return found;
        }
        }
        return found;
    }

private:
    bool hasTrace(const Spans& set, std::uint32_t trace) const {
        return std::any_of(set.begin(), set.end(),
                           [&](std::uint32_t row) { return m_sample.trace(row) == trace; });
    }

    static bool isOfCall(const Condition& condition) {
        if (condition.kind == Condition::Kind::Compare)
            return bool(atomOf(condition.comparison).isTrueOfCall);
        return (condition.kind == Condition::Kind::All || condition.kind == Condition::Kind::Any) &&
               std::all_of(condition.operands.begin(), condition.operands.end(), isOfCall);
    }
    bool isTrueOfCall(const Condition& condition, CallRow call) const {
        const auto ask = [&](const Condition& operand) { return isTrueOfCall(operand, call); };
        const auto& operands = condition.operands;
        if (condition.kind == Condition::Kind::Compare)
            return atomOf(condition.comparison).isTrueOfCall(m_sample, call);
        return condition.kind == Condition::Kind::All ? std::all_of(operands.begin(), operands.end(), ask)
                                                      : std::any_of(operands.begin(), operands.end(), ask);
    }
    /// Whether they are all true of one call that the span is a side of.
    bool haveCall(const std::vector<Condition>& conditions, std::uint32_t row) const {
        const CallTable& calls = m_sample.capture->calls();
        for (std::size_t i = 0; i < calls.size(); ++i) {
            const bool isSide = calls.client[i] == SpanRow(row) || calls.server[i] == SpanRow(row);
            if (isSide && std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
                    return isTrueOfCall(condition, CallRow(i));
                }))
                return true;
        }
        return false;
    }

    bool isTrue(const Condition& condition, std::uint32_t row) const {
        const auto ask = [&](const Condition& operand) { return isTrue(operand, row); };
        if (isOfCall(condition)) return haveCall({condition}, row);
        switch (condition.kind) {
        case Condition::Kind::True:
            return true;
        case Condition::Kind::False:
            return false;
        case Condition::Kind::Compare:
            return atomOf(condition.comparison).isTrue(m_sample, row);
        case Condition::Kind::Not:
            return !ask(condition.operands.front());
        case Condition::Kind::Any:
            return std::any_of(condition.operands.begin(), condition.operands.end(), ask);
        case Condition::Kind::All:
            break;
        }
        std::vector<Condition> ofCalls;
        for (const Condition& operand : condition.operands) {
            if (isOfCall(operand))
                ofCalls.push_back(operand);
            else if (!ask(operand))
                return false;
        }
        return ofCalls.empty() || haveCall(ofCalls, row);
    }

    bool isDescendant(std::uint32_t row, std::uint32_t of) const {
        for (std::int64_t up = m_sample.parent(row); up >= 0;
             up = m_sample.parent(static_cast<std::uint32_t>(up)))
            if (up == of) return true;
        return false;
    }
    /// `right` is what `kinship` says of `left`.
    bool areRelated(std::uint32_t left, Kinship kinship, std::uint32_t right) const {
        switch (kinship) {
        case Kinship::Child:
            return m_sample.parent(right) == left;
        case Kinship::Parent:
            return m_sample.parent(left) == right;
        case Kinship::Descendant:
            return isDescendant(right, left);
        case Kinship::Ancestor:
            return isDescendant(left, right);
        case Kinship::Sibling:
            return left != right && m_sample.parent(left) >= 0 &&
                   m_sample.parent(left) == m_sample.parent(right);
        }
        return false;
    }
    Spans related(const Spans& lefts, const Spans& rights, Kinship kinship, KinshipForm form) const {
        Spans found;
        for (const std::uint32_t right : rights) {
            bool any = false;
            for (const std::uint32_t left : lefts) {
                if (!areRelated(left, kinship, right)) continue;
                any = true;
                if (form == KinshipForm::Union) found.insert(left);
            }
            if (any != (form == KinshipForm::Negated)) found.insert(right);
        }
        return found;
    }

    bool aggregateFits(const Spanset& spanset, const Spans& set, std::uint32_t trace) const {
        std::vector<double> values;
        for (const std::uint32_t row : set) {
            if (m_sample.trace(row) != trace) continue;
            const NamedValue* const value = m_sample.attribute(row, "a");
            if (spanset.function == AggregateFunction::Count)
                values.push_back(1);
            else if (spanset.comparison.field.kind == FieldKind::SpanDuration)
                values.push_back(m_sample.milliseconds(row) * 1e6);
            else if (value && value->type == ValueType::Int)
                values.push_back(static_cast<double>(value->integer));
            else if (value && value->type == ValueType::Double)
                values.push_back(value->real);
        }
        if (values.empty()) return false;
        double sum = 0;
        for (const double value : values)
            sum += value;
        const double aggregate =
            spanset.function == AggregateFunction::Average   ? sum / static_cast<double>(values.size())
            : spanset.function == AggregateFunction::Minimum ? *std::min_element(values.begin(), values.end())
            : spanset.function == AggregateFunction::Maximum ? *std::max_element(values.begin(), values.end())
                                                             : sum;
        const auto* const duration = std::get_if<Duration>(&spanset.comparison.value);
        const double wanted = duration
                                  ? static_cast<double>(duration->count())
                                  : static_cast<double>(std::get<std::int64_t>(spanset.comparison.value));
        return spanset.comparison.relation == Relation::Greater ? aggregate > wanted : aggregate <= wanted;
    }

    const Sample& m_sample;
};

class Generator {
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    std::string capture() {
        std::string lines;
        for (std::uint64_t trace = 1; trace <= 8; ++trace) {
            const std::uint64_t count = 1 + pick(9);
            for (std::uint64_t id = 1; id <= count; ++id)
                lines += span(trace, id, count);
        }
        return lines;
    }

    Condition condition(unsigned depth) {
        const unsigned kind = depth == 0 ? 0u : pick(6u);
        Condition made;
        if (kind < 3) {
            if (pick(12) == 0) {
                made.kind = pick(2) == 0 ? Condition::Kind::True : Condition::Kind::False;
                return made;
            }
            return Filter::parse(atoms()[pick(static_cast<unsigned>(atoms().size()))].text)->root().condition;
        }
        made.kind = kind == 3   ? Condition::Kind::Not
                    : kind == 4 ? Condition::Kind::All
                                : Condition::Kind::Any;
        add(made, made.kind == Condition::Kind::Not ? 1 : 2 + pick(2), [&] { return condition(depth - 1); });
        return made;
    }

    Spanset spanset(unsigned depth) {
        Spanset made;
        switch (depth == 0 ? 0 : pick(9)) {
        default:
            made.condition = condition(2);
            return made;
        case 2:
        case 3:
        case 4:
            made.kind = Spanset::Kind::Related;
            made.kinship = static_cast<Kinship>(pick(5));
            made.form = static_cast<KinshipForm>(pick(3));
            made.operands = {spanset(depth - 1), spanset(depth - 1)};
            return made;
        case 5:
            made.kind = pick(2) == 0 ? Spanset::Kind::All : Spanset::Kind::Any;
            add(made, 2 + pick(2), [&] { return spanset(depth - 1); });
            return made;
        case 6:
            made.kind = Spanset::Kind::Not;
            made.operands = {spanset(depth - 1)};
            return made;
        case 7: {
            made.kind = Spanset::Kind::Pipe;
            made.operands = {spanset(depth - 1), spanset(depth - 1)};
            return made;
        }
        case 8:
            return aggregate(depth);
        }
    }

private:
    unsigned pick(unsigned below) { return static_cast<unsigned>(m_random() % below); }
    std::uint64_t pick(std::uint64_t below) { return m_random() % below; }
    std::uint64_t pick(int below) { return m_random() % static_cast<std::uint64_t>(below); }

    /// None of the node's own kind.
    template <class Node, class Make>
    void add(Node& node, std::uint64_t count, Make make) {
        while (node.operands.size() < count) {
            Node operand = make();
            const bool isSame = operand.kind == node.kind && count > 1;
            if (!isSame) node.operands.push_back(std::move(operand));
        }
    }

    Spanset aggregate(unsigned depth) {
        Spanset made;
        made.kind = Spanset::Kind::Aggregate;
        made.function = static_cast<AggregateFunction>(pick(5));
        made.operands = {spanset(depth - 1)};
        made.comparison.relation = pick(2) == 0 ? Relation::Greater : Relation::LessOrEqual;
        const bool isDuration = pick(2) == 0;
        if (made.function == AggregateFunction::Count) {
            made.comparison.value = static_cast<std::int64_t>(1 + pick(3));
        } else {
            made.comparison.field =
                isDuration ? Field{FieldKind::SpanDuration, {}} : Field{FieldKind::SpanAttribute, "a"};
            if (isDuration)
                made.comparison.value =
                    Duration(std::chrono::milliseconds(static_cast<int>(5 + 10 * pick(3))));
            else
                made.comparison.value = static_cast<std::int64_t>(1 + pick(2));
        }
        return made;
    }

    std::string span(std::uint64_t trace, std::uint64_t id, std::uint64_t count) {
        static const char* const values[] = {R"({"intValue":"1"})",     R"({"intValue":"2"})",
                                             R"({"doubleValue":1.5})",  R"({"stringValue":"x"})",
                                             R"({"stringValue":"yy"})", R"({"boolValue":true})",
                                             R"({"boolValue":false})"};
        ExportSpan made{.trace = trace, .id = id};
        // Any other span, an absent one now and then; cycles are broken on import.
        made.parent = id == 1 && pick(3) > 0 ? 0 : pick(8) == 0 ? 77 : pick(count) + 1;
        made.service = "s" + std::to_string(pick(3));
        made.kind = static_cast<int>(1 + pick(5));
        made.start = static_cast<std::int64_t>(pick(50));
        made.end = made.start + static_cast<std::int64_t>(1 + pick(40));
        made.name = "n" + std::to_string(pick(4));
        made.failed = pick(4) == 0;
        made.event = pick(4) == 0 ? made.start : -1;
        std::string line = lineOf(made);
        if (pick(3) > 0) {
            const std::string attribute =
                std::string(R"("attributes":[{"key":"a","value":)") + values[pick(std::size(values))] + "}],";
            line.insert(line.find("\"name\":"), attribute);
        }
        return line;
    }

    std::mt19937 m_random;
};

} // namespace

class TestFilterProperties : public QObject {
    Q_OBJECT

private slots:
    void atomsAreWrittenAsTheyArePrinted() {
        for (const Atom& atom : atoms())
            QCOMPARE(textOf(Filter::parse(atom.text)->root().condition), std::string(atom.text));
    }

    void agreesWithAskingEachSpan() {
        std::uint64_t named = 0, filters = 0, spans = 0;
        for (unsigned seed = 1; seed <= 25; ++seed) {
            const SessionFolder folder;
            Generator generator(seed);
            const auto outcome = folder.open({folder.write("random.jsonl", generator.capture())});
            QVERIFY(outcome.has_value());
            Sample sample{outcome->capture, {}};
            sample.details =
                sample.capture->reader().details(sample.spans().storeRow, sample.capture->strings()).value();
            Spans all;
            for (std::uint32_t row = 0; row < sample.spans().size(); ++row)
                all.insert(row);
            for (int i = 0; i < 150; ++i) {
                const Filter filter(generator.spanset(3));
                const auto match = matchOf(filter, *sample.capture);
                QVERIFY(match.has_value());
                Spans found;
                match->spans.forEach([&found](SpanRow row) { found.insert(row.value()); });
                const std::string text = filter.text() + " seed " + std::to_string(seed);
                QVERIFY2(found == Naive(sample).of(filter.root(), all), text.c_str());
                named += found.empty() || found == all ? 0 : 1;
                spans += found.size();
                ++filters;
            }
        }
        QVERIFY2(named * 3 > filters, "most filters ought to name some spans and not all");
        QVERIFY(spans > 0);
    }

    void printingAndReadingGivesTheSameFilter() {
        Generator generator(99);
        for (int i = 0; i < 5'000; ++i) {
            const Filter filter(generator.spanset(4));
            const auto again = Filter::parse(filter.text());
            QVERIFY2(again.has_value(), filter.text().c_str());
            QVERIFY2(*again == filter, filter.text().c_str());
            QCOMPARE(again->text(), filter.text());
        }
    }
};

QTEST_APPLESS_MAIN(TestFilterProperties)
#include "tst_FilterProperties.moc"

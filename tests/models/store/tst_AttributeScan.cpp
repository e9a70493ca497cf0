#include "SampleCapture.h"
#include "store/AttributeMatcher.h"
#include "store/CaptureReader.h"
#include "store/Database.h"
#include "store/Publish.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace hallway;
using namespace hallway::test;

using Place = AttributePlace;
using namespace std::string_literals;

namespace {

/// Whether a value stands in a relation to a literal, straight from what a person sees. Patterns are not
/// asked here.
bool holds(const NamedValue& value, Relation relation, const Scalar& literal) {
    if (value.type == ValueType::Json &&
        value.text.starts_with("[\"")) { // of the sample: a list of two texts
        bool any = false;
        for (const std::string element : {"a", "b"}) {
            const NamedValue one{"", ValueType::Text, 0, 0, element};
            const bool fits = holds(one, relation, literal);
            if (isNegative(relation) && !fits) return false;
            any = any || fits;
        }
        return any;
    }
    const auto compared = [relation](auto a, auto b) {
        switch (relation) {
        case Relation::Equal:
            return a == b;
        case Relation::NotEqual:
            return a != b;
        case Relation::Less:
            return a < b;
        case Relation::LessOrEqual:
            return a <= b;
        case Relation::Greater:
            return a > b;
        default:
            return a >= b;
        }
    };
    const bool isTruth = value.type == ValueType::True || value.type == ValueType::False;
    if (const auto* const text = std::get_if<std::string>(&literal))
        return value.type == ValueType::Text && compared(value.text, *text);
    if (const auto* const truth = std::get_if<bool>(&literal))
        return isTruth && compared(value.type == ValueType::True, *truth);
    if (value.type != ValueType::Int && value.type != ValueType::Double) return false;
    const auto number = value.type == ValueType::Int ? static_cast<long double>(value.integer)
                                                     : static_cast<long double>(value.real);
    if (const auto* const integer = std::get_if<std::int64_t>(&literal))
        return compared(number, static_cast<long double>(*integer));
    const auto* const real = std::get_if<double>(&literal);
    return real && compared(number, static_cast<long double>(*real));
}

NamedValue textValue(const std::string& text) { return {"", ValueType::Text, 0, 0, text}; }

const NamedValue* find(const std::vector<NamedValue>& values, const std::string& key) {
    const auto found = std::find_if(values.begin(), values.end(), [&key](const NamedValue& value) {
        return value.key == key && value.type != ValueType::Null;
    });
    return found == values.end() ? nullptr : &*found;
}

/// All values a span has at a place.
std::vector<NamedValue> valuesAt(const SpanDetails& span, const AttributePredicate& predicate) {
    std::vector<NamedValue> values;
    const auto addFrom = [&](const std::vector<NamedValue>& list) {
        if (const NamedValue* const value = find(list, predicate.key)) values.push_back(*value);
    };
    const auto addText = [&](const std::string& text) {
        if (!text.empty()) values.push_back(textValue(text));
    };
    switch (predicate.place) {
    case Place::Span:
        addFrom(span.attributes);
        break;
    case Place::Resource:
        addFrom(span.resource);
        break;
    case Place::Instrumentation:
        addFrom(span.scope);
        break;
    case Place::Anywhere:
        for (const auto* const list : {&span.attributes, &span.resource, &span.scope})
            if (values.empty()) addFrom(*list);
        break;
    case Place::Event:
        for (const EventDetails& event : span.events)
            addFrom(event.attributes);
        break;
    case Place::Link:
        for (const LinkDetails& link : span.links)
            addFrom(link.attributes);
        break;
    case Place::InstrumentationName:
        addText(span.scopeName);
        break;
    case Place::InstrumentationVersion:
        addText(span.scopeVersion);
        break;
    case Place::StatusMessage:
        addText(span.statusMessage);
        break;
    case Place::ParentId:
        addText(span.parentId);
        break;
    case Place::EventName:
        for (const EventDetails& event : span.events)
            addText(event.name);
        break;
    case Place::EventTime: // of the sample: 1 ms after its span's start
        for (std::size_t i = 0; i < span.events.size(); ++i)
            values.push_back({"", ValueType::Int, 1'000'000, 0, "1000000"});
        break;
    case Place::LinkTraceId:
        for (const LinkDetails& link : span.links)
            addText(link.traceId);
        break;
    case Place::LinkSpanId:
        for (const LinkDetails& link : span.links)
            addText(link.spanId);
        break;
    }
    return values;
}

bool fits(const SpanDetails& span, const AttributePredicate& predicate) {
    const std::vector<NamedValue> values = valuesAt(span, predicate);
    if (std::holds_alternative<std::monostate>(predicate.value))
        return values.empty() == (predicate.relation == Relation::Equal);
    return std::any_of(values.begin(), values.end(), [&](const NamedValue& value) {
        return holds(value, predicate.relation, predicate.value);
    });
}

AttributePredicate equals(std::string key, Scalar value) {
    return {Place::Span, std::move(key), Relation::Equal, std::move(value)};
}
const AttributePredicate everySpan{Place::Span, "http.route", Relation::NotEqual, {}};

/// All questions of the tests, each relation for each place and value.
std::vector<AttributePredicate> questions() {
    std::vector<AttributePredicate> all;
    const auto ask = [&all](Place place, const std::string& key, const std::vector<Scalar>& values) {
        for (const Scalar& value : values)
            for (const Relation relation :
                 {Relation::Equal, Relation::NotEqual, Relation::Less, Relation::LessOrEqual,
                  Relation::Greater, Relation::GreaterOrEqual}) {
                const bool isNil = std::holds_alternative<std::monostate>(value);
                if (!isNil || relation == Relation::Equal || relation == Relation::NotEqual)
                    all.push_back({place, key, relation, value});
            }
    };
    const Scalar nil;
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    for (const Place place :
         {Place::Span, Place::Resource, Place::Anywhere, Place::Instrumentation, Place::Event, Place::Link}) {
        ask(place, "http.route", {nil, "/"s, "/cart/{id}"s, "/b"s, std::int64_t{1}, true});
        ask(place, "http.response.status_code",
            {nil, std::int64_t{200}, std::int64_t{503}, 200.0, 300.5, "503"s, notANumber});
        ask(place, "load", {nil, 0.25, std::int64_t{0}, std::int64_t{1}});
        ask(place, "cached", {nil, true, false, "true"s});
        ask(place, "nothing", {nil, ""s});
        ask(place, "raw", {nil, "AP8="s});
        ask(place, "tags", {nil, "a"s, "b"s, "c"s, R"(["a","b"])"s, std::int64_t{1}});
        ask(place, "user.id", {nil, "user-2900"s, "user-9"s});
        ask(place, "no.such.key", {nil, "x"s});
        ask(place, "service.name", {nil, "cart"s, "frontend"s});
        ask(place, "scope.kind", {nil, "auto"s});
        ask(place, "exception.type", {nil, "TimeoutError"s, "Other"s});
    }
    ask(Place::InstrumentationName, "", {nil, "http-instrumentation"s, "x"s});
    ask(Place::InstrumentationVersion, "", {nil, "1.2.3"s, "2"s});
    ask(Place::StatusMessage, "", {nil, "no more carts"s, ""s});
    ask(Place::ParentId, "", {nil, "abc0000000000000"s, "abc0000000000001"s, "span-9"s});
    ask(Place::EventName, "", {nil, "exception"s, "other"s});
    ask(Place::EventTime, "", {nil, std::int64_t{1'000'000}, std::int64_t{0}, 1e6, "1000000"s});
    ask(Place::LinkTraceId, "", {nil, "01020304050607080000000000000001"s, "x"s});
    ask(Place::LinkSpanId, "", {nil, "abc0000000000000"s, "x"s});
    return all;
}

std::vector<StoreRow> rowsOf(const std::vector<bool>& bits) {
    std::vector<StoreRow> rows;
    for (std::size_t row = 0; row < bits.size(); ++row)
        if (bits[row]) rows.emplace_back(row);
    return rows;
}

Result<std::vector<StoreRow>> rowsWith(const CaptureReader& reader, const SampleCapture& sample,
                                       const AttributePredicate& predicate, unsigned threads = 2,
                                       const CancelToken& cancel = {}) {
    const auto found = reader.findSpans({&predicate, 1}, *sample.strings, cancel, threads);
    if (!found) return fail(found.error());
    return rowsOf(found->front());
}

Status damage(const std::string& path, const std::string& sql) {
    return Database::open(path, Database::Access::Write).value().execute(sql.c_str());
}

} // namespace

class TestAttributeScan : public QObject {
    Q_OBJECT

    const SampleCapture m_sample{1000}; // more users than the pool takes
    const ScratchFolder m_folder;
    std::unique_ptr<CaptureReader> m_reader;

private slots:
    void initTestCase() {
        QVERIFY(m_sample.writeTo(m_folder.file("a")).has_value());
        m_reader = std::move(CaptureReader::open(m_folder.file("a")).value());
    }

    void findsWhatAPersonWouldFind() {
        const std::vector<AttributePredicate> predicates = questions();
        QVERIFY(predicates.size() > 500);
        const auto details = m_reader->details(m_sample.spans.storeRow, *m_sample.strings);
        for (const unsigned threads : {0u, 1u, 2u, 3u, 7u}) {
            const auto found = m_reader->findSpans(predicates, *m_sample.strings, {}, threads);
            QVERIFY(found.has_value());
            for (std::size_t i = 0; i < predicates.size(); ++i) {
                std::vector<StoreRow> expected;
                for (const SpanDetails& span : *details)
                    if (fits(span, predicates[i])) expected.push_back(span.row);
                const std::string question = std::to_string(static_cast<int>(predicates[i].place)) + " " +
                                             predicates[i].key + " " +
                                             std::string(textOf(predicates[i].relation));
                QVERIFY2(rowsOf((*found)[i]) == expected, question.c_str());
            }
        }
    }

    void findsTheSampleByHand() {
        // user-2900 is the third span of trace 966; every third span of each second trace has failed.
        const auto count = [this](const AttributePredicate& predicate) {
            return rowsWith(*m_reader, m_sample, predicate)->size();
        };
        QVERIFY(rowsWith(*m_reader, m_sample, equals("user.id", "user-2900"s)).value() ==
                std::vector<StoreRow>{StoreRow(2900u)});
        QCOMPARE(count(equals("http.response.status_code", std::int64_t{503})), std::size_t{500});
        QCOMPARE(count({Place::Resource, "host.name", Relation::Equal, "cart-host"s}), std::size_t{1000});
        QCOMPARE(count({Place::Span, "user.id", Relation::Matches, "user-29.."s}), std::size_t{100});
        QCOMPARE(count({Place::Anywhere, "host.name", Relation::Matches, "cart.*"s}), std::size_t{1000});
        QCOMPARE(count({Place::Span, "tags", Relation::Matches, "[bc]"s}), std::size_t{3000});
        QCOMPARE(count({Place::Span, "tags", Relation::MatchesNot, "[bc]"s}), std::size_t{0});
        QCOMPARE(count({Place::Span, "tags", Relation::MatchesNot, "[cd]"s}), std::size_t{3000});
    }

    void readsNumbers() {
        const auto codes = m_reader->numbers(Place::Anywhere, "http.response.status_code", *m_sample.strings);
        QCOMPARE(codes->size(), std::size_t{3000});
        QCOMPARE((*codes)[0], 200.0);
        QCOMPARE((*codes)[5], 503.0);
        QCOMPARE(m_reader->numbers(Place::Span, "load", *m_sample.strings)->at(17), 0.25);
        for (const std::string key : {"http.route", "nothing", "cached", "no.such.key"}) {
            const auto values = m_reader->numbers(Place::Span, key, *m_sample.strings);
            for (const double value : *values)
                QVERIFY(std::isnan(value));
        }
    }

    void findsNothingInACaptureWithoutSpans() {
        const SampleCapture none(0);
        QVERIFY(none.writeTo(m_folder.file("none")).has_value());
        const auto reader = CaptureReader::open(m_folder.file("none"));
        QVERIFY(rowsWith(**reader, none, everySpan)->empty());
    }

    void leavesDuplicatesOut() {
        SampleCapture sample;
        sample.duplicates = {StoreRow(2u), StoreRow(11u)};
        QVERIFY(sample.writeTo(m_folder.file("fewer")).has_value());
        const auto reader = CaptureReader::open(m_folder.file("fewer"));
        QCOMPARE(rowsWith(**reader, sample, everySpan)->size(), std::size_t{10});
    }

    void findsWhatLiesInSeveralPages() {
        const SampleCapture sample;
        const std::string path = m_folder.file("long");
        QVERIFY(sample.writeTo(path).has_value());
        // One more attribute, of the key service.name: a text of 30,000 bytes.
        QVERIFY(damage(path, "UPDATE span_row SET attributes = CAST(attributes || x'0106B0EA01' || "
                             "printf('%.*c', 29999, 'y') || 'z' AS BLOB) WHERE row = 5")
                    .has_value());
        const auto reader = CaptureReader::open(path);
        for (const unsigned threads : {0u, 2u}) {
            const auto find = [&](const AttributePredicate& predicate) {
                return rowsWith(**reader, sample, predicate, threads).value();
            };
            QVERIFY(find(equals("service.name", std::string(29'999, 'y') + 'z')) ==
                    std::vector<StoreRow>{StoreRow(5u)});
            QVERIFY(find({Place::Span, "service.name", Relation::Matches, ".*yz"s}) ==
                    std::vector<StoreRow>{StoreRow(5u)});
            QVERIFY(find(equals("service.name", std::string(30'000, 'y'))).empty());
            QCOMPARE(find({Place::Event, "exception.type", Relation::Equal, "TimeoutError"s}).size(),
                     std::size_t{4});
            QCOMPARE(find({Place::Link, "exception.type", Relation::Equal, "TimeoutError"s}).size(),
                     std::size_t{4});
            QCOMPARE(find(everySpan).size(), std::size_t{12});
        }
    }

    void endsWhenCancelled() {
        CancelSource cancel;
        cancel.cancel();
        const auto found = rowsWith(*m_reader, m_sample, everySpan, 2, cancel.token());
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
        QVERIFY(rowsWith(*m_reader, m_sample, everySpan).has_value());
    }

    void goesOnFindingInWhatItOpenedWhenAnotherTakesItsPlace() {
        const SampleCapture sample, larger(8);
        QVERIFY(sample.writeTo(m_folder.file("old")).has_value());
        const auto reader = CaptureReader::open(m_folder.file("old"));
        QVERIFY(larger.writeTo(m_folder.file("new")).has_value());
        QVERIFY(publish(m_folder.file("new"), m_folder.file("old")).has_value());
        QCOMPARE(rowsWith(**reader, sample, everySpan)->size(), std::size_t{12});
        QVERIFY((*reader)->load().has_value());
    }

    void refusesDamagedRows_data() {
        QTest::addColumn<QString>("change");
        QTest::newRow("cut short") << "attributes = x'01'";
        QTest::newRow("a key beyond the pool") << "attributes = x'ffffff7f02'";
        QTest::newRow("no type") << "attributes = x'0163'";
        QTest::newRow("a text beyond the pool") << "attributes = x'0105ffffff7f'";
        QTest::newRow("a text longer than the rest") << "attributes = x'01067f41'";
        QTest::newRow("a resource that is not there") << "resource = 17";
        QTest::newRow("a scope that is not there") << "scope = 17";
        QTest::newRow("an event cut short") << "events = x'01'";
        QTest::newRow("a link cut short") << "links = x'01'";
    }
    void refusesDamagedRows() {
        QFETCH(QString, change);
        const SampleCapture sample;
        const std::string path = m_folder.file("damaged");
        QVERIFY(sample.writeTo(path).has_value());
        QVERIFY(damage(path, "UPDATE span_row SET " + change.toStdString() + " WHERE row = 7").has_value());
        const auto reader = CaptureReader::open(path);
        const std::vector<AttributePredicate> predicates{equals("x", "nobody"s),
                                                         {Place::Resource, "x", Relation::Equal, "nobody"s},
                                                         {Place::Event, "x", Relation::Equal, "nobody"s},
                                                         {Place::Link, "x", Relation::Equal, "nobody"s}};
        for (const unsigned threads : {1u, 2u}) {
            const auto found = (*reader)->findSpans(predicates, *sample.strings, {}, threads);
            QVERIFY(!found.has_value());
            QCOMPARE(found.error().code, ErrorCode::CacheDamaged);
        }
    }

    // Whatever the bytes: an answer, and nothing read beyond them.
    void survivesAnyBytes() {
        std::mt19937 random(7);
        const std::vector<AttributePredicate> predicates{
            equals("service.name", "nobody"s), {Place::Event, "host.id", Relation::Equal, "nobody"s}};
        AttributeMatcher matcher(predicates, *m_sample.strings, m_sample.resources, m_sample.scopes);
        SpanRowAttributes row{ResourceId(0u), {}, {}, {}, {}};
        for (int i = 0; i < 200'000; ++i) {
            std::string bytes(random() % 24, '\0');
            for (char& byte : bytes)
                byte = static_cast<char>(random() % 3 == 0 ? random() : random() % 12);
            const std::vector<char> exact(bytes.begin(), bytes.end()); // so that a sanitizer sees their end
            const std::string_view view(exact.data(), exact.size());
            row.attributes = i % 2 == 0 ? view : std::string_view();
            row.events = i % 2 == 0 ? std::string_view() : view;
            if (matcher.read(view, row)) QVERIFY(!matcher.isTrue(0) && !matcher.isTrue(1));
        }
    }
};

QTEST_APPLESS_MAIN(TestAttributeScan)
#include "tst_AttributeScan.moc"

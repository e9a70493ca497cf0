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

using Match = AttributePredicate::Match;
using Answer = AttributeMatcher::Answer;

namespace {

/// What a predicate says, straight from the values as a person sees them.
bool fits(const NamedValue& attribute, const AttributePredicate& predicate) {
    if (predicate.key && attribute.key != *predicate.key) return false;
    if (predicate.match == Match::Exists) return true;
    const bool isNumber = attribute.type == ValueType::Int || attribute.type == ValueType::Double;
    const bool isTruth = attribute.type == ValueType::True || attribute.type == ValueType::False;
    const bool isText = attribute.type == ValueType::Text || attribute.type == ValueType::PooledText ||
                        attribute.type == ValueType::Json;
    if (const auto* const text = std::get_if<std::string>(&predicate.value))
        return isText && (predicate.match == Match::Equals ? attribute.text == *text
                                                           : attribute.text.find(*text) != std::string::npos);
    if (predicate.match == Match::Contains) return false;
    const long double number = attribute.type == ValueType::Int ? static_cast<long double>(attribute.integer)
                                                                : static_cast<long double>(attribute.real);
    if (const auto* const integer = std::get_if<std::int64_t>(&predicate.value))
        return isNumber && number == static_cast<long double>(*integer);
    if (const auto* const real = std::get_if<double>(&predicate.value))
        return isNumber && number == static_cast<long double>(*real);
    return isTruth && (attribute.type == ValueType::True) == std::get<bool>(predicate.value);
}

bool anyFits(const std::vector<NamedValue>& attributes, const AttributePredicate& predicate) {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const NamedValue& attribute) { return fits(attribute, predicate); });
}

bool fits(const SpanDetails& span, const AttributePredicate& predicate) {
    const auto fitsIn = [&](const auto& part) { return anyFits(part.attributes, predicate); };
    return (predicate.inSpans && anyFits(span.attributes, predicate)) ||
           (predicate.inResources && anyFits(span.resource, predicate)) ||
           (predicate.inScopes && anyFits(span.scope, predicate)) ||
           (predicate.inEvents && std::any_of(span.events.begin(), span.events.end(), fitsIn)) ||
           (predicate.inLinks && std::any_of(span.links.begin(), span.links.end(), fitsIn));
}

AttributePredicate equals(std::variant<std::string, std::int64_t, double, bool> value,
                          std::optional<std::string> key = {}) {
    AttributePredicate predicate;
    predicate.key = std::move(key);
    predicate.value = std::move(value);
    return predicate;
}

AttributePredicate with(Match match, std::string value, std::optional<std::string> key = {}) {
    AttributePredicate predicate = equals(std::move(value), std::move(key));
    predicate.match = match;
    return predicate;
}

/// All questions of the tests, by what they are about.
std::vector<std::pair<const char*, AttributePredicate>> questions() {
    using namespace std::string_literals;
    AttributePredicate nowhere = equals("TimeoutError"s), inEvents = nowhere, inLinks = nowhere, onlyScopes,
                       onlySpans = equals("shop"s);
    inEvents.inEvents = true;
    inLinks.inLinks = true;
    onlyScopes = with(Match::Exists, "", "scope.kind");
    onlyScopes.inSpans = onlyScopes.inResources = false;
    onlySpans.inResources = false;
    return {
        {"a text", equals("/cart/{id}"s)},
        {"a text of a key", equals("/"s, "http.route")},
        {"a text of another key", equals("/"s, "user.id")},
        {"a text kept in place", equals("user-2900"s)},
        {"a text nobody has", equals("user-9000"s)},
        {"a key nobody has", equals("/"s, "no.such.key")},
        {"a list", equals(R"(["a","b"])"s)},
        {"an integer", equals(std::int64_t{503})},
        {"an integer of a key", equals(std::int64_t{200}, "http.response.status_code")},
        {"an integer as real", equals(503.0)},
        {"a real", equals(0.25)},
        {"no number at all", equals(std::numeric_limits<double>::quiet_NaN())},
        {"a text that looks like a number", equals("503"s)},
        {"true", equals(true)},
        {"false of a key", equals(false, "cached")},
        {"of resources", equals("cart-host"s)},
        {"of resources, not asked", onlySpans},
        {"of scopes", onlyScopes},
        {"of events, not asked", nowhere},
        {"of events", inEvents},
        {"of links", inLinks},
        {"a part of a text", with(Match::Contains, "ser-29")},
        {"a part of a list", with(Match::Contains, R"("b")")},
        {"a part of a key's text", with(Match::Contains, "cart", "http.route")},
        {"a key", with(Match::Exists, "", "user.id")},
        {"a key without value", with(Match::Exists, "", "nothing")},
        {"any key", with(Match::Exists, "")},
    };
}

std::vector<StoreRow> expectedRows(const CaptureReader& reader, const SampleCapture& sample,
                                   const AttributePredicate& predicate) {
    std::vector<StoreRow> rows;
    const auto details = reader.details(sample.spans.storeRow, *sample.strings);
    for (const SpanDetails& span : details.value())
        if (fits(span, predicate)) rows.push_back(span.row);
    return rows;
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

    void findsWhatAPersonWouldFind_data() {
        QTest::addColumn<std::size_t>("question");
        const auto all = questions();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].first) << i;
    }
    void findsWhatAPersonWouldFind() {
        QFETCH(std::size_t, question);
        const AttributePredicate predicate = questions()[question].second;
        const auto expected = expectedRows(*m_reader, m_sample, predicate);
        for (const unsigned threads : {0u, 1u, 2u, 3u, 7u}) {
            const auto found = m_reader->findSpans(predicate, *m_sample.strings, {}, threads);
            QVERIFY(found.has_value());
            QVERIFY(*found == expected);
        }
    }

    void findsTheSampleByHand() {
        // user-2900 is the third span of trace 966; every third span of each second trace has failed.
        QVERIFY(m_reader->findSpans(equals(std::string("user-2900")), *m_sample.strings).value() ==
                std::vector<StoreRow>{StoreRow(2900u)});
        QCOMPARE(m_reader->findSpans(equals(std::int64_t{503}), *m_sample.strings)->size(), std::size_t{500});
        QCOMPARE(m_reader->findSpans(equals(std::string("cart-host")), *m_sample.strings)->size(),
                 std::size_t{1000});
    }

    void findsNothingInACaptureWithoutSpans() {
        const SampleCapture none(0);
        QVERIFY(none.writeTo(m_folder.file("none")).has_value());
        const auto reader = CaptureReader::open(m_folder.file("none"));
        QVERIFY((*reader)->findSpans(with(Match::Exists, ""), *none.strings)->empty());
    }

    void leavesDuplicatesOut() {
        SampleCapture sample;
        sample.duplicates = {StoreRow(2u), StoreRow(11u)};
        QVERIFY(sample.writeTo(m_folder.file("fewer")).has_value());
        const auto reader = CaptureReader::open(m_folder.file("fewer"));
        QCOMPARE((*reader)->findSpans(with(Match::Exists, ""), *sample.strings)->size(), std::size_t{10});
    }

    void findsWhatLiesInSeveralPages() {
        const SampleCapture sample;
        const std::string path = m_folder.file("long");
        QVERIFY(sample.writeTo(path).has_value());
        // One more attribute, of the first key: a text of 30,000 bytes.
        QVERIFY(damage(path, "UPDATE span_row SET attributes = CAST(attributes || x'0106B0EA01' || "
                             "printf('%.*c', 29999, 'y') || 'z' AS BLOB) WHERE row = 5")
                    .has_value());
        const auto reader = CaptureReader::open(path);
        for (const unsigned threads : {0u, 2u}) {
            const auto find = [&](const AttributePredicate& predicate) {
                return (*reader)->findSpans(predicate, *sample.strings, {}, threads).value();
            };
            QVERIFY(find(equals(std::string(29'999, 'y') + 'z')) == std::vector<StoreRow>{StoreRow(5u)});
            QVERIFY(find(with(Match::Contains, "yz")) == std::vector<StoreRow>{StoreRow(5u)});
            QVERIFY(find(equals(std::string(30'000, 'y'))).empty());
            AttributePredicate behind = equals(std::string("TimeoutError"));
            behind.inEvents = true;
            QCOMPARE(find(behind).size(), std::size_t{4});
            behind.inEvents = false;
            behind.inLinks = true;
            QCOMPARE(find(behind).size(), std::size_t{4});
            QCOMPARE(find(with(Match::Exists, "", "http.route")).size(), std::size_t{12});
        }
    }

    void endsWhenCancelled() {
        CancelSource cancel;
        cancel.cancel();
        const auto found = m_reader->findSpans(equals(true), *m_sample.strings, cancel.token());
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
        QVERIFY(m_reader->findSpans(equals(true), *m_sample.strings).has_value());
    }

    void goesOnFindingInWhatItOpenedWhenAnotherTakesItsPlace() {
        const SampleCapture sample, larger(8);
        QVERIFY(sample.writeTo(m_folder.file("old")).has_value());
        const auto reader = CaptureReader::open(m_folder.file("old"));
        QVERIFY(larger.writeTo(m_folder.file("new")).has_value());
        QVERIFY(publish(m_folder.file("new"), m_folder.file("old")).has_value());
        QCOMPARE((*reader)->findSpans(with(Match::Exists, ""), *sample.strings)->size(), std::size_t{12});
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
        AttributePredicate predicate = equals(std::string("nobody"));
        predicate.inEvents = predicate.inLinks = true;
        for (const unsigned threads : {1u, 2u}) {
            const auto found = (*reader)->findSpans(predicate, *sample.strings, {}, threads);
            QVERIFY(!found.has_value());
            QCOMPARE(found.error().code, ErrorCode::CacheDamaged);
        }
    }

    // Whatever the bytes: an answer, and nothing read beyond them.
    void survivesAnyBytes() {
        std::mt19937 random(7);
        const AttributeMatcher matcher(equals(std::string("nobody")), *m_sample.strings);
        for (int i = 0; i < 200'000; ++i) {
            std::string bytes(random() % 24, '\0');
            for (char& byte : bytes)
                byte = static_cast<char>(random() % 3 == 0 ? random() : random() % 12);
            const std::vector<char> exact(bytes.begin(), bytes.end()); // so that a sanitizer sees their end
            QVERIFY(matcher.answer({exact.data(), exact.size()}) != Answer::Yes);
        }
    }

    void comparesNumbersByValueUpToTheLastBit() {
        StringPool strings;
        AttributeWriter writer(strings);
        const StringId key = strings.intern("n");
        constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max(), beyond = 9007199254740993;
        const auto answer = [&](auto held, auto asked) {
            std::string packed;
            writer.begin(packed);
            if constexpr (std::is_same_v<decltype(held), double>)
                writer.addDouble(key, held);
            else
                writer.addInt(key, held);
            return AttributeMatcher(equals(asked), strings).answer(packed) == Answer::Yes;
        };
        QVERIFY(answer(beyond, beyond));
        QVERIFY(!answer(beyond, 9007199254740992.0));
        QVERIFY(!answer(9007199254740992.0, beyond));
        QVERIFY(answer(largest, largest));
        QVERIFY(!answer(largest, 9223372036854775808.0));
        QVERIFY(!answer(9223372036854775808.0, largest));
        QVERIFY(answer(std::int64_t{-5}, -5.0));
        QVERIFY(answer(-5.0, std::int64_t{-5}));
        QVERIFY(answer(-0.0, std::int64_t{0}));
        QVERIFY(!answer(std::int64_t{1}, 1.5));
        QVERIFY(!answer(std::int64_t{1}, std::numeric_limits<double>::infinity()));
        QVERIFY(!answer(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()));
    }
};

QTEST_APPLESS_MAIN(TestAttributeScan)
#include "tst_AttributeScan.moc"

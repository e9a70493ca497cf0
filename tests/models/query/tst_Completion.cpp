#include <QTest> // before the standard library: moc 6.4 cannot read <compare> first

#include "query/Completion.h"
#include "query/Filter.h"

using namespace hallway;
using namespace std::string_literals;

namespace {

AttributeCatalog shop() {
    const auto text = [](const char* value, std::uint64_t spans) {
        return CatalogValue{std::string(value), spans};
    };
    return {{
                {{FieldKind::SpanAttribute, "http.route"},
                 90,
                 false,
                 {text("/pay", 60), text("/cart", 30)},
                 false},
                {{FieldKind::SpanAttribute, "http.status_code"},
                 95,
                 true,
                 {{std::int64_t{200}, 90}, {std::int64_t{503}, 5}},
                 false},
                {{FieldKind::SpanAttribute, "a b"}, 3, false, {text("say \"pay\"", 3)}, false},
                {{FieldKind::ResourceAttribute, "service.name"},
                 100,
                 false,
                 {text("cart", 40), text("payments", 35), text("web", 25)},
                 false},
                {{FieldKind::Name, ""}, 100, false, {text("POST /payments", 20), text("GET /", 80)}, false},
                {{FieldKind::EdgeCallee, ""}, 50, false, {text("payments", 30)}, false},
            },
            false};
}

struct Row {
    const char* text;   ///< | is the cursor
    const char* first;  ///< what is proposed first; "" = nothing at all
    const char* also;   ///< what stands among the proposals, too; "" = nothing asked
    const char* result; ///< the text with the first proposal in place; "" = not asked
};

// clang-format off
const Row rows[] = {
    {"|", "name", "span.http.route", "name"},
    {"{ | }", "name", "resource.service.name", "{ name }"},
    {"{ dur|", "duration", "traceDuration", "{ duration"},
    {"{ dur| > 1s }", "duration", "", "{ duration > 1s }"},
    {"{ du|ration > 1s }", "duration", "", "{ duration > 1s }"},
    {"{ http.r|", "span.http.route", "", "{ span.http.route"},
    {"{ span.h|", "span.http.status_code", "span.http.route", ""},
    {"{ .ro|", "span.http.route", "", "{ span.http.route"},
    {"payments|", "resource.service.name = \"payments\"", "edge.callee = \"payments\"",
     "resource.service.name = \"payments\""},
    {"{ failed && pay| }", "resource.service.name = \"payments\"", "span.http.route = \"/pay\"", ""},
    {"{ \"pay|", "resource.service.name = \"payments\"", "name = \"POST /payments\"", "{ resource.service.name = \"payments\""},
    {"503|", "span.http.status_code = 503", "", "span.http.status_code = 503"},
    {"{ name |", "=", "=~", "{ name ="},
    {"{ duration |", ">", "<=", ""},
    {"{ span.http.route | }", "=", "!~", ""},
    {"{ status |", "=", "!=", ""},
    {"{ status = |", "error", "ok", "{ status = error"},
    {"{ status = o|", "ok", "", "{ status = ok"},
    {"{ kind = |", "server", "producer", ""},
    {"{ failed = |", "true", "false", ""},
    {"{ edge.class = |", "\"rpc\"", "\"messaging\"", ""},
    {"{ edge.class = da|", "\"database\"", "", "{ edge.class = \"database\""},
    {"{ span.http.route = |", "\"/pay\"", "\"/cart\"", "{ span.http.route = \"/pay\""},
    {"{ span.http.route = \"/c|", "\"/cart\"", "", "{ span.http.route = \"/cart\""},
    {"{ span.http.route = \"/c|art\" }", "\"/cart\"", "", "{ span.http.route = \"/cart\" }"},
    {"{ span.http.route = ca|", "\"/cart\"", "", "{ span.http.route = \"/cart\""},
    {"{ span.http.status_code = |", "200", "503", ""},
    {"{ span.http.status_code = 5|", "503", "", "{ span.http.status_code = 503"},
    {"{ span.\"a b\" = |", "\"say \\\"pay\\\"\"", "", "{ span.\"a b\" = \"say \\\"pay\\\"\""},
    {"{ name = \"GET /\" |", "&&", "}", ""},
    {"{ failed |", "=", "", ""},
    {"name = \"GET /\" |", "&&", "|", ""},
    {"{ (name = \"x\" |", "&&", ")", ""},
    {"{ failed } |", "&&", ">>", ""},
    {"{ failed } >> |", "{", "", ""},
    {"{ failed } && |", "{", "", ""},
    {"{ failed } | |", "count() >", "avg(duration) >", ""},
    {"{ failed } | avg(|", "duration", "span.http.status_code", ""},
    {"{ failed } | avg(duration) |", ">", "", ""},
    {"{ failed } | avg(duration) > |", "10ms", "", ""},
    {"{ zzzz|", "", "", ""},
};
// clang-format on

} // namespace

class TestCompletion : public QObject {
    Q_OBJECT

    const AttributeCatalog m_catalog = shop();

private slots:
    void aCatalogKeepsSoManyValuesAndNoMore() {
        constexpr std::size_t keys = AttributeCatalog::mostOfAll / AttributeCatalog::mostValues + 1;
        std::vector<CatalogKey> all;
        for (std::size_t i = 0; i < keys; ++i) {
            CatalogKey key{{FieldKind::SpanAttribute, "key" + std::to_string(i)}, i + 1, true, {}, false};
            for (std::size_t value = 0; value <= AttributeCatalog::mostValues; ++value)
                key.values.push_back({static_cast<std::int64_t>(value), 1});
            all.push_back(std::move(key));
        }
        const AttributeCatalog catalog(std::move(all), false);
        QCOMPARE(catalog.keys().size(), keys);
        QCOMPARE(catalog.keys().front().values.size(), AttributeCatalog::mostValues);
        QCOMPARE(catalog.keys().back().values.size(), std::size_t{0}); // the key of fewest spans
        QVERIFY(catalog.keys().front().hasMore && catalog.keys().back().hasMore);
    }

    void proposesWhatMayStandThere_data() {
        QTest::addColumn<int>("row");
        for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
            QTest::newRow(rows[i].text) << i;
    }
    void proposesWhatMayStandThere() {
        QFETCH(int, row);
        std::string text = rows[row].text;
        const std::size_t cursor = text.rfind('|');
        text.erase(cursor, 1);
        const Completions found = completionsAt(text, cursor, &m_catalog);
        QVERIFY(found.from <= cursor && cursor <= found.to && found.to <= text.size());
        const std::string first = found.proposals.empty() ? "" : found.proposals.front().text;
        QCOMPARE(first, std::string(rows[row].first));
        const std::string also = rows[row].also;
        QVERIFY2(also.empty() ||
                     std::any_of(found.proposals.begin(), found.proposals.end(),
                                 [&](const Completion& completion) { return completion.text == also; }),
                 also.c_str());
        const std::string result = rows[row].result;
        if (!result.empty()) QCOMPARE(text.substr(0, found.from) + first + text.substr(found.to), result);
    }

    void countsSpans() {
        const Completions found = completionsAt("{ span.http.route = ", 20, &m_catalog);
        QCOMPARE(found.proposals.front().spans, std::uint64_t{60});
        QCOMPARE(found.proposals.front().kind, Completion::Kind::Value);
    }

    void needsNoCatalog() {
        QCOMPARE(completionsAt("dur", 3, nullptr).proposals.front().text, "duration"s);
        QVERIFY(completionsAt("span.x = ", 9, nullptr).proposals.size() >= 1);
    }

    // Wherever the cursor is, whatever is typed: proposals replace a part around the cursor.
    void survivesEveryPlace() {
        const std::string text = "({ name = \"a\" && span.\"x y\" =~ `b` } &>> { share < 5% } | avg(self) >= "
                                 "1.5ms) || !{ edge.class = "
                                 "rpc && (event:name != nil) } \x01 \"open";
        for (std::size_t end = 0; end <= text.size(); ++end)
            for (std::size_t cursor = 0; cursor <= end; ++cursor) {
                const Completions found = completionsAt(text.substr(0, end), cursor, &m_catalog, 5);
                QVERIFY(found.from <= cursor && cursor <= found.to && found.to <= end);
                QVERIFY(found.proposals.size() <= 5);
            }
    }

    // A comparison it proposes is a filter.
    void proposesWhatCanBeRead() {
        for (const char* const typed : {"pay", "50", "GET", "say"})
            for (const Completion& completion :
                 completionsAt(typed, std::string_view(typed).size(), &m_catalog).proposals)
                if (completion.kind == Completion::Kind::Comparison)
                    QVERIFY2(Filter::parse(completion.text).has_value(), completion.text.c_str());
    }
};

QTEST_APPLESS_MAIN(TestCompletion)
#include "tst_Completion.moc"

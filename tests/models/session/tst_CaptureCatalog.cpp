#include <QTest> // before the standard library: moc 6.4 cannot read <compare> first

#include "FilterSample.h"
#include "SessionFolder.h"
#include "session/CaptureCatalog.h"
#include "session/FilterRun.h"

using namespace hallway;
using namespace hallway::test;

class TestCaptureCatalog : public QObject {
    Q_OBJECT

    const SessionFolder m_folder;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const AttributeCatalog> m_catalog;

    /// "200×3 503×1 of 5"
    QString summary(FieldKind kind, const char* key = "") const {
        const CatalogKey* const found = m_catalog->find({kind, key});
        if (!found) return {};
        QStringList texts;
        for (const CatalogValue& value : found->values)
            texts << QString::fromStdString(literalOf(value.value)) + "×" + QString::number(value.spans);
        return texts.join(' ') + " of " + QString::number(found->spans);
    }

private slots:
    void initTestCase() {
        const auto outcome = m_folder.open({m_folder.write("sample.jsonl", filterSample())});
        QVERIFY(outcome.has_value());
        m_capture = outcome->capture;
        m_catalog = catalogOf(*m_capture).value();
    }

    void countsValuesMostFrequentFirst() {
        QCOMPARE(summary(FieldKind::SpanAttribute, "http.status_code"),
                 QStringLiteral("200×3 \"200\"×1 503×1 of 5"));
        QCOMPARE(summary(FieldKind::ResourceAttribute, "service.name"),
                 QStringLiteral("\"web\"×5 \"batch\"×3 \"payments\"×3 \"worker\"×2 of 13"));
        QCOMPARE(summary(FieldKind::SpanAttribute, "user.vip"), QStringLiteral("false×1 true×1 of 2"));
        QCOMPARE(summary(FieldKind::SpanAttribute, "ratio"), QStringLiteral("0.5×1 of 1"));
        QCOMPARE(summary(FieldKind::InstrumentationAttribute, "language"), QStringLiteral("\"go\"×5 of 5"));
        QCOMPARE(summary(FieldKind::EventAttribute, "exception.type"),
                 QStringLiteral("\"CardError\"×1 of 1"));
        QCOMPARE(summary(FieldKind::LinkAttribute, "reason"), QStringLiteral("\"retry\"×1 of 1"));
        QCOMPARE(summary(FieldKind::StatusMessage), QStringLiteral("\"card declined\"×1 of 1"));
        QCOMPARE(summary(FieldKind::EventName), QStringLiteral("\"exception\"×1 of 1"));
        QCOMPARE(summary(FieldKind::InstrumentationName), QStringLiteral("\"http-lib\"×5 of 5"));
        QCOMPARE(summary(FieldKind::RootService), QStringLiteral("\"web\"×8 \"batch\"×5 of 13"));
        QCOMPARE(summary(FieldKind::EdgeCallee),
                 QStringLiteral("\"payments\"×2 \"web\"×2 \"worker\"×2 \"db1\"×1 of 7"));
        QVERIFY(summary(FieldKind::Name).startsWith("\"GET /checkout\"×2 \"POST pay\"×2 \"charge\"×2"));
        QVERIFY(m_catalog->find({FieldKind::SpanAttribute, "http.status_code"})->isNumeric);
        QVERIFY(m_catalog->find({FieldKind::SpanAttribute, "tags"})->hasMore); // a list is none of the values
        QVERIFY(!m_catalog->isCapped());
    }

    void findsAFieldByItsValue() {
        const auto hits = m_catalog->holding("PAYM", 10);
        QVERIFY(!hits.empty());
        QCOMPARE(textOf(hits.front().key->field), std::string("resource.service.name"));
        QVERIFY(m_catalog->holding("", 10).empty());
        QVERIFY(m_catalog->holding("no such thing", 10).empty());
    }

    // What it counts is what a filter finds.
    void agreesWithFilters() {
        std::size_t asked = 0;
        for (const CatalogKey& key : m_catalog->keys()) {
            const std::string field = textOf(key.field);
            const auto count = [&](const std::string& text) {
                const auto filter = Filter::parse(text);
                return filter ? matchOf(*filter, *m_capture)->spans.count() : std::size_t{0};
            };
            if (isOfCalls(key.field.kind)) continue; // calls are counted, not spans
            QVERIFY2(count(field + " != nil") == key.spans, field.c_str());
            for (const CatalogValue& value : key.values) {
                const std::string text = field + " = " + literalOf(value.value);
                QVERIFY2(count(text) == value.spans, text.c_str());
                ++asked;
            }
        }
        QVERIFY(asked > 40);
    }

    void keepsNoMoreThanItSays() {
        std::string lines;
        for (std::uint64_t id = 1; id <= 300; ++id)
            lines += lineOf({.id = id, .name = "op" + std::to_string(id)});
        const auto outcome = m_folder.open({m_folder.write("many.jsonl", lines)});
        const auto catalog = catalogOf(*outcome->capture);
        const CatalogKey* const names = (*catalog)->find({FieldKind::Name, {}});
        QCOMPARE(names->spans, std::uint64_t{300});
        QCOMPARE(names->values.size(), AttributeCatalog::mostValues);
        QVERIFY(names->hasMore);
    }

    void endsWhenCancelled() {
        CancelSource cancel;
        cancel.cancel();
        const auto catalog = catalogOf(*m_capture, cancel.token());
        QVERIFY(!catalog.has_value());
        QCOMPARE(catalog.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestCaptureCatalog)
#include "tst_CaptureCatalog.moc"

#include "store/AttributeColumnScan.h"

#include "SampleCapture.h"
#include "store/CaptureReader.h"

#include <QTest>

#include <set>

using namespace hallway;
using namespace hallway::test;

using Place = AttributeName::Place;

namespace {

const NamedValue* find(const std::vector<NamedValue>& values, const std::string& key) {
    for (const NamedValue& value : values)
        if (value.key == key) return &value;
    return nullptr;
}

/// As a person would look it up.
const NamedValue* lookUp(const SpanDetails& span, const AttributeName& name) {
    const NamedValue* value = nullptr;
    const auto look = [&](Place place, const std::vector<NamedValue>& values) {
        if (!value && (name.place == place || name.place == Place::Anywhere)) value = find(values, name.key);
    };
    look(Place::Span, span.attributes);
    look(Place::Resource, span.resource);
    look(Place::Scope, span.scope);
    return value;
}

} // namespace

class tst_AttributeColumnScan : public QObject {
    Q_OBJECT

    const SampleCapture m_sample{1000}; // more users than the pool takes
    const ScratchFolder m_folder;
    std::unique_ptr<CaptureReader> m_reader;

private slots:
    void initTestCase() {
        QVERIFY(m_sample.writeTo(m_folder.file("a")).has_value());
        m_reader = std::move(CaptureReader::open(m_folder.file("a")).value());
    }

    void everyCellIsWhatLookingUpGives() {
        const std::vector<AttributeName> names{
            {Place::Anywhere, "http.route"}, {Place::Span, "user.id"},
            {Place::Span, "host.name"},      {Place::Resource, "host.name"},
            {Place::Anywhere, "host.name"},  {Place::Scope, "scope.kind"},
            {Place::Resource, "http.route"}, {Place::Anywhere, "http.response.status_code"},
            {Place::Anywhere, "no.such.key"}};
        const auto details = m_reader->details(m_sample.spans.storeRow, *m_sample.strings).value();
        for (const unsigned threads : {0u, 1u, 3u}) {
            const auto columns = m_reader->columns(names, *m_sample.strings, nullptr, {}, threads);
            QVERIFY(columns.has_value());
            QCOMPARE(columns->size(), names.size());
            for (std::size_t name = 0; name < names.size(); ++name) {
                const AttributeColumn& column = (*columns)[name];
                for (const SpanDetails& span : details) {
                    const NamedValue* expected = lookUp(span, names[name]);
                    const std::uint32_t cell = column.of.at(span.row.index());
                    QCOMPARE(cell == AttributeColumn::none, expected == nullptr);
                    if (expected) QCOMPARE(column.values.at(cell).text, expected->text);
                    if (expected) QVERIFY(column.values.at(cell).type == expected->type);
                }
                std::set<std::pair<ValueType, std::string>> different;
                for (const NamedValue& value : column.values)
                    QVERIFY(different.emplace(value.type, value.text).second);
            }
        }
    }

    void valuesComeInTheOrderOfTheRowsWhateverTheThreads() {
        const std::vector<AttributeName> names{{Place::Span, "user.id"}};
        const auto one = m_reader->columns(names, *m_sample.strings, nullptr, {}, 1).value();
        const auto many = m_reader->columns(names, *m_sample.strings, nullptr, {}, 5).value();
        QVERIFY(one[0].of == many[0].of);
        QVERIFY(one[0].values == many[0].values);
        QVERIFY(one[0].values.size() > 900);
    }

    void readsOnlyTheRowsThatAreWanted() {
        std::vector<bool> wanted(10);
        wanted[4] = wanted[9] = true;
        const std::vector<AttributeName> names{{Place::Anywhere, "host.name"}};
        const auto column = m_reader->columns(names, *m_sample.strings, &wanted).value().front();
        for (std::size_t row = 0; row < column.of.size(); ++row)
            QCOMPARE(column.of[row] != AttributeColumn::none, row == 4 || row == 9);
        QCOMPARE(column.of.size(), std::size_t{10});
    }

    void endsWhenCancelled() {
        CancelSource cancel;
        cancel.cancel();
        const std::vector<AttributeName> names{{Place::Span, "user.id"}};
        const auto columns = m_reader->columns(names, *m_sample.strings, nullptr, cancel.token());
        QVERIFY(!columns.has_value());
        QCOMPARE(columns.error().code, ErrorCode::Cancelled);
    }

    void refusesDamagedRows() {
        const SampleCapture sample;
        QVERIFY(sample.writeTo(m_folder.file("damaged")).has_value());
        QVERIFY(Database::open(m_folder.file("damaged"), Database::Access::Write)
                    .value()
                    .execute("UPDATE span_row SET resource = 17 WHERE row = 7")
                    .has_value());
        const auto reader =
            CaptureReader::open(m_folder.file("damaged"))
                .value()
                ->columns(std::vector<AttributeName>{{Place::Resource, "host.name"}}, *sample.strings);
        QVERIFY(!reader.has_value());
        QCOMPARE(reader.error().code, ErrorCode::CacheDamaged);
    }
};

QTEST_APPLESS_MAIN(tst_AttributeColumnScan)
#include "tst_AttributeColumnScan.moc"

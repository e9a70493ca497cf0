// Attributes of a span by name: every packed form, and lists that are damaged.
#include <QTest>

#include "analysis/KnownAttributes.h"

using namespace hallway;

namespace {

ByteRange rangeOf(const std::string& list) { return {0, static_cast<std::uint32_t>(list.size())}; }

} // namespace

class TestKnownAttributes : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_strings = std::make_unique<StringPool>();
        seedKnownKeys(*m_strings);
    }

    void everyFormOfValueIsFoundByItsName() {
        for (int i = 0; i < 20000; ++i) // ids of three bytes
            m_strings->intern("filler " + std::to_string(i));
        AttributeWriter writer(*m_strings);
        std::string list;
        writer.begin(list);
        writer.addText(m_strings->intern("http.late"), "x"); // a key of three bytes
        writer.addText(idOf(KnownKey::ServerAddress), "db.example");
        writer.addInt(idOf(KnownKey::ServerPort), -1'000'000'000'000);
        writer.addText(idOf(KnownKey::DbStatement), std::string(1000, 's'));
        writer.addText(idOf(KnownKey::DbName), "");
        writer.addNull(idOf(KnownKey::DbSystem));
        writer.addDouble(idOf(KnownKey::HttpResponseStatusCode), 503);
        writer.addBool(idOf(KnownKey::ErrorFlag), true);
        writer.addJson(idOf(KnownKey::MessagingSystem), "[]");
        writer.addBytes(idOf(KnownKey::RpcMethod), "b");
        writer.addText(idOf(KnownKey::UrlFull), "http://h/");
        KnownAttributes attributes(*m_strings);
        attributes.read(list, rangeOf(list));

        QCOMPARE(attributes.text({KnownKey::ServerAddress}), std::string("db.example"));
        QCOMPARE(attributes.integer({KnownKey::ServerPort}), std::optional(std::int64_t{-1'000'000'000'000}));
        QCOMPARE(attributes.text({KnownKey::DbStatement}), std::string(1000, 's'));
        QVERIFY(!attributes.has(KnownKey::DbName) && !attributes.has(KnownKey::DbSystem));
        QCOMPARE(attributes.integer({KnownKey::HttpResponseStatusCode}), std::optional(std::int64_t{503}));
        QVERIFY(attributes.isTrue(KnownKey::ErrorFlag));
        QCOMPARE(attributes.text({KnownKey::MessagingSystem}), std::string("[]"));
        QCOMPARE(attributes.text({KnownKey::RpcMethod}), std::string("Yg=="));
        QCOMPARE(attributes.text({KnownKey::UrlFull, KnownKey::HttpUrl}), std::string("http://h/"));
        QVERIFY(!attributes.isBare());
    }

    void spanIsBareUnlessSomeKeyNamesAProtocol() {
        KnownAttributes attributes(*m_strings);
        for (const auto& [key, isBare] : {std::pair("thread.id", true),
                                          {"http.route", false},
                                          {"db.name", false},
                                          {"server.address", true},
                                          {"peer.service", false}}) {
            AttributeWriter writer(*m_strings);
            std::string list;
            writer.begin(list);
            writer.addText(m_strings->intern(key), "value");
            attributes.read(list, rangeOf(list));
            QCOMPARE(attributes.isBare(), isBare);
        }
    }

    void listCutShortEndsBeforeTheDamage() {
        AttributeWriter writer(*m_strings);
        std::string list;
        writer.begin(list);
        writer.addText(idOf(KnownKey::ServerAddress), "host");
        const std::size_t first = list.size();
        writer.addInt(idOf(KnownKey::ServerPort), 100'000'000);
        const std::size_t whole = list.size();
        KnownAttributes attributes(*m_strings);
        for (std::size_t size = 0; size <= whole; ++size) { // alone, and with other bytes behind it
            const std::string cut = list.substr(0, size);
            attributes.read(cut, rangeOf(cut));
            QCOMPARE(attributes.has(KnownKey::ServerAddress), size >= first);
            QCOMPARE(attributes.has(KnownKey::ServerPort), size == whole);
            const std::string followed = cut + std::string(16, '\1');
            attributes.read(followed, {0, static_cast<std::uint32_t>(size)});
            QCOMPARE(attributes.has(KnownKey::ServerAddress), size >= first);
            QCOMPARE(attributes.has(KnownKey::ServerPort), size == whole);
        }
    }

private:
    std::unique_ptr<StringPool> m_strings;
};

QTEST_APPLESS_MAIN(TestKnownAttributes)
#include "tst_KnownAttributes.moc"

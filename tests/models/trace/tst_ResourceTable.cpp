#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "trace/Attribute.h"
#include "trace/KnownKeys.h"
#include "trace/ResourceTable.h"

#include <string>

using namespace hallway;

namespace {

struct Packing {
    Packing() { seedKnownKeys(strings); }
    /// Interns the resource of the attributes added by `add`.
    template <class Add>
    const Resource& resource(Add add) {
        std::string packed;
        AttributeWriter writer(strings);
        writer.begin(packed);
        add(writer);
        return table[table.intern(packed, strings)];
    }
    [[nodiscard]] std::string text(StringId id) const { return std::string(strings.text(id)); }
    StringPool strings;
    ResourceTable table;
};

} // namespace

class tst_ResourceTable : public QObject {
    Q_OBJECT

private slots:
    void equalAttributesAreOneResource() {
        Packing packing;
        const auto shop = [](AttributeWriter& writer) {
            writer.addText(idOf(KnownKey::ServiceName), "shop");
        };
        const auto cart = [](AttributeWriter& writer) {
            writer.addText(idOf(KnownKey::ServiceName), "cart");
        };
        packing.resource(shop);
        packing.resource(cart);
        packing.resource(shop);
        QCOMPARE(packing.table.size(), std::size_t{2});
    }

    void serviceAndNamespaceAreRead() {
        Packing packing;
        const Resource& resource = packing.resource([](AttributeWriter& writer) {
            writer.addText(idOf(KnownKey::ServiceNamespace), "eu");
            writer.addText(idOf(KnownKey::ServiceName), "shop");
        });
        QCOMPARE(packing.text(resource.serviceName), std::string("shop"));
        QCOMPARE(packing.text(resource.serviceNamespace), std::string("eu"));
        QCOMPARE(packing.text(resource.host), std::string());
    }

    void withoutAServiceNameTheIdIsInvalid() {
        Packing packing;
        QVERIFY(!packing.resource([](AttributeWriter&) {}).serviceName.valid());
        QVERIFY(
            !packing
                 .resource([](AttributeWriter& writer) { writer.addText(idOf(KnownKey::ServiceName), ""); })
                 .serviceName.valid());
        QVERIFY(
            !packing.resource([](AttributeWriter& writer) { writer.addNull(idOf(KnownKey::ServiceName)); })
                 .serviceName.valid());
    }

    void aNumberIsAServiceNameToo() {
        Packing packing;
        const Resource& resource =
            packing.resource([](AttributeWriter& writer) { writer.addInt(idOf(KnownKey::ServiceName), 42); });
        QCOMPARE(packing.text(resource.serviceName), std::string("42"));
    }

    void theHostIsIdThenAddressThenName() {
        Packing packing;
        const auto host = [&](bool id, bool ip, bool name) {
            return packing.text(packing
                                    .resource([=](AttributeWriter& writer) {
                                        if (name) writer.addText(idOf(KnownKey::HostName), "name");
                                        if (ip)
                                            writer.addJson(idOf(KnownKey::HostIp), R"(["10.0.0.1","::1"])");
                                        if (id) writer.addText(idOf(KnownKey::HostId), "id");
                                    })
                                    .host);
        };
        QCOMPARE(host(true, true, true), std::string("id"));
        QCOMPARE(host(false, true, true), std::string("10.0.0.1"));
        QCOMPARE(host(false, false, true), std::string("name"));
        QCOMPARE(host(false, false, false), std::string());
    }

    void scopesAreKeptOnce() {
        ScopeTable scopes;
        const ScopeId first = scopes.intern(StringId(1u), StringId(2u), "");
        QCOMPARE(scopes.intern(StringId(1u), StringId(2u), ""), first);
        QVERIFY(scopes.intern(StringId(1u), StringId(3u), "") != first);
        QVERIFY(scopes.intern(StringId(1u), StringId(2u), "a") != first);
        QCOMPARE(scopes.size(), std::size_t{3});
        QCOMPARE(scopes[first].version, StringId(2u));
    }
};

QTEST_APPLESS_MAIN(tst_ResourceTable)
#include "tst_ResourceTable.moc"

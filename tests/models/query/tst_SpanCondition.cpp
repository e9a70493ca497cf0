#include "query/SpanCondition.h"

#include "query/Filter.h"
#include "trace/SpanDetails.h"

#include <QTest>

using namespace hallway;

namespace {

std::string conditionOf(const char* key, ValueType type, const std::string& text, std::int64_t integer = 0,
                        double real = 0) {
    return attributeCondition(key, {"", type, integer, real, text});
}

} // namespace

class tst_SpanCondition : public QObject {
    Q_OBJECT

private slots:
    void servicesAreNamedWithTheirNamespace() {
        QCOMPARE(serviceCondition("cart", ""), std::string("resource.service.name = \"cart\""));
        QCOMPARE(serviceCondition("cart", "shop"),
                 std::string("resource.service.name = \"cart\" && resource.service.namespace = \"shop\""));
        QCOMPARE(operationCondition("GET \"/a\\b\"\n"), std::string("name = \"GET \\\"/a\\\\b\\\"\\n\""));
    }

    void valuesKeepTheirType() {
        QCOMPARE(conditionOf("span.http.route", ValueType::Text, "/pay"),
                 std::string("span.http.route = \"/pay\""));
        QCOMPARE(conditionOf("resource.host.name", ValueType::PooledText, "a"),
                 std::string("resource.host.name = \"a\""));
        QCOMPARE(conditionOf("span.size", ValueType::Int, "-3", -3), std::string("span.size = -3"));
        QCOMPARE(conditionOf("span.ratio", ValueType::Double, "0.5", 0, 0.5),
                 std::string("span.ratio = 0.5"));
        QCOMPARE(conditionOf("span.cached", ValueType::False, "false"), std::string("span.cached = false"));
    }

    void whatHasNoWordsGivesNoCondition() {
        QVERIFY(conditionOf("span.list", ValueType::Json, "[1]").empty());
        QVERIFY(conditionOf("span.blob", ValueType::Bytes, "AA==").empty());
        QVERIFY(conditionOf("span.nothing", ValueType::Null, "").empty());
        QVERIFY(conditionOf("event.name", ValueType::Text, "x").empty());
    }

    void theFilterReadsThem() {
        for (const std::string& condition : {serviceCondition("a b", "c"), operationCondition("\x01\"`\\"),
                                             conditionOf("span.a b\"c", ValueType::Text, "x"),
                                             conditionOf("span.size", ValueType::Int, "7", 7)})
            QVERIFY2(Filter::parse("{ " + condition + " }").has_value(), condition.c_str());
    }
};

QTEST_APPLESS_MAIN(tst_SpanCondition)
#include "tst_SpanCondition.moc"

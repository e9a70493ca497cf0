#include "decode/PodName.h"

#include <QTest>

using namespace hallway;

class tst_PodName : public QObject {
    Q_OBJECT

private slots:
    void aPodIsAnInstanceOfItsWorkload_data() {
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<QByteArray>("workload");
        const auto row = [](const char* pod, const char* workload) {
            QTest::newRow(pod) << QByteArray(pod) << QByteArray(workload);
        };
        row("frontend-579b9bff58-t2dbm", "frontend");
        row("ts-train-food-service-59bbbdd99b-b67ts", "ts-train-food-service");
        row("ts-execute-service-775f544d9-zqvjb", "ts-execute-service");
        row("kafka-0", "kafka");
        row("kafka-12", "kafka");
        row("node-agent-x7k2p", "node-agent");
        row("user-mention-service", "user-mention-service");
        row("cart", "cart");
        row("cart-redis", "cart-redis");
        row("my-proxy", "my-proxy");         // letters no suffix has
        row("shop-2023-x7k2p", "shop-2023"); // no hash has four
        row("-0", "-0");
        row("", "");
    }
    void aPodIsAnInstanceOfItsWorkload() {
        QFETCH(QByteArray, pod);
        QFETCH(QByteArray, workload);
        const std::string name = pod.toStdString();
        QCOMPARE(QByteArray::fromStdString(std::string(workloadOfPod(name))), workload);
    }
};

QTEST_APPLESS_MAIN(tst_PodName)
#include "tst_PodName.moc"

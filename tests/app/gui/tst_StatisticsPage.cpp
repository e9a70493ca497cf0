#include "WindowUnderTest.h"
#include "gui/LowerPanel.h"
#include "gui/StatisticsPage.h"
#include "tables/FigureTree.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace hallway;
using namespace hallway::test;

class tst_StatisticsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowUnderTest> m_window;
    StatisticsPage* m_page = nullptr;

    [[nodiscard]] const StatisticsModel& model() const { return m_page->model(); }
    void settle() { QTRY_VERIFY(!m_page->isBusy()); }

private slots:
    void initTestCase() {
        m_window = std::make_unique<WindowUnderTest>();
        QVERIFY(m_window->open({WindowUnderTest::sample()}));
        m_page = (*m_window)->findChild<StatisticsPage*>();
        QVERIFY(m_page != nullptr);
    }
    void cleanupTestCase() { m_window.reset(); }

    void nothingIsCountedBeforeItIsSeen() { QCOMPARE(model().rowCount(), 0); }

    void showsServicesAndTheirOperations() {
        for (LowerPanel* panel : (*m_window)->findChildren<LowerPanel*>())
            panel->setCurrent(m_page);
        settle();
        const Capture& capture = *m_window->views().capture();
        QCOMPARE(static_cast<std::uint64_t>(model().rowCount()), capture.figures().services);
        QCOMPARE(model().table().all.spans, capture.figures().spans);
        std::uint64_t spans = 0, parts = 0;
        for (const StatisticsRow& row : model().table().rows) {
            spans += row.figures.spans;
            for (const StatisticsRow& part : row.parts)
                parts += part.figures.spans;
        }
        QCOMPARE(spans, capture.figures().spans);
        QCOMPARE(parts, spans);
    }

    void aTypedKeyCountsByThatAttribute() {
        auto* field = m_page->findChildren<QComboBox*>().front();
        field->setFocus();
        field->lineEdit()->selectAll();
        QTest::keyClicks(field->lineEdit(), QStringLiteral("resource.service.name"));
        QTest::keyClick(field->lineEdit(), Qt::Key_Return);
        settle();
        QTRY_VERIFY(model().table().by.kind == StatisticsKey::Kind::Attribute);
        QCOMPARE(model().table().all.spans, m_window->views().capture()->figures().spans);
        QVERIFY(model().rowCount() > 5);
        m_page->countBy(QStringLiteral("service"), QString());
        settle();
        QVERIFY(!model().table().then);
    }

    void theFieldsAreNamedWhereTheyAreTypedInto() {
        for (const QComboBox* field : m_page->findChildren<QComboBox*>())
            QVERIFY(!field->lineEdit()->accessibleName().isEmpty());
    }

    void theFieldsOfferTheKeysOfTheCapture() {
        QTRY_VERIFY(m_window->views().catalog().catalog() != nullptr);
        for (const QComboBox* field : m_page->findChildren<QComboBox*>())
            QVERIFY(field->findText(QStringLiteral("resource.service.name")) > 0);
    }

    void followsTheRange() {
        m_page->countBy(QStringLiteral("service"), QString());
        settle();
        const auto& figures = m_window->views().capture()->figures();
        const Timestamp middle = *figures.start + (*figures.end - *figures.start) / 2;
        m_window->views().selection().setRange(TimeRange{*figures.start, middle});
        settle();
        const std::uint64_t first = model().table().all.spans;
        QVERIFY(first > 0 && first < figures.spans);
        m_window->views().selection().setRange(TimeRange{middle, *figures.end + Duration(1)});
        settle();
        QCOMPARE(first + model().table().all.spans, figures.spans);
        m_window->views().selection().setRange(std::nullopt);
        settle();
    }

    void enterOnARowFiltersByIt() {
        m_page->countBy(QStringLiteral("service"), QStringLiteral("operation"));
        settle();
        QSignalSpy asked(m_page, &LowerPage::conditionRequested);
        const QModelIndex group = model().index(0, 0), part = model().index(0, 0, group);
        m_page->tree().expand(group);
        m_page->tree().setCurrentIndex(part);
        QTest::keyClick(&m_page->tree(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("resource.service.name = \"%1\" && name = \"%2\"")
                                             .arg(group.data().toString(), part.data().toString()));
        m_window->views().filter().clear();
        settle();
    }

    void theShownTraceAlone() {
        auto* onlyTrace = m_page->findChild<QCheckBox*>();
        m_window->views().selection().selectTrace(TraceRow(3u));
        onlyTrace->setChecked(true);
        settle();
        QCOMPARE(model().table().all.spans,
                 std::uint64_t{m_window->views().capture()->spans().traces[3].spanCount});
        m_window->views().selection().selectTrace(TraceRow(0u)); // another one
        settle();
        QCOMPARE(model().table().all.spans,
                 std::uint64_t{m_window->views().capture()->spans().traces[0].spanCount});
        onlyTrace->setChecked(false);
        settle();
    }
};

QTEST_MAIN(tst_StatisticsPage)
#include "tst_StatisticsPage.moc"

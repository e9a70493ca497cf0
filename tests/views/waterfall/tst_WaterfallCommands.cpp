// What the waterfall can do, by real keys and the mouse.
#include <QTest>

#include "CheckoutTrace.h"
#include "waterfall/ClockOffsetsDialog.h"
#include "waterfall/WaterfallLegend.h"
#include "waterfall/WaterfallNames.h"
#include "waterfall/WaterfallTrail.h"
#include "waterfall/WaterfallView.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>

#include <set>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Shown {
    CheckoutTrace checkout = checkoutTrace();
    WaterfallView view;

    Shown() {
        view.setMotion(false);
        view.resize(1000, 460);
        view.setTrace(checkout.trace);
        view.show();
        view.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&view));
        view.canvas().setFocus();
    }
    WaterfallCanvas& canvas() { return view.canvas(); }
    QWidget* port() { return view.canvas().viewport(); }
    [[nodiscard]] const WaterfallState& state() { return view.canvas().state(); }
    [[nodiscard]] std::uint32_t span(const char* operation, int nth = 0) const {
        return checkout.indexOf(QString::fromUtf8(operation), nth);
    }
    [[nodiscard]] SpanRow row(const char* operation, int nth = 0) const {
        return checkout.trace->spans[span(operation, nth)].row;
    }
    [[nodiscard]] QPoint pointOn(const char* operation, double x) {
        const std::uint32_t at = state().rows().rowOfSpan[span(operation)];
        return QPointF(x, state().geometry().rowRect(at).center().y()).toPoint();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&canvas(), key, modifiers);
    }
    void filter(std::initializer_list<std::uint32_t> spans) {
        auto matches = std::make_shared<std::vector<bool>>(checkout.trace->spans.size());
        for (const std::uint32_t span : spans) {
            (*matches)[span] = true;
        }
        view.setFilter(std::move(matches));
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mousePress(port(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(port(), (from + to) / 2);
        QTest::mouseMove(port(), to);
        QTest::mouseRelease(port(), Qt::LeftButton, modifiers, to);
    }
    template <class Widget>
    Widget* find() {
        return view.findChild<Widget*>();
    }
    QToolButton* button(const QString& name) {
        for (auto* found : view.findChildren<QToolButton*>()) {
            if (found->isVisible() && (found->accessibleName() == name || found->text() == name)) {
                return found;
            }
        }
        return nullptr;
    }
};

} // namespace

class tst_WaterfallCommands : public QObject {
    Q_OBJECT
private slots:
    void bracketsShowALevelMoreOrLess() {
        Shown s;
        s.key(Qt::Key_BracketLeft);
        QCOMPARE(s.state().levelsShown(), 3u);
        s.key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(s.state().levelsShown(), 2u);
        s.key(Qt::Key_BracketRight);
        QCOMPARE(s.state().levelsShown(), 3u);
        s.key(Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(s.state().rows().size(), 1u);
        s.key(Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(s.state().levelsShown(), 4u);
    }

    void enterGoesIntoASubtreeAndBackspaceBack() {
        Shown s;
        s.view.reveal(s.row("Authorize"));
        s.key(Qt::Key_Return);
        QCOMPARE(s.state().root(), s.span("Authorize"));
        QVERIFY(s.find<WaterfallTrail>()->isVisible());
        QVERIFY(s.button("checkout PlaceOrder") != nullptr);
        QVERIFY(s.button("payments Authorize") == nullptr); // where one is
        s.key(Qt::Key_Backspace);
        QCOMPARE(s.state().root(), TreeSpan::none);
        QVERIFY(!s.find<WaterfallTrail>()->isVisible());
        QSignalSpy back(&s.view, &WaterfallView::backRequested);
        s.key(Qt::Key_Backspace);
        QCOMPARE(back.size(), 1);
    }

    void theTrailLeadsBackByTheMouse() {
        Shown s;
        s.view.reveal(s.row("Authorize"));
        s.canvas().commands().showSubtree->trigger();
        QTRY_VERIFY(s.button("checkout PlaceOrder") != nullptr);
        QTest::mouseClick(s.button("checkout PlaceOrder"), Qt::LeftButton);
        QCOMPARE(s.state().root(), s.span("PlaceOrder"));
        QTRY_VERIFY(s.button("Whole trace") != nullptr);
        QTest::mouseClick(s.button("Whole trace"), Qt::LeftButton);
        QCOMPARE(s.state().root(), TreeSpan::none);
    }

    void enterOpensAFold() {
        Shown s;
        s.canvas().choose(s.span("Quote"));
        const std::uint32_t before = s.state().rows().size();
        s.key(Qt::Key_Return);
        QCOMPARE(s.state().rows().size(), before + 13);
    }

    void theFilterIsCountedAndSwitched() {
        Shown s;
        s.filter({s.span("Score"), s.span("Reserve")});
        auto* trail = s.find<WaterfallTrail>();
        QVERIFY(trail->isVisible());
        const auto says = [&](const QString& text) {
            const auto labels = trail->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                return label->isVisible() && label->text() == text;
            });
        };
        QVERIFY(says("2 of 27 spans match; 25 dimmed"));
        s.key(Qt::Key_G);
        QVERIFY(says("2 of 27 spans match; 22 hidden"));
        QCOMPARE(s.state().rows().size(), 5u);
        QTRY_VERIFY(s.button("Only dim them") != nullptr);
        QTest::mouseClick(s.button("Only dim them"), Qt::LeftButton);
        QVERIFY(!s.state().hidesOthers());
        s.view.setFilter(nullptr);
        QVERIFY(!trail->isVisible());
    }

    void aDimmedRowIsPaler() {
        Shown s;
        const QPoint inBar =
            s.pointOn("Score", s.state().geometry().scale().x(std::chrono::milliseconds(740)));
        const QColor before = s.port()->grab().toImage().pixelColor(inBar - QPoint(0, 2));
        s.filter({s.span("Reserve")});
        const QColor after = s.port()->grab().toImage().pixelColor(inBar - QPoint(0, 2));
        QVERIFY(after.lightness() > before.lightness() + 40);
    }

    void shiftDragMeasuresAndEscEndsIt() {
        Shown s;
        const TimeScale scale = s.state().geometry().scale();
        const QPoint from(int(scale.x(std::chrono::milliseconds(1000))), 200);
        const QPoint to(int(scale.x(std::chrono::milliseconds(2000))), 240);
        const TimeWindow window = s.state().geometry().window;
        s.drag(from, to, Qt::ShiftModifier);
        QVERIFY(s.canvas().measured().has_value());
        QVERIFY(std::abs(s.canvas().measured()->length().count() - 1'000'000'000) < 10'000'000);
        QCOMPARE(s.state().geometry().window, window);
        s.key(Qt::Key_Escape);
        QVERIFY(!s.canvas().measured());
    }

    void mMeasuresTheSpanThenFromSpanToSpan() {
        Shown s;
        s.view.reveal(s.row("Score"));
        s.key(Qt::Key_M);
        const auto [score, release] =
            std::pair(s.checkout.trace->spans[s.span("Score")], s.checkout.trace->spans[s.span("Release")]);
        QVERIFY(*s.canvas().measured() == (TimeWindow{score.start, score.end}));
        s.view.reveal(s.row("Release"));
        s.key(Qt::Key_M);
        QVERIFY(*s.canvas().measured() == (TimeWindow{score.start, release.end}));
        s.key(Qt::Key_M);
        QVERIFY(!s.canvas().measured());
    }

    void theMinimapIsBrushedAndADoubleClickResetsIt() {
        Shown s;
        const Duration whole = s.checkout.trace->duration;
        const QRectF map = s.state().geometry().minimapRect();
        const TimeScale all = s.state().geometry().minimapScale(whole);
        const int y = int(map.center().y());
        const QPoint from(int(all.x(whole / 4)), y);
        const QPoint to(int(all.x(whole / 2)), y);
        s.drag(from, to);
        const TimeWindow brushed = s.state().geometry().window;
        QVERIFY(std::abs((brushed.from - whole / 4).count()) < whole.count() / 100);
        QVERIFY(std::abs((brushed.to - whole / 2).count()) < whole.count() / 100);
        // From outside the frame another range is brushed; a click brings the window there.
        QTest::mouseClick(s.port(), Qt::LeftButton, {}, QPoint(int(all.x(whole * 3 / 4)), y));
        QCOMPARE(s.state().geometry().window.length(), brushed.length());
        QVERIFY(s.state().geometry().window.from > brushed.to);
        QTest::mouseDClick(s.port(), Qt::LeftButton, {}, from);
        QCOMPARE(s.state().geometry().window, wholeOf(whole));
    }

    void oGoesToTheDeepestFailure() {
        Shown s;
        s.key(Qt::Key_O);
        QVERIFY(s.view.selectedSpan() == s.row("POST  api.acquirer.example"));
    }

    void keysCopy() {
        Shown s;
        s.view.reveal(s.row("Score"));
        std::vector<SpanCopy> copied;
        connect(&s.view, &WaterfallView::copyRequested, this, [&](SpanRow span, SpanCopy what) {
            QVERIFY(span == s.row("Score") || what == SpanCopy::IdOfTrace);
            copied.push_back(what);
        });
        s.key(Qt::Key_C, Qt::ControlModifier);
        s.key(Qt::Key_Y);
        s.key(Qt::Key_Y, Qt::ShiftModifier);
        s.key(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(copied == (std::vector<SpanCopy>{SpanCopy::Line, SpanCopy::IdOfSpan, SpanCopy::IdOfTrace,
                                                 SpanCopy::Subtree}));
    }

    void statusColoursComeWithALegend() {
        Shown s;
        s.canvas().commands().colourByStatus->trigger();
        QVERIFY(s.find<WaterfallLegend>()->isVisible());
        const QPoint inBar =
            s.pointOn("Score", s.state().geometry().scale().x(std::chrono::milliseconds(740)));
        QCOMPARE(s.port()->grab().toImage().pixelColor(inBar - QPoint(0, 2)), Theme{}.edge);
        QTest::mouseClick(s.button("Colour by service again"), Qt::LeftButton);
        QVERIFY(!s.find<WaterfallLegend>()->isVisible());
        QVERIFY(s.canvas().commands().colourByService->isChecked());
    }

    void valuesColourAndAreFilteredBy() {
        Shown s;
        QSignalSpy keys(&s.view, &WaterfallView::keysRequested);
        s.key(Qt::Key_V);
        QCOMPARE(keys.size(), 1);
        QVERIFY(s.canvas().commands().colourByService->isChecked()); // until a key is chosen
        WaterfallValues values;
        values.key = QStringLiteral("span.zone");
        values.values = {QStringLiteral("<b>north</b>"), QStringLiteral("south")};
        values.spans = {20, 7};
        values.valueOf.assign(20, 0);
        values.valueOf.resize(27, 1);
        s.view.setValues(values);
        QVERIFY(s.canvas().commands().colourByAttribute->isChecked());
        QSignalSpy chosen(&s.view, &WaterfallView::valueFilterRequested);
        QTRY_VERIFY(s.button("south, 7 spans") != nullptr);
        QTest::mouseClick(s.button("south, 7 spans"), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toUInt(), 1u);
        s.view.reveal(s.row("Score"));
        QVERIFY(s.canvas().commands().filterValue->isEnabled());
    }

    void theStripsNeverWidenThePanelAndSayWhatDoesNotFit() {
        Shown s;
        const int least = s.view.minimumSizeHint().width();
        s.view.resize(600, 400);
        WaterfallValues values;
        values.key = QStringLiteral("span.zone");
        for (std::uint32_t i = 0; i < 9; ++i) {
            values.values.push_back(QStringLiteral("a rather long value %1").arg(i));
            values.spans.push_back(3);
            values.valueOf.insert(values.valueOf.end(), 3, i);
        }
        s.view.setValues(values);
        s.view.reveal(s.row("Authorize"));
        s.key(Qt::Key_R);
        const auto hidden = [&] {
            int count = 0;
            for (const auto* button : s.find<WaterfallLegend>()->findChildren<QToolButton*>()) {
                count += button->isHidden() ? 1 : 0;
            }
            return count;
        };
        const auto says = [&](const QString& text) {
            const auto labels = s.find<WaterfallLegend>()->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                return label->isVisible() && label->width() > 20 && label->text() == text;
            });
        };
        QCOMPARE(s.view.minimumSizeHint().width(), least);
        QVERIFY(hidden() > 0);
        QVERIFY(says(QStringLiteral("and %1 more").arg(hidden())));
        s.view.resize(2400, 400);
        QTRY_COMPARE(hidden(), 0);
    }

    void factsAreTags() {
        Shown s;
        auto facts = std::make_shared<WaterfallFacts>();
        facts->standings.resize(27);
        facts->linksHere.resize(27);
        facts->linksAway.resize(27);
        facts->standings[s.span("Score")] = {49, 50};
        facts->standings[s.span("Reserve")] = {47, 50};
        facts->linksHere[s.span("Reserve")] = 2;
        const WaterfallRows& rows = s.state().rows();
        const auto tags = [&](const char* operation) {
            QStringList texts;
            for (const TagText& tag :
                 tagsOf(*s.checkout.trace, rows.rows[rows.rowOfSpan[s.span(operation)]], facts.get())) {
                texts << tag.text;
            }
            return texts;
        };
        QCOMPARE(tags("Score"), QStringList{"p98"});
        QCOMPARE(tags("Reserve"),
                 QStringList{QStringLiteral("linked ×2")}); // slower than 94 % is not notable
        QCOMPARE(standingText(facts->standings[s.span("Score")]),
                 QStringLiteral("Slower than 98\u00a0% of 50 alike in this capture"));
        s.view.setFacts(facts);
        QSignalSpy links(&s.view, &WaterfallView::linksRequested);
        // The tag stands behind the operation: walk along the row until it is hit.
        for (int x = 60; x < 330 && links.isEmpty(); x += 4) {
            QTest::mouseClick(s.port(), Qt::LeftButton, {}, s.pointOn("Reserve", x));
        }
        QCOMPARE(links.size(), 1);
        s.key(Qt::Key_L);
        QCOMPARE(links.size(), 2);
    }

    void theMenuOffersEverythingWithItsKey() {
        Shown s;
        QContextMenuEvent event(QContextMenuEvent::Mouse, s.pointOn("Authorize", 600), QPoint(10, 10));
        QCoreApplication::sendEvent(s.port(), &event);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(s.view.selectedSpan() == s.row("Authorize")); // the menu is about it
        std::set<const QAction*> offered;
        const std::function<void(const QMenu&)> gather = [&](const QMenu& of) {
            for (const QAction* action : of.actions()) {
                offered.insert(action);
                if (action->menu() != nullptr) {
                    gather(*action->menu());
                }
            }
        };
        gather(*menu);
        const WaterfallActions& to = s.canvas().commands();
        for (const QAction* action :
             {to.levelMore, to.expandSubtree, to.showSubtree, to.goBack, to.measure, to.deepestFailure,
              to.followLink, to.copyLine, to.copySubtree, to.filterService, to.hideOthers, to.colourByStatus,
              to.adjustClocks, to.clockOffsets, to.find}) {
            QVERIFY2(offered.count(action) > 0, qPrintable(action->text()));
        }
        menu->close();
    }

    void noTwoCommandsShareAKey() {
        Shown s;
        std::set<QString> keys;
        for (const QAction* action : s.canvas().actions()) {
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(keys.insert(key.toString()).second, qPrintable(key.toString()));
            }
        }
        QVERIFY(keys.size() > 30);
    }

    void filtersAreAskedForWithTheSpan() {
        Shown s;
        s.view.reveal(s.row("Score"));
        std::vector<SpanFilter> asked;
        connect(&s.view, &WaterfallView::filterRequested, this, [&](SpanRow span, SpanFilter what) {
            QVERIFY(span == s.row("Score"));
            asked.push_back(what);
        });
        s.canvas().commands().filterService->trigger();
        s.canvas().commands().filterOperation->trigger();
        QVERIFY(asked == (std::vector<SpanFilter>{SpanFilter::Service, SpanFilter::Operation}));
    }

    void whatIsFoundInAttributesJoinsTheMatches() {
        Shown s;
        QSignalSpy wanted(&s.view, &WaterfallView::searchRequested);
        s.key(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), "cart");
        QCOMPARE(wanted.last()[0].toString(), QStringLiteral("cart"));
        s.view.setFound(QStringLiteral("car"), {s.span("Release")}); // for what was typed before
        s.view.setFound(QStringLiteral("cart"), {s.span("Score")});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(s.view.selectedSpan() == s.row("GetCart"));
        s.canvas().setFocus();
        s.key(Qt::Key_N);
        s.key(Qt::Key_N);
        QVERIFY(s.view.selectedSpan() == s.row("Score"));
        s.key(Qt::Key_N, Qt::ShiftModifier);
        QVERIFY(s.view.selectedSpan() == s.row("HGETALL  carts@redis-1"));
    }

    void theOffsetsOfClocksAreListed() {
        ClockOffsetsDialog dialog;
        HostOffset offset;
        offset.compared = 12;
        offset.shifted = 3;
        offset.overLimit = 1;
        offset.median = std::chrono::microseconds(-3100);
        dialog.setLimit(std::chrono::seconds(1));
        dialog.setOffsets({{offset, QStringLiteral("host-a"), QString(), true}});
        const auto* table = dialog.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("(no host)"));
        QCOMPARE(table->item(0, 4)->text(), QStringLiteral("\u22123.10\u00a0ms"));
        QCOMPARE(table->item(0, 5)->text(), QStringLiteral("1"));
        QSignalSpy limits(&dialog, &ClockOffsetsDialog::limitChosen);
        auto* limit = dialog.findChild<QSpinBox*>();
        QCOMPARE(limit->value(), 1000);
        limit->setValue(250);
        QCOMPARE(limits.size(), 1);
    }
};

QTEST_MAIN(tst_WaterfallCommands)
#include "tst_WaterfallCommands.moc"

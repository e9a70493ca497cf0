#include "common/Theme.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hallway;

namespace {

/// WCAG 2 relative luminance and contrast.
double luminance(const QColor& color) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class tst_Theme : public QObject {
    Q_OBJECT
private slots:
    void textIsReadableOnEveryGround_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadableOnEveryGround() {
        QFETCH(bool, dark);
        const Theme theme = dark ? Theme::dark() : Theme::light();
        for (const QColor& ground : {theme.window, theme.surface, theme.canvas, theme.header})
            for (const QColor& ink : {theme.text, theme.text2, theme.text3, theme.degraded, theme.failing})
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + " on " + ground.name()));
        QVERIFY(contrast(theme.text2, theme.raised) >= 4.5);
        QVERIFY(contrast(theme.selectText, theme.select) >= 4.5);
        QVERIFY(contrast(theme.accentText, theme.accent) >= 4.5);
    }

    void healthStepsDifferInLightness() {
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            const double ok = luminance(theme.health(Health::Ok));
            const double degraded = luminance(theme.health(Health::Degraded));
            const double failing = luminance(theme.health(Health::Failing));
            QVERIFY(std::abs(ok - degraded) > 0.02);
            QVERIFY(std::abs(degraded - failing) > 0.02);
        }
    }

    void theThemeFollowsTheLightnessOfThePalette() {
        QPalette palette;
        palette.setColor(QPalette::Window, QColor(0xEFEFEF));
        QCOMPARE(Theme::fromPalette(palette).isDark, false);
        palette.setColor(QPalette::Window, QColor(0x202326));
        QCOMPARE(Theme::fromPalette(palette).isDark, true);
        // Our own palettes are recognised as what they are.
        QCOMPARE(Theme::fromPalette(Theme::dark().palette()), Theme::dark());
        QCOMPARE(Theme::fromPalette(Theme::light().palette()), Theme::light());
    }

    void aServiceKeepsItsColour() {
        QCOMPARE(serviceColorIndex("shop", "cart"), serviceColorIndex("shop", "cart"));
        QVERIFY(serviceColorIndex("", "cart") < 12);
        const Theme light = Theme::light();
        QCOMPARE(light.service("shop", "cart"), light.service(serviceColorIndex("shop", "cart")));
        // Sixty services use nearly all of the twelve.
        std::vector<std::size_t> seen;
        for (int i = 0; i < 60; ++i)
            seen.push_back(serviceColorIndex("", "service-" + std::to_string(i)));
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        QVERIFY(seen.size() >= 10);
    }

    void highContrastHasStrongLinesAndNoTints() {
        const Theme theme = Theme::light().withHighContrast();
        QCOMPARE(theme.line, theme.text2);
        QCOMPARE(theme.line2, theme.text2);
        QCOMPARE(theme.failTint, theme.surface);
        QCOMPARE(theme.selectionWidth(), 3.0);
        QCOMPARE(Theme::light().selectionWidth(), 2.0);
    }

    void picturesLieOnWhite() { QCOMPARE(Theme::light().forPictures().canvas, QColor(Qt::white)); }
};

QTEST_MAIN(tst_Theme)
#include "tst_Theme.moc"

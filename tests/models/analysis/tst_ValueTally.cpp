#include <QTest>

#include "analysis/ValueTally.h"

#include <array>

using namespace hallway;

namespace {

constexpr std::uint32_t keys = ValueTally::mostKeys + 500;

/// A capture of three spans for each of too many keys.
struct Spans {
    StringPool strings;
    std::vector<std::string> packed; ///< one attribute each

    Spans() {
        AttributeWriter writer(strings);
        for (std::uint32_t key = 0; key < keys; ++key) {
            std::string& bytes = packed.emplace_back();
            writer.begin(bytes);
            writer.addInt(strings.intern("key" + std::to_string(key)), 7);
        }
    }
    void addTo(ValueTally& tally, std::uint32_t call, std::uint32_t key) const {
        tally.add(call, SpanPlace{}, ResourceId(), packed[key]);
    }
};

/// Key and how often it was counted.
std::vector<std::pair<std::string, std::size_t>> countsOf(ValueTally& tally) {
    std::vector<std::pair<std::string, std::size_t>> counts;
    for (const TalliedKey& key : tally.takeKeys())
        counts.emplace_back(key.dimension.key, key.numbers.size());
    return counts;
}

} // namespace

class tst_ValueTally : public QObject {
    Q_OBJECT

private slots:
    // A key that is counted is counted on all calls, whichever tally saw them and in whatever order.
    void ofTooManyKeysTheSameAreKeptHoweverSpansAreDealt() {
        const Spans spans;
        ValueTally one(spans.strings);
        for (std::uint32_t call = 0; call < 3; ++call)
            for (std::uint32_t key = 0; key < keys; ++key)
                spans.addTo(one, call, key);
        QCOMPARE(one.keysLeftOut(), std::uint64_t{500});
        const auto expected = countsOf(one);
        QCOMPARE(expected.size(), std::size_t{ValueTally::mostKeys});
        for (const auto& [key, count] : expected)
            QCOMPARE(count, std::size_t{3});

        std::array<ValueTally, 3> dealt{ValueTally(spans.strings), ValueTally(spans.strings),
                                        ValueTally(spans.strings)};
        for (std::uint32_t call = 0; call < 3; ++call)
            for (std::uint32_t i = 0; i < keys; ++i) {
                const std::uint32_t key = call == 1 ? keys - 1 - i : i;
                const std::uint32_t tally = call == 2 ? key % 3 : call; // the last one's spans everywhere
                spans.addTo(dealt[tally], call, key);
            }
        dealt[0].unite(std::move(dealt[1]));
        dealt[0].unite(std::move(dealt[2]));
        QCOMPARE(dealt[0].keysLeftOut(), std::uint64_t{500});
        QCOMPARE(countsOf(dealt[0]), expected);
    }
};

QTEST_APPLESS_MAIN(tst_ValueTally)
#include "tst_ValueTally.moc"

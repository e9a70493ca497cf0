#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "base/TextPattern.h"

#include <random>
#include <regex>

using namespace hallway;

namespace {

bool matches(std::string_view pattern, std::string_view text) {
    const auto compiled = TextPattern::compile(pattern);
    return compiled && PatternMatcher(*compiled).matches(text);
}

struct Row {
    const char* pattern;
    const char* fits;  ///< texts parted by blanks; · stands for the empty one
    const char* other; ///< likewise
};

const Row rows[] = {
    {"abc", "abc", "· ab abcd xabc ABC"},
    {"", "·", "a"},
    {"a|b|cd", "a b cd", "· c ab"},
    {"a|", "a ·", "b"},
    {"ab*", "a ab abbbb", "· b abab"},
    {"ab+?", "ab abb", "a"},
    {"ab?", "a ab", "abb"},
    {"a{2}", "aa", "a aaa"},
    {"a{2,}", "aa aaaa", "a"},
    {"a{1,3}", "a aa aaa", "· aaaa"},
    {"a{0}", "·", "a"},
    {"x{a}", "x{a}", "xa"},
    {"(ab)+", "ab abab", "· aba"},
    {"(?:a|b)(?P<name>c)", "ac bc", "a abc"},
    {"(a*)*b", "b aab", "a"},
    {".*b.*", "b abc", "ac"},
    {"a.c", "abc a.c a\nc", "ac abbc"},
    {"[abc]", "a b c", "d ab"},
    {"[^abc]", "d", "a ·"},
    {"[a-c]+", "abcba", "abd"},
    {"[]a-]+", "]a-", "b"},
    {"[a\\]]+", "a]a", "b"},
    {"[\\d_]+", "12_3", "a"},
    {"[[:alpha:]-]+", "ab-c", "1"},
    {"[[:^digit:]]", "a", "1"},
    {"\\d+\\.\\d\\w\\W\\D\\S", "12.3a-bc", "12.3a-b"},
    {"\\(\\)\\[\\]\\{\\}\\*\\+\\?\\.\\\\\\^\\$\\|\\/", "()[]{}*+?.\\^$|/", "("},
    {"\\x41\\x{1F600}", "A😀", "A"},
    {"^abc$", "abc", "abcd"},
    {"^$", "·", "a"},
    {"a$b", "·x", "ab a"},
    {"(^a|b)c", "ac bc", "c"},
    {"x*^a", "a", "xa"},
    {"(?i)[a-c]x", "AX bx", "dx"},
    {"ä+", "ä ää", "a"},
    {"[ä-ü]", "ö", "a"},
    {".", "ä 😀", "· aa"},
};

} // namespace

class TestTextPattern : public QObject {
    Q_OBJECT

private slots:
    void matchesWholeTexts_data() {
        QTest::addColumn<int>("row");
        for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
            QTest::newRow(rows[i].pattern) << i;
    }
    void matchesWholeTexts() {
        QFETCH(int, row);
        const auto compiled = TextPattern::compile(rows[row].pattern);
        QVERIFY(compiled.has_value());
        PatternMatcher matcher(*compiled);
        const auto ask = [&matcher](const char* list, bool expected) {
            for (const QString& word : QString::fromUtf8(list).split(QLatin1Char(' '))) {
                const std::string text = word == QStringLiteral("·") ? std::string() : word.toStdString();
                if (text.find("·") != std::string::npos) continue;
                QVERIFY2(matcher.matches(text) == expected, text.c_str());
            }
        };
        ask(rows[row].fits, true);
        ask(rows[row].other, false);
    }

    void ignoresTheCaseOfAsciiLetters() {
        QVERIFY(matches("(?i)GeT /[a-c]ä", "gEt /Bä"));
        QVERIFY(!matches("(?i)ä", "Ä"));
        QVERIFY(!matches("GeT", "get"));
        QVERIFY(!matches("(?i)[^a]", "A"));
    }

    void takesBrokenUtf8ForUnknownCharacters() {
        QVERIFY(matches("a.b", "a\xff"
                               "b"));
        QVERIFY(matches("a..b", "a\xe2\x82"
                                "b"));
        QVERIFY(matches("a[^b]b", "a\x80"
                                  "b"));
        QVERIFY(!matches("ab", "a\x80"
                               "b"));
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("at");
        const auto row = [](const char* pattern, PatternFault::Kind kind, int at) {
            QTest::newRow(pattern) << int(kind) << at;
        };
        using Kind = PatternFault::Kind;
        row("a(b", Kind::UnclosedGroup, 1);
        row("ab)", Kind::UnopenedGroup, 2);
        row("a[b", Kind::UnclosedClass, 1);
        row("a[", Kind::UnclosedClass, 1);
        row("[b-a]", Kind::EmptyRange, 1);
        row("*a", Kind::NothingToRepeat, 0);
        row("a|+", Kind::NothingToRepeat, 2);
        row("(?:{2})", Kind::NothingToRepeat, 3);
        row("a**", Kind::BadRepetition, 2);
        row("a{3,1}", Kind::BadRepetition, 1);
        row("a{1001}", Kind::BadRepetition, 1);
        row("a\\", Kind::UnknownEscape, 1);
        row("a\\q", Kind::UnknownEscape, 1);
        row("\\x4", Kind::UnknownEscape, 0);
        row("\\x{110000}", Kind::UnknownEscape, 0);
        row("\\bfoo", Kind::Unsupported, 0);
        row("(a)\\1", Kind::Unsupported, 3);
        row("(?=a)", Kind::Unsupported, 0);
        row("(?<!a)", Kind::Unsupported, 0);
        row("\\pL", Kind::Unsupported, 0);
        row("[[:nothing:]]", Kind::Unsupported, 1);
        row("(a{500}){500}", Kind::TooLarge, 0);
        row("((((){1000}){1000}){1000}){1000}", Kind::TooLarge, 0);
    }
    void saysWhatIsWrong() {
        QFETCH(int, kind);
        QFETCH(int, at);
        const auto compiled = TextPattern::compile(QTest::currentDataTag());
        QVERIFY(!compiled.has_value());
        QCOMPARE(int(compiled.error().kind), kind);
        QCOMPARE(int(compiled.error().at), at);
    }

    void refusesDeepAndLongPatterns() {
        QVERIFY(!TextPattern::compile(std::string(200, '(') + std::string(200, ')')).has_value());
        QVERIFY(!TextPattern::compile(std::string(20'000, 'a')).has_value());
        QVERIFY(TextPattern::compile(std::string(50, '(') + std::string(50, ')')).has_value());
    }

    // What takes a backtracking matcher longer than the age of the world.
    void staysQuickOnHostilePatterns() {
        QElapsedTimer clock;
        clock.start();
        const std::string text(100'000, 'a');
        for (const char* const pattern : {"(a*)*b", "(a|a)*b", "(a|aa)+b", "(.*)(.*)(.*)(.*)b",
                                          "(a?){300}a{300}b", "(.*a){200}b", "(a|b|ab)*c"})
            QVERIFY(!matches(pattern, text));
        QVERIFY2(clock.elapsed() < 20'000, "linear");
    }

    void agreesWithTheStandardLibrary() {
        std::mt19937 random(3);
        const auto pick = [&random](std::string_view from) { return from[random() % from.size()]; };
        int valid = 0;
        for (int i = 0; i < 3'000; ++i) {
            std::string pattern;
            for (std::size_t length = random() % 10; length > 0; --length) {
                const auto kind = random() % 10;
                if (kind < 5)
                    pattern += pick("abc");
                else if (kind < 7)
                    pattern += pick("*+?|.");
                else if (kind == 7)
                    pattern += "(" + std::string(1, pick("abc")) + pick("|*b") + ")";
                else
                    pattern += random() % 2 == 0 ? "[ab]" : "[^a]";
            }
            const auto compiled = TextPattern::compile(pattern);
            if (!compiled) continue;
            std::optional<std::regex> reference;
            try {
                reference.emplace(pattern);
            } catch (const std::regex_error&) {
                continue;
            }
            ++valid;
            PatternMatcher matcher(*compiled);
            for (int j = 0; j < 20; ++j) {
                std::string text;
                for (std::size_t length = random() % 7; length > 0; --length)
                    text += pick("abcd");
                QVERIFY2(matcher.matches(text) == std::regex_match(text, *reference),
                         (pattern + " " + text).c_str());
            }
        }
        QVERIFY(valid > 500);
    }
};

QTEST_APPLESS_MAIN(TestTextPattern)
#include "tst_TextPattern.moc"

#include "cli/ErrorText.h"
#include "cli/ExitCode.h"

#include <QTest>

using namespace hallway;
using namespace hallway::cli;

namespace {

QString sentence(ErrorCode code, std::vector<std::string> arguments) {
    return QString::fromStdString(sentenceOf({code, std::move(arguments), std::nullopt}));
}

} // namespace

class tst_CliErrorText : public QObject {
    Q_OBJECT

private slots:
    void everyErrorIsASentence() {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const QString full = sentence(static_cast<ErrorCode>(code), {"one", "two", "three"});
            const QString bare = sentence(static_cast<ErrorCode>(code), {});
            QVERIFY2(full.endsWith('.') && !full.contains('\n'), qPrintable(full));
            QVERIFY2(bare.endsWith('.') && !bare.contains('\n'), qPrintable(bare));
        }
    }

    void whatIsNotRecognisedShowsHowItBegins() {
        QCOMPARE(sentence(ErrorCode::NotRecognised, {"x.zip", "PK"}),
                 "x.zip is not a trace export Hallway knows. It begins with \"PK\".");
        QCOMPARE(sentence(ErrorCode::NotRecognised, {"-", "abc\uFFFD"}),
                 "Standard input is not a trace export Hallway knows. It begins with \"abc\".");
        QCOMPARE(sentence(ErrorCode::NotRecognised, {"x", ""}),
                 "x is not a trace export Hallway knows: it is empty or only blank.");
    }

    void candidatesAreListed() {
        QCOMPARE(sentence(ErrorCode::EdgeAmbiguous, {"a", "x:y", "y:z"}),
                 "\"a\" names no single edge; candidates: \"x:y\", \"y:z\".");
        QCOMPARE(sentence(ErrorCode::EdgeAmbiguous, {"a"}), "\"a\" names no edge.");
    }

    void foreignTextCannotActOnTheTerminal() {
        const QString text = sentence(ErrorCode::FileNotFound, {"\x1b]0;owned\x07"});
        QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(QChar(0x07)));
        const Source source{"\x1b[2J", "jaeger", 0, 0, {}};
        const std::string problem =
            sentenceOf(source, {ProblemCode::BrokenRecord, 1, std::nullopt, "\x1b[31m"});
        QVERIFY(problem.find('\x1b') == std::string::npos);
    }

    void problemsAreCountedWithTheFirstExample() {
        const Source source{"traces.json", "otlp-json", 0, 0, {}};
        const Problem three{ProblemCode::UnknownKind, 3, FilePosition{40, 12}, "span \"GET /\" has kind 99"};
        QCOMPARE(QString::fromStdString(sentenceOf(source, three)),
                 "traces.json: 3 spans have an unknown kind (first: line 12, span \"GET /\" has kind 99).");
        const Problem one{ProblemCode::UnknownKind, 1, FilePosition{40, std::nullopt}, ""};
        QCOMPARE(QString::fromStdString(sentenceOf(source, one)),
                 "traces.json: 1 span has an unknown kind (first: byte 40).");
    }

    void everyProblemHasWordsOfItsOwn() {
        QSet<QString> seen;
        for (int code = 0; code < static_cast<int>(ProblemCode::Count); ++code)
            seen.insert(QString::fromStdString(
                sentenceOf(Source{}, {static_cast<ProblemCode>(code), 2, std::nullopt, ""})));
        QCOMPARE(seen.size(), qsizetype(ProblemCode::Count));
    }

    void exitCodesFollowTheContract() {
        QCOMPARE(exitCodeOf(ErrorCode::NotRecognised), ExitCode::NothingUsable);
        QCOMPARE(exitCodeOf(ErrorCode::UnsupportedFormat), ExitCode::NothingUsable);
        QCOMPARE(exitCodeOf(ErrorCode::EdgeNotFound), ExitCode::NothingUsable);
        QCOMPARE(exitCodeOf(ErrorCode::EdgeAmbiguous), ExitCode::WrongUsage);
        QCOMPARE(exitCodeOf(ErrorCode::FileNotFound), ExitCode::InputOutput);
        QCOMPARE(exitCodeOf(ErrorCode::DiskFull), ExitCode::InputOutput);
        QCOMPARE(exitCodeOf(ErrorCode::CacheOtherVersion), ExitCode::InputOutput);
    }
};

QTEST_APPLESS_MAIN(tst_CliErrorText)
#include "tst_CliErrorText.moc"

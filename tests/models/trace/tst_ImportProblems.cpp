#include "trace/ImportProblems.h"

#include <QTest>

#include <set>
#include <string>

using namespace hallway;

class tst_ImportProblems : public QObject {
    Q_OBJECT

private slots:
    void countsAndKeepsTheFirstExample() {
        ImportProblems problems;
        QVERIFY(problems.isNew(ProblemCode::UnknownKind));
        problems.add(ProblemCode::UnknownKind, FilePosition{10, 2}, "first");
        problems.add(ProblemCode::UnknownKind, FilePosition{20, 3}, "second", 4);
        QVERIFY(!problems.isNew(ProblemCode::UnknownKind));
        QCOMPARE(problems.count(ProblemCode::UnknownKind), std::uint64_t{5});
        const auto list = problems.list();
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(list.front().detail, std::string("first"));
        QCOMPARE(list.front().position->offset, std::uint64_t{10});
    }

    void listsInTheOrderOfTheCodes() {
        ImportProblems problems;
        problems.add(ProblemCode::UnreadableFile, {}, "");
        problems.add(ProblemCode::BrokenRecord, {}, "");
        const auto list = problems.list();
        QCOMPARE(list.front().code, ProblemCode::BrokenRecord);
        QCOMPARE(list.back().code, ProblemCode::UnreadableFile);
    }

    void aLongDetailIsCut() {
        ImportProblems problems;
        problems.add(ProblemCode::BrokenRecord, {}, std::string(10000, 'x'));
        QVERIFY(problems.list().front().detail.size() <= 200);
    }

    void aCutDetailIsStillText() {
        ImportProblems problems;
        std::string detail = "x";
        while (detail.size() < 1000)
            detail += "é";
        problems.add(ProblemCode::BrokenRecord, {}, detail);
        const QByteArray kept = QByteArray::fromStdString(problems.list().front().detail);
        QVERIFY(!QString::fromUtf8(kept).contains(QChar::ReplacementCharacter));
    }

    void everyCodeHasAWordOfItsOwn() {
        std::set<std::string_view> words;
        for (std::size_t i = 0; i < static_cast<std::size_t>(ProblemCode::Count); ++i) {
            const std::string_view word = wordOf(static_cast<ProblemCode>(i));
            QVERIFY(!word.empty());
            QVERIFY(words.insert(word).second);
        }
        QCOMPARE(std::string(wordOf(ProblemCode::BrokenRecord)), std::string("broken-record"));
    }
};

QTEST_APPLESS_MAIN(tst_ImportProblems)
#include "tst_ImportProblems.moc"

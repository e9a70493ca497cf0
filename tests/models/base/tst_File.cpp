#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "base/File.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <string>
#include <thread>

using namespace hallway;

namespace {

std::string readAll(ByteSource& source, std::size_t step = 7) {
    std::string text;
    std::string buffer(step, '\0');
    for (;;) {
        const auto got = source.read(buffer);
        if (!got || *got == 0) return text;
        text.append(buffer, 0, *got);
    }
}

} // namespace

class tst_File : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string pathOf(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void whatIsWrittenIsRead() {
        const std::string path = pathOf("file");
        QVERIFY(writeFile(path, "hello, world\n").has_value());
        const auto source = openForReading(path);
        QVERIFY(source.has_value());
        QCOMPARE(readAll(**source), std::string("hello, world\n"));
        QVERIFY(writeFile(path, "").has_value()); // replaces
        QCOMPARE(readAll(**openForReading(path)), std::string());
    }

    void nothingIsLeftBeside() {
        QVERIFY(writeFile(pathOf("alone"), "x").has_value());
        QVERIFY(!writeFile(pathOf("no/such/folder"), "x").has_value());
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files))
            QVERIFY(!name.contains("alone."));
    }

    void errorsAreSaid() {
        const auto missing = openForReading(pathOf("missing"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
        const auto folder = openForReading(m_folder.path().toStdString());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::FileUnreadable);
        const auto unwritable = writeFile(pathOf("no/such/folder"), "x");
        QVERIFY(!unwritable);
        QCOMPARE(unwritable.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(unwritable.error().arguments.at(0), pathOf("no/such/folder"));
    }

    void whatHasNoEndIsRefusedByName() {
        const std::string pipe = pathOf("pipe");
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        const auto named = openForReading(pipe);
        QVERIFY(!named && named.error().code == ErrorCode::FileUnreadable);
        QVERIFY(named.error().arguments.at(1).find("named pipe") != std::string::npos);
        for (const char* const device : {"/dev/zero", "/dev/null"}) {
            const auto endless = openForReading(device);
            QVERIFY(!endless && endless.error().code == ErrorCode::FileUnreadable);
            QCOMPARE(endless.error().arguments.at(1), std::string("it is a device, not a file"));
        }
    }

    void aPipeOfTheShellIsReadToItsEnd() {
        int ends[2] = {};
        QCOMPARE(::pipe(ends), 0);
        std::thread writer([end = ends[1]] {
            for (const char* const part : {"first, ", "second"}) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                if (::write(end, part, std::strlen(part)) < 0) std::abort();
            }
            ::close(end);
        });
        const auto source = openForReading("/dev/fd/" + std::to_string(ends[0]));
        const std::string text = source ? readAll(**source) : std::string();
        writer.join();
        ::close(ends[0]);
        QCOMPARE(text, std::string("first, second"));
    }

    void case28_aFileIsReadToItsSizeAtOpening() {
        const std::string path = pathOf("growing");
        QVERIFY(writeFile(path, "before").has_value());
        const auto source = openForReading(path);
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::Append));
        file.write(" and after");
        file.close();
        QCOMPARE(readAll(**source), std::string("before"));
    }

    void aFileThatShrinksEndsEarly() {
        const std::string path = pathOf("shrinking");
        QVERIFY(writeFile(path, "0123456789").has_value());
        const auto source = openForReading(path);
        QVERIFY(QFile::resize(QString::fromStdString(path), 4));
        QCOMPARE(readAll(**source), std::string("0123"));
    }

    void memoryIsReadToo() {
        const auto source = memorySource("abcdefghij");
        QCOMPARE(readAll(*source, 3), std::string("abcdefghij"));
    }
};

QTEST_GUILESS_MAIN(tst_File)
#include "tst_File.moc"

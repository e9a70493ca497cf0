#include "Decoded.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <string>

using namespace hallway;

namespace {

constexpr qint64 largestFile = 2 << 20;
constexpr int rounds = 20;

QString folder() {
    const QString named = qEnvironmentVariable("HALLWAY_SHARED_DATA");
    return named.isEmpty() ? QStringLiteral(HALLWAY_SHARED_DATA) : named;
}

std::string contentOf(const QString& path) {
    QFile file(folder() + '/' + path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return file.readAll().toStdString();
}

/// Other places in each file, the same in each run.
std::mt19937 dice(const QString& path) { return std::mt19937(static_cast<unsigned>(qHash(path, 1))); }

std::size_t placeIn(std::string_view text, std::mt19937& dice) {
    return std::uniform_int_distribution<std::size_t>(0, text.size() - 1)(dice);
}

/// That something is missing is known: it was counted, or what is left was refused.
bool isSaid(const Decoded& decoded) {
    return !decoded.file() || decoded.count(ProblemCode::TruncatedFile) > 0 ||
           decoded.count(ProblemCode::BrokenRecord) > 0 || decoded.count(ProblemCode::UnknownRecord) > 0;
}

bool isJson(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin != text.npos && (text[begin] == '{' || text[begin] == '[');
}

/// Nothing of a record is missing where a line ends, nor of one that is told in the last cell of a line.
bool isBetweenRecords(std::string_view text, std::size_t cut) {
    return cut == 0 || text[cut - 1] == '\n' || text[cut] == '\n' || text[cut] == '\r';
}

} // namespace

// Real exports, damaged at random places: what stands before the damage is kept, what is lost is said.
class tst_DamagedData : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!QDir(folder()).exists()) QSKIP("no folder of real exports here");
    }

    void cutAnywhere_data() { addFiles(); }
    void cutAnywhere() {
        QFETCH(QString, path);
        const std::string text = contentOf(path);
        if (text.empty()) return;
        std::mt19937 random = dice(path);
        std::set<std::size_t> cuts;
        for (int i = 0; i < rounds; ++i)
            cuts.insert(placeIn(text, random));
        std::vector<std::size_t> spans;
        const std::size_t all = Decoded(text).size();
        for (const std::size_t cut : cuts) {
            const Decoded decoded(std::string_view(text).substr(0, cut));
            QVERIFY2(spans.empty() || decoded.size() >= spans.back(), std::to_string(cut).c_str());
            QVERIFY2(decoded.size() <= all, std::to_string(cut).c_str());
            if (isJson(text) && decoded.size() < all && !isBetweenRecords(text, cut))
                QVERIFY2(isSaid(decoded), std::to_string(cut).c_str());
            spans.push_back(decoded.size());
        }
    }

    void bytesFlipped_data() { addFiles(); }
    void bytesFlipped() {
        QFETCH(QString, path);
        const std::string text = contentOf(path);
        if (text.empty()) return;
        std::mt19937 random = dice(path);
        const std::size_t all = Decoded(text).size();
        for (int i = 0; i < rounds; ++i) {
            std::string changed = text;
            for (int flips = 1 + i % 8; flips > 0; --flips)
                changed[placeIn(text, random)] = static_cast<char>(random() & 0xFF);
            // A flip can make several of one: an object within becomes one beside.
            QVERIFY2(Decoded(changed).size() <= 2 * all + 64, std::to_string(i).c_str());
        }
    }

    void bracketsLost_data() { addFiles(); }
    void bracketsLost() {
        QFETCH(QString, path);
        const std::string text = contentOf(path);
        if (!isJson(text)) return;
        std::mt19937 random = dice(path);
        const std::size_t all = Decoded(text).size();
        for (int i = 0; i < rounds; ++i) {
            std::string changed = text;
            const std::size_t at = changed.find_first_of("{}[]", placeIn(text, random));
            if (at == changed.npos) continue;
            changed[at] = ' ';
            const Decoded decoded(changed);
            QVERIFY2(decoded.size() >= all || isSaid(decoded), std::to_string(at).c_str());
        }
    }

private:
    static void addFiles() {
        QTest::addColumn<QString>("path");
        QStringList paths;
        for (QDirIterator files(folder(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            files.next();
            if (files.fileInfo().size() <= largestFile)
                paths.append(QDir(folder()).relativeFilePath(files.filePath()));
        }
        paths.sort();
        for (const QString& path : paths)
            QTest::newRow(path.toUtf8().constData()) << path;
    }
};

QTEST_GUILESS_MAIN(tst_DamagedData)
#include "tst_DamagedData.moc"

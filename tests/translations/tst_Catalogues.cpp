// The catalogues against the sources: nothing is missing, unfinished or out of date, and placeholders agree.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context, source, comment, type;
    QStringList translations;
    bool numerus = false;
    [[nodiscard]] QString key() const {
        return context + QLatin1Char('|') + source + QLatin1Char('|') + comment;
    }
};

std::vector<Message> readCatalogue(const QString& path) {
    QFile file(path);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QString context;
    for (QXmlStreamReader xml(&file); !xml.atEnd();) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto name = xml.name();
        if (name == u"name")
            context = xml.readElementText();
        else if (name == u"message") {
            messages.push_back({});
            messages.back().context = context;
            messages.back().numerus = xml.attributes().value(QLatin1String("numerus")) == u"yes";
        } else if (name == u"source")
            messages.back().source = xml.readElementText();
        else if (name == u"comment")
            messages.back().comment = xml.readElementText();
        else if (name == u"translation") {
            messages.back().type = xml.attributes().value(QLatin1String("type")).toString();
            if (!messages.back().numerus) messages.back().translations << xml.readElementText();
        } else if (name == u"numerusform")
            messages.back().translations << xml.readElementText();
    }
    return messages;
}

QString catalogue(const char* language) {
    return QStringLiteral(HALLWAY_SOURCE_DIR "/translations/hallway_%1.ts").arg(QLatin1String(language));
}

/// "%1 %2 %n", sorted and each once: a translation may repeat a value or order them anew.
QString placeholdersOf(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%(L?[1-9]|n)"));
    QSet<QString> found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    QStringList sorted = found.values();
    sorted.sort();
    return sorted.join(QLatin1Char(' '));
}

/// What lupdate finds in the sources now.
std::vector<Message> sentencesOfSources() {
    const QDir root(QStringLiteral(HALLWAY_SOURCE_DIR));
    QStringList arguments;
    for (const char* folder : {"app/gui", "views", "models/items"}) {
        QDirIterator files(root.filePath(QLatin1String(folder)),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            arguments << files.next();
    }
    for (const char* folder : {"app", "views", "models"})
        arguments << QStringLiteral("-I") << root.filePath(QLatin1String(folder));
    QTemporaryDir scratch;
    const QString target = scratch.filePath(QStringLiteral("found.ts"));
    arguments << QStringLiteral("-silent") << QStringLiteral("-locations") << QStringLiteral("none")
              << QStringLiteral("-ts") << target;
    QProcess::execute(QStringLiteral(HALLWAY_LUPDATE), arguments);
    return readCatalogue(target);
}

} // namespace

class tst_Catalogues : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_sentences = sentencesOfSources();
        QVERIFY(m_sentences.size() > 400);
    }

    void germanHoldsEverySentence() {
        QSet<QString> translated;
        for (const Message& message : readCatalogue(catalogue("de"))) {
            QVERIFY2(message.type.isEmpty(), qPrintable(message.type + QStringLiteral(": ") + message.key()));
            translated << message.key();
        }
        for (const Message& message : m_sentences)
            QVERIFY2(translated.contains(message.key()), qPrintable(message.key()));
        QCOMPARE(static_cast<std::size_t>(translated.size()), m_sentences.size());
    }

    void englishHoldsEveryPlural() {
        QSet<QString> translated;
        for (const Message& message : readCatalogue(catalogue("en"))) {
            QVERIFY2(message.type.isEmpty(), qPrintable(message.key()));
            QCOMPARE(message.translations.size(), 2);
            translated << message.key();
        }
        for (const Message& message : m_sentences)
            if (message.numerus) QVERIFY2(translated.contains(message.key()), qPrintable(message.key()));
    }

    void noTranslationIsEmptyOrLosesAValue() {
        for (const char* language : {"de", "en"})
            for (const Message& message : readCatalogue(catalogue(language))) {
                QCOMPARE(message.translations.size(), message.numerus ? 2 : 1);
                for (const QString& translation : message.translations) {
                    QVERIFY2(!translation.isEmpty(), qPrintable(message.key()));
                    QCOMPARE(placeholdersOf(translation), placeholdersOf(message.source));
                }
            }
    }

    void whatEndsWithDotsOrSpaceStillDoes() {
        for (const Message& message : readCatalogue(catalogue("de")))
            for (const QString& translation : message.translations) {
                const bool same =
                    translation.endsWith(QStringLiteral("…")) ==
                        message.source.endsWith(QStringLiteral("…")) &&
                    translation.endsWith(QLatin1Char('.')) == message.source.endsWith(QLatin1Char('.')) &&
                    translation.endsWith(QLatin1Char(' ')) == message.source.endsWith(QLatin1Char(' '));
                const bool abbreviation = translation.endsWith(QStringLiteral("max.")) ||
                                          translation.endsWith(QStringLiteral("Max."));
                QVERIFY2(same || abbreviation, qPrintable(translation));
            }
    }

    void noTranslationBringsMarkupOrLosesItsAccelerator() {
        static const QRegularExpression accelerator(QStringLiteral("&[^& ]"));
        for (const Message& message : readCatalogue(catalogue("de")))
            for (const QString& translation : message.translations) {
                // Filters compare with it; nothing else may bring it in.
                QCOMPARE(translation.count(QLatin1Char('<')), message.source.count(QLatin1Char('<')));
                QCOMPARE(translation.count(accelerator), message.source.count(accelerator));
            }
    }

private:
    std::vector<Message> m_sentences;
};

QTEST_GUILESS_MAIN(tst_Catalogues)
#include "tst_Catalogues.moc"

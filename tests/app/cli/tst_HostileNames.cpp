// An export whose every text tries to be more than text, through every verb and format of the built program.
#include "RunHallway.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace hallway::test;

namespace {

/// What terminals, spreadsheets, browsers and Graphviz would act on.
const QStringList& hostileTexts() {
    static const QStringList texts{
        QStringLiteral("<img src=x onerror=alert(1)>"),
        QStringLiteral("</text></svg><script>alert(1)</script>"),
        QStringLiteral("<b>bold</b>&lt;i&gt;"),
        QStringLiteral("\"]; evil [label=\"x"),
        QStringLiteral("<<table><tr><td>x</td></tr></table>>"),
        QStringLiteral("\\N\\G\\\\\""),
        QStringLiteral("=cmd|' /C calc'!A0"),
        QStringLiteral("+1+1"),
        QStringLiteral("-2+3"),
        QStringLiteral("@SUM(A1)"),
        QStringLiteral("\t=tab"),
        QStringLiteral("\r=return"),
        QStringLiteral("line\nbreak,\"quote\""),
        QStringLiteral("\u001b]0;owned\u0007\u001b[2J"),
        QStringLiteral("\u009b31mred"),
        QStringLiteral("\u202eevil\u2066\u200f"),
        QStringLiteral("%1 %2 %n %s"),
        QString(10'000, QChar(u'x')),
    };
    return texts;
}

QJsonObject attribute(const QString& key, const QString& value) {
    return {{"key", key}, {"value", QJsonObject{{"stringValue", value}}}};
}

QJsonObject spanOf(const QString& text, int number, int kind, const QString& parent = {}) {
    const QString id = QString::number(number * 2 + kind, 16);
    return {{"traceId", "abcd"},
            {"spanId", id},
            {"parentSpanId", parent},
            {"name", text},
            {"kind", kind},
            {"startTimeUnixNano", "1700000000000000000"},
            {"endTimeUnixNano", "1700000000001000000"},
            {"traceState", text},
            {"status", QJsonObject{{"code", 2}, {"message", text}}},
            {"attributes", QJsonArray{attribute(text, text), attribute("peer.service", text)}},
            {"events",
             QJsonArray{QJsonObject{{"name", text}, {"attributes", QJsonArray{attribute(text, text)}}}}},
            {"links", QJsonArray{QJsonObject{{"traceId", text}, {"spanId", text}}}}};
}

/// Each text calls the next one as a service, in one trace, and then as what is no service; the last line is
/// broken, and its text is the example that is shown.
QByteArray hostileExport() {
    QByteArray lines;
    QString parent;
    int number = 1;
    for (const QString& text : hostileTexts()) {
        const QJsonObject server = spanOf(text, number, 2, parent),
                          client = spanOf(text, number, 3, server["spanId"].toString());
        parent = client["spanId"].toString();
        ++number;
        const QJsonObject block{
            {"resource", QJsonObject{{"attributes", QJsonArray{attribute("service.name", text)}}}},
            {"scopeSpans", QJsonArray{QJsonObject{{"scope", QJsonObject{{"name", text}, {"version", text}}},
                                                  {"spans", QJsonArray{server, client}}}}}};
        lines +=
            QJsonDocument(QJsonObject{{"resourceSpans", QJsonArray{block}}}).toJson(QJsonDocument::Compact) +
            '\n';
    }
    QJsonObject odd = spanOf(hostileTexts()[13], 99, 2);
    odd["kind"] = 99;
    odd["traceId"] = hostileTexts()[13];
    odd["startTimeUnixNano"] = hostileTexts()[13];
    lines += QJsonDocument(
                 QJsonObject{{"resourceSpans",
                              QJsonArray{QJsonObject{
                                  {"scopeSpans", QJsonArray{QJsonObject{{"spans", QJsonArray{odd}}}}}}}}})
                 .toJson(QJsonDocument::Compact) +
             '\n';
    return lines + "{\"resourceSpans\":[{\"\x1b[31m\x07\n";
}

bool actsOnATerminal(const QByteArray& out, const QByteArray& allowed = {}) {
    for (const QChar c : QString::fromUtf8(out)) {
        const ushort code = c.unicode();
        if (code == u'\n' || (code < 0x80 && allowed.contains(static_cast<char>(code)))) continue;
        const bool turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ||
                           code == 0x200e || code == 0x200f;
        if (code < 0x20 || (code >= 0x7f && code < 0xa0) || turns) return true;
    }
    return false;
}

/// The cells of a CSV text, quotes taken off.
QStringList cellsOf(const QByteArray& csv) {
    QStringList cells;
    QString cell;
    bool quoted = false;
    for (const QChar c : QString::fromUtf8(csv)) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'\n'))
            cells << std::exchange(cell, {});
        else
            cell += c;
    }
    return cells;
}

} // namespace

class tst_HostileNames : public QObject {
    Q_OBJECT

private:
    HallwayRunner hallway;
    QTemporaryDir m_folder;
    const QString m_file = QStringLiteral("=evil\u001b[31m<img src=x>\u202e.jsonl");

    [[nodiscard]] Ran run(const QStringList& arguments) const {
        return hallway.run(arguments, {}, m_folder.path());
    }

private slots:
    void initTestCase() { QVERIFY(HallwayRunner::write(m_folder.filePath(m_file), hostileExport())); }

    void nothingActsOnATerminal_data() {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [&](const QStringList& arguments) {
            QTest::newRow(qPrintable(arguments.join(' ').left(60))) << arguments;
        };
        for (const char* const verb : {"edges", "services", "traces"})
            for (const char* const format : {"table", "json", "csv"})
                row({verb, m_file, "--format", format});
        for (const char* const format : {"text", "json", "csv"})
            row({"trace", m_file, "abcd", "--format", format});
        for (const char* const format : {"dot", "json"})
            row({"graph", m_file, "--format", format});
        for (const char* const format : {"table", "json", "csv"})
            row({"sql", m_file, "SELECT *, 1 AS \"\x1b[31m\" FROM spans", "--format", format});
        row({"heatmap", m_file, "--edge", "+1+1:-2+3"});
        row({"cache", "list"});
        row({"edges", m_file + "\u001b[2J"});
        row({"trace", m_file, "\u001b[2J"});
        row({"heatmap", m_file, "--edge", "\u001b[2J:\u202e"});
        row({"sql", m_file, "SELECT \u001b[2J"});
    }
    void nothingActsOnATerminal() {
        QFETCH(const QStringList, arguments);
        const Ran ran = run(arguments);
        QVERIFY(ran.exit >= 0);
        // A reader of CSV takes tabs and line breaks within quotes back.
        QVERIFY2(!actsOnATerminal(ran.out, arguments.contains("csv") ? "\t\r" : ""),
                 ran.out.left(2000).constData());
        QVERIFY2(!actsOnATerminal(ran.err), ran.err.constData());
    }

    void damageIsSaidByEveryVerb_data() {
        QTest::addColumn<QStringList>("arguments");
        const QString picture = m_folder.filePath("said.svg");
        for (const QStringList& arguments :
             {QStringList{"edges", m_file},
              {"services", m_file},
              {"traces", m_file},
              {"trace", m_file, "abcd"},
              {"graph", m_file, "--format", "dot"},
              {"graph", m_file, "-o", picture},
              {"heatmap", m_file, "--edge", "+1+1:-2+3"},
              {"sql", m_file, "SELECT 1"},
              {"import", m_file, "-o", m_folder.filePath("said.hallway")},
              {"edges", m_folder.filePath("said.hallway")}}) // what was damaged stays known to the capture
            QTest::newRow(qPrintable(arguments.join(' ').left(60))) << arguments;
    }
    void damageIsSaidByEveryVerb() {
        QFETCH(const QStringList, arguments);
        const Ran ran = run(arguments);
        QCOMPARE(ran.exit, 0);
        const QStringList said = QString::fromUtf8(ran.err).split('\n');
        const auto about = [&](const QString& what) {
            for (const QString& line : said)
                if (line.contains(what)) return line;
            return QString();
        };
        QVERIFY2(about("cut short").contains(QRegularExpression("\\(first: line \\d+, ")),
                 ran.err.constData());
        QVERIFY2(about("unknown kind").contains("(first: line "), ran.err.constData());
        for (const QString& line : said)
            QVERIFY2(line.isEmpty() || line.startsWith("=evil\uFFFD[31m<img src=x>\uFFFD.jsonl: "),
                     qPrintable(line));
    }

    void noCellIsAFormula_data() {
        QTest::addColumn<QStringList>("arguments");
        for (const QStringList& arguments : {QStringList{"edges", m_file},
                                             {"services", m_file},
                                             {"traces", m_file},
                                             {"trace", m_file, "abcd"},
                                             {"sql", m_file, "SELECT service, name FROM spans"},
                                             {"cache", "list"}})
            QTest::newRow(qPrintable(arguments.first())) << arguments;
    }
    void noCellIsAFormula() {
        QFETCH(const QStringList, arguments);
        const Ran ran = run(arguments + QStringList{"--format", "csv"});
        QCOMPARE(ran.exit, 0);
        bool isNumber = false;
        for (const QString& cell : cellsOf(ran.out)) {
            if (cell.isEmpty()) continue;
            (void)cell.toDouble(&isNumber);
            QVERIFY2(isNumber || !QStringLiteral("=+-@\t\r").contains(cell.front()),
                     qPrintable(cell.left(200)));
        }
    }

    void jsonStaysJsonAndLosesNothing() {
        const Ran ran = run({"services", m_file, "--format", "json"});
        const QJsonDocument document = QJsonDocument::fromJson(ran.out);
        QVERIFY(document.isObject());
        QStringList names;
        for (const QJsonValue& service : document["services"].toArray())
            names << service["name"].toString();
        for (const QString& text : hostileTexts())
            QVERIFY2(names.contains(text), qPrintable(text.left(100)));
    }

    void dotStaysNodesAndEdges() {
        const Ran ran = run({"graph", m_file, "--format", "dot"});
        QCOMPARE(ran.exit, 0);
        static const QRegularExpression statement("^  n\\d+( -> n\\d+)? \\[label=\"([^\"\\\\]|\\\\.)*\"(, "
                                                  "[a-z]+=(\"#[0-9A-F]+\"|[a-z]+|[0-9.]+))*\\];$");
        const QList<QByteArray> lines = ran.out.split('\n');
        QVERIFY(lines.size() > hostileTexts().size() * 2);
        for (const QByteArray& line : lines)
            if (line.startsWith("  n") && !line.startsWith("  node "))
                QVERIFY2(statement.match(QString::fromUtf8(line)).hasMatch(), line.left(300).constData());
    }

    void picturesHoldNoMarkupOfOurs_data() {
        QTest::addColumn<QStringList>("arguments");
        for (const QStringList& arguments : {QStringList{"graph", m_file},
                                             {"trace", m_file, "abcd"},
                                             {"heatmap", m_file, "--edge", "+1+1:-2+3"}})
            QTest::newRow(qPrintable(arguments.first())) << arguments;
    }
    void picturesHoldNoMarkupOfOurs() {
        QFETCH(const QStringList, arguments);
        const QString target = m_folder.filePath("picture.svg");
        QCOMPARE(run(arguments + QStringList{"-o", target}).exit, 0);
        QXmlStreamReader svg(HallwayRunner::read(target));
        while (!svg.atEnd())
            if (svg.readNext() == QXmlStreamReader::StartElement) {
                const QString name = svg.name().toString();
                QVERIFY2(name != "script" && name != "img" && name != "b" && name != "table",
                         qPrintable(name));
                QVERIFY(!svg.attributes().hasAttribute("onerror"));
            }
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
    }
};

QTEST_GUILESS_MAIN(tst_HostileNames)
#include "tst_HostileNames.moc"

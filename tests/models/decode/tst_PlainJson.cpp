#include <QTest>

#include "decode/PlainJson.h"

#include <algorithm>
#include <memory>
#include <string>

using namespace hallway;

namespace {

/// JSON with ' for ", which reads better here.
std::string quoted(std::string json) {
    std::replace(json.begin(), json.end(), '\'', '"');
    return json;
}

/// The text with what must follow it, which is nothing that could be taken for a part of it.
class Padded {
public:
    explicit Padded(const std::string& text) : m_bytes(new char[text.size() + 64]), m_size(text.size()) {
        std::fill_n(std::copy(text.begin(), text.end(), m_bytes.get()), 64, '"');
    }
    [[nodiscard]] std::string_view text() const { return {m_bytes.get(), m_size}; }

private:
    std::unique_ptr<char[]> m_bytes; ///< exactly: a sanitizer sees a byte too far
    std::size_t m_size;
};

/// A value as it is understood, e.g. `{a:"x",n:[1,true]}`, `_` for what was passed; "refused" if it is not
/// plain.
class Understood {
public:
    explicit Understood(const std::string& text) {
        const Padded padded(text);
        PlainJson json(padded.text());
        add(PlainAny{json});
        if (!json.isAtEnd()) m_text = "refused";
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    void add(PlainAny value) {
        if (const auto text = textOf(value)) {
            m_text += *text;
            return;
        }
        const char* separator = "";
        m_text += '{';
        const bool isObject = forEachMember(value, [&](std::string_view key, PlainAny member) {
            m_text += std::exchange(separator, ",");
            m_text += std::string(key) + ':';
            if (key == "skip")
                m_text += '_';
            else
                add(member);
        });
        m_text += '}';
        if (isObject) return;
        m_text.resize(m_text.size() - 2);
        m_text += '[';
        const bool isArray = forEachElement(value, [&](PlainAny element) {
            m_text += std::exchange(separator, ",");
            add(element);
        });
        m_text += ']';
        if (isArray) return;
        m_text.resize(m_text.size() - 2);
        m_text += '_';
        value.json.skipValue();
    }

    std::string m_text;
};

} // namespace

class tst_PlainJson : public QObject {
    Q_OBJECT

private slots:
    void readsWhatHasNoSpaceAndNoEscape_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("understood");
        QTest::newRow("object") << QByteArray("{'a':'x','b':'','c':12}") << QByteArray("{a:x,b:,c:12}");
        QTest::newRow("numbers") << QByteArray("[-1,2.5,3e-7,12345678901234567890]")
                                 << QByteArray("[-1,2.5,3e-7,12345678901234567890]");
        QTest::newRow("words") << QByteArray("[true,false,null]") << QByteArray("[true,false,_]");
        QTest::newRow("empty") << QByteArray("{'a':{},'b':[]}") << QByteArray("{a:{},b:[]}");
        QTest::newRow("passed") << QByteArray("{'skip':{'a':[{'b':'}]'}]},'skip':'x','skip':1,'c':2}")
                                << QByteArray("{skip:_,skip:_,skip:_,c:2}");
        QTest::newRow("long text") << QByteArray("['" + QByteArray(100, 'x') + "']")
                                   << QByteArray('[' + QByteArray(100, 'x') + ']');
        QTest::newRow("other scripts") << QByteArray("['zażółć','東京']") << QByteArray("[zażółć,東京]");
    }
    void readsWhatHasNoSpaceAndNoEscape() {
        QFETCH(QByteArray, json);
        QTEST(QByteArray::fromStdString(Understood(quoted(json.toStdString())).text()), "understood");
    }

    void refusesEverythingElse_data() {
        QTest::addColumn<QByteArray>("json");
        for (const char* const json : {"{'a': 1}",
                                       "{'a':1, 'b':2}",
                                       "{ 'a':1}",
                                       "{'a':'x\\'y'}",
                                       "{\"a\":\"x\ty\"}",
                                       "{'a':}",
                                       "{'a':1,}",
                                       "{'a':1 ",
                                       "{'a':1",
                                       "{'a':1}}",
                                       "{'a'}",
                                       "{'a':nul}",
                                       "{'a':truely}",
                                       "{'a':12x}",
                                       "{'a':'x",
                                       "{'skip':{'x':[1}",
                                       "{'skip':{'x':'y\\\\z'}}",
                                       "[1,]",
                                       "[1",
                                       "[1}",
                                       "",
                                       "Infinity",
                                       "{a:1}",
                                       "{'a':1}x"})
            QTest::newRow(json) << QByteArray(json);
    }
    void refusesEverythingElse() {
        QFETCH(QByteArray, json);
        QCOMPARE(Understood(quoted(json.toStdString())).text(), std::string("refused"));
    }

    void takesNothingOnceItHasRefused() {
        const Padded padded(quoted("'a','b'"));
        PlainJson json(padded.text());
        json.refuse();
        QVERIFY(!json.take("\"") && !json.isAtEnd());
        QVERIFY(json.takeNumber().empty());
        PlainAny value{json};
        QVERIFY(!textOf(value) &&
                !forEachMember(value, [](std::string_view, PlainAny) { QFAIL("a member"); }));
    }

    void neverTakesWhatStandsBehindTheText() {
        const std::string whole =
            quoted("{'a':'x','b':[1,true,{'c':null}],'d':'0123456789abcdef0123456789abcdef'}");
        for (std::size_t size = 0; size < whole.size(); ++size)
            QCOMPARE(Understood(whole.substr(0, size)).text(), std::string("refused"));
        QCOMPARE(Understood(whole).text(),
                 std::string("{a:x,b:[1,true,{c:_}],d:0123456789abcdef0123456789abcdef}"));
    }
};

QTEST_APPLESS_MAIN(tst_PlainJson)
#include "tst_PlainJson.moc"

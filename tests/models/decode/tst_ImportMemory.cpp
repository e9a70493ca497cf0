// What decoding takes at its peak, as the system counts it: it must not grow with the file.
#include <QTest>

#include "decode/FileContents.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>

using namespace hallway;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true; // sanitizers keep memory of their own
#else
constexpr bool isSanitized = false;
#endif

constexpr std::size_t mebibyte = std::size_t{1} << 20;

/// A figure of this process in bytes: VmRSS = in memory now, VmHWM = at most so far.
std::optional<std::size_t> memoryOf(const std::string& figure) {
    std::ifstream status("/proc/self/status");
    std::string word;
    std::size_t kibibytes = 0;
    while (status >> word)
        if (word == figure + ":" && status >> kibibytes) return kibibytes * 1024;
    return std::nullopt;
}

/// VmHWM begins anew at VmRSS.
bool forgetPeak() {
    std::ofstream request("/proc/self/clear_refs");
    request << "5" << std::flush;
    return request.good();
}

/// `head`, then `element` so many times, then `tail`; held nowhere.
class LongText final : public ByteSource {
public:
    LongText(std::string head, std::string element, std::size_t count, std::string tail)
        : m_part(std::move(head)), m_element(std::move(element)), m_left(count), m_tail(std::move(tail)) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        std::size_t filled = 0;
        while (filled < buffer.size() && (m_at < m_part.size() || next())) {
            const std::size_t size = std::min(buffer.size() - filled, m_part.size() - m_at);
            std::copy_n(m_part.begin() + static_cast<std::ptrdiff_t>(m_at), size,
                        buffer.begin() + static_cast<std::ptrdiff_t>(filled));
            filled += size;
            m_at += size;
        }
        return filled;
    }

private:
    bool next() {
        m_at = 0;
        if (m_left > 0) {
            --m_left;
            m_part = m_element;
            return true;
        }
        m_part = std::exchange(m_tail, {});
        return !m_part.empty();
    }

    std::string m_part;
    std::string m_element;
    std::size_t m_left;
    std::string m_tail;
    std::size_t m_at = 0;
};

class CountingSink final : public SpanSink {
public:
    void accept(SpanBatch batch) override { spans += batch.spans.size(); }
    std::size_t spans = 0;
};

std::string otlpSpanText() {
    return R"({"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","name":"GET /items","kind":2,"startTimeUnixNano":"1700000000000000000","endTimeUnixNano":"1700000000000500000","attributes":[{"key":"http.route","value":{"stringValue":"/items/{id}"}},{"key":"text","value":{"stringValue":")" +
           std::string(200, 'x') + R"("}}]})";
}

std::string jaegerSpanText() {
    return R"({"traceID":"1","spanID":"2","operationName":"GET /items","startTime":1700000000000000,"duration":5,"processID":"p1","tags":[{"key":"text","type":"string","value":")" +
           std::string(300, 'x') + R"("}]})";
}

const std::string resource =
    R"("resource":{"attributes":[{"key":"service.name","value":{"stringValue":"s"}}]})";

} // namespace

class tst_ImportMemory : public QObject {
    Q_OBJECT

private slots:
    void case26_oneHugeDocument_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<QByteArray>("tail");
        const auto row = [](const char* name, const std::string& head, const std::string& element,
                            const std::string& tail) {
            QTest::newRow(name) << QByteArray::fromStdString(head) << QByteArray::fromStdString(element)
                                << QByteArray::fromStdString(tail);
        };
        const std::string span = otlpSpanText();
        const std::string block = "{" + resource + R"(,"scopeSpans":[{"spans":[)" + span + "]}]}";
        row("case25 JSON lines", "", R"({"resourceSpans":[)" + block + "]}\n", "");
        row("array of documents", "[{}", R"(,{"resourceSpans":[)" + block + "]}", "]");
        row("many resourceSpans", R"({"resourceSpans":[{})", "," + block, "]}");
        row("resource before all spans",
            R"({"resourceSpans":[{)" + resource + R"(,"scopeSpans":[{"spans":[)" + span, "," + span,
            "]}]}]}");
        row("resource behind all spans", R"({"resourceSpans":[{"scopeSpans":[{"spans":[)" + span, "," + span,
            "]}]," + resource + "}]}");
        row("processes behind all spans", R"({"data":[{"traceID":"1","spans":[)" + jaegerSpanText(),
            "," + jaegerSpanText(), R"(],"processes":{"p1":{"serviceName":"s"}}}]})");
    }
    void case26_oneHugeDocument() {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, element);
        QFETCH(QByteArray, tail);
        if (isSanitized || !memoryOf("VmHWM")) QSKIP("memory cannot be told here");
        const std::size_t count = 300 * mebibyte / static_cast<std::size_t>(element.size());
        LongText text(head.toStdString(), element.toStdString(), count, tail.toStdString());
        if (!forgetPeak()) QSKIP("the peak cannot be reset here");
        const std::size_t before = *memoryOf("VmRSS");
        StringPool strings;
        seedKnownKeys(strings);
        ResourceTable resources;
        ScopeTable scopes;
        ImportProblems problems;
        CountingSink sink;
        DecodeContext context{strings, resources, scopes, sink, problems, {}, {}, 2};
        const auto file = decodeFile(text, "input", context);
        QVERIFY(file.has_value());
        QVERIFY(sink.spans >= count);
        const std::size_t peak = *memoryOf("VmHWM") - before;
        QVERIFY2(peak < 150 * mebibyte, std::to_string(peak / mebibyte).c_str());
    }
};

QTEST_APPLESS_MAIN(tst_ImportMemory)
#include "tst_ImportMemory.moc"

#include "decode/JsonDecoder.h"

#include "decode/ClickHouseRows.h"
#include "decode/Datadog.h"
#include "decode/ElasticIntake.h"
#include "decode/GoConsole.h"
#include "decode/Jaeger.h"
#include "decode/LambdaOutput.h"
#include "decode/NewRelic.h"
#include "decode/OtlpBlocks.h"
#include "decode/OtlpJson.h"
#include "decode/OtlpRows.h"
#include "decode/PythonConsole.h"
#include "decode/SearchStore.h"
#include "decode/SigNoz.h"
#include "decode/XRay.h"
#include "decode/Zipkin.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace hallway {

namespace {

constexpr std::array formats{
    JsonFormatEntry{"OTLP JSON", recognisesOtlpJson, makeOtlpJson},
    JsonFormatEntry{"Jaeger JSON", recognisesJaeger, makeJaeger},
    JsonFormatEntry{"OTLP of an AWS Lambda's standard output", recognisesLambdaOutput, makeLambdaOutput},
    JsonFormatEntry{"AWS X-Ray segments", recognisesXRaySegments, makeXRaySegments},
    JsonFormatEntry{"AWS X-Ray traces", recognisesXRayTraces, makeXRayTraces},
    JsonFormatEntry{"ClickHouse rows", recognisesClickHouseRows, makeClickHouseRows},
    JsonFormatEntry{"Jaeger protobuf JSON", recognisesJaegerProto, makeJaegerProto},
    JsonFormatEntry{"hits of a search store", recognisesSearchHits, makeSearchHits},
    JsonFormatEntry{"documents of a search store", recognisesStoreDocument, makeStoreDocuments},
    JsonFormatEntry{"Elastic APM intake", recognisesElasticIntake, makeElasticIntake},
    JsonFormatEntry{"actions of a bulk file", recognisesBulkAction, makeBulkActions, false},
    JsonFormatEntry{"Zipkin JSON", recognisesZipkin, makeZipkin},
    JsonFormatEntry{"Python console exporter", recognisesPythonConsole, makePythonConsole},
    JsonFormatEntry{"Phoenix spans", recognisesPhoenix, makePhoenix},
    JsonFormatEntry{"lists of Phoenix spans", recognisesPhoenixLists, makePhoenixLists},
    JsonFormatEntry{"Go stdouttrace exporter", recognisesGoConsole, makeGoConsole},
    JsonFormatEntry{"SigNoz JSON", recognisesSigNoz, makeSigNoz},
    JsonFormatEntry{"Datadog spans", recognisesDatadogSpans, makeDatadogSpans},
    JsonFormatEntry{"Datadog API", recognisesDatadogAnswer, makeDatadogAnswer},
    JsonFormatEntry{"New Relic trace JSON", recognisesNewRelic, makeNewRelic},
    JsonFormatEntry{"rows of OTLP spans", recognisesOtlpRows, makeOtlpRows},
};

const JsonFormatEntry* formatOf(const JsonOutline& document) {
    const auto* const found = std::find_if(formats.begin(), formats.end(), [&](const JsonFormatEntry& entry) {
        return entry.recognises(document);
    });
    return found == formats.end() ? nullptr : found;
}

class JsonDecoder {
public:
    JsonDecoder(DecodeContext& context, JsonWindow& window) : m_file(context, window) {}

    Result<DecodedFile> run();

private:
    /// The format of the document that stands next; nothing if it is of none.
    [[nodiscard]] JsonFormat* nextFormat();
    [[nodiscard]] JsonFormat& open(const JsonFormatEntry& entry);
    /// Makes this many bytes readable, if there are so many.
    void have(std::size_t count);
    /// How the document that stands next begins: its keys up to the first value that has structure.
    [[nodiscard]] std::string beginning();
    void skipUnknown();
    [[nodiscard]] DecodedFile finished();

    struct Opened {
        const JsonFormatEntry* entry;
        std::unique_ptr<JsonFormat> format;
    };

    JsonFile m_file;
    std::vector<Opened> m_formats; ///< in the order they came
    /// What documents that begin alike were found to be: a file's are alike, and looking closer at each takes
    /// longer than reading it.
    std::map<std::string, JsonFormat*> m_known;
    static constexpr std::size_t mostKnown = 1024; ///< a hostile file has as many beginnings as documents
};

Result<DecodedFile> JsonDecoder::run() {
    JsonWindow& window = m_file.window;
    window.onRead = [this] {
        if (m_file.context.progress) m_file.context.progress(m_file.window.bytesRead(), m_file.spans.count());
    };
    while (m_file.documents.next())
        if (JsonFormat* const format = nextFormat())
            format->readDocument();
        else
            skipUnknown();
    m_file.spans.finish(); // also what was read before the medium failed
    for (const Opened& opened : m_formats)
        opened.format->finish();
    if (window.error()) return fail(*window.error());
    return finished();
}

DecodedFile JsonDecoder::finished() {
    DecodedFile file{"empty", 0, m_file.spans.count() + m_file.spansOfPayloads, 1};
    const auto first = std::find_if(m_formats.begin(), m_formats.end(),
                                    [](const Opened& opened) { return opened.entry->holdsSpans; });
    if (first == m_formats.end()) return file;
    file.format = first->format->word();
    if (m_formats.size() > 1) return file; // a unit is only guessed where all spans have the same
    file.timeScale = m_file.spans.times().scale();
    countRescaled(m_file.context.problems, file);
    return file;
}

void JsonDecoder::have(std::size_t count) {
    while (m_file.window.size() < count && m_file.window.readMore()) {
    }
}

std::string JsonDecoder::beginning() {
    constexpr std::size_t longest = 512, mostKeys = 4;
    have(longest);
    const std::string_view text = m_file.window.text().substr(0, longest);
    const auto next = [text](std::size_t at) {
        return std::min(text.find_first_not_of(" \t\r\n,", at), text.size());
    };
    // Behind the string that begins here. One with an escape ends too early, in all that begin alike.
    const auto behind = [text](std::size_t quote) {
        return std::min(text.find('"', quote + 1), text.size() - 1) + 1;
    };
    std::string keys;
    std::size_t at = next(1);
    for (std::size_t key = 0; key < mostKeys && at < text.size() && text[at] == '"'; ++key) {
        const std::size_t end = behind(at);
        keys += text.substr(at, end - at);
        at = next(end);
        if (at == text.size() || text[at] != ':') break;
        at = next(at + 1);
        if (at == text.size() || text[at] == '{' || text[at] == '[') break;
        at = next(text[at] == '"' ? behind(at) : std::min(text.find_first_of(",}", at), text.size()));
    }
    return keys;
}

JsonFormat& JsonDecoder::open(const JsonFormatEntry& entry) {
    const auto opened = std::find_if(m_formats.begin(), m_formats.end(),
                                     [&](const Opened& other) { return other.entry == &entry; });
    if (opened != m_formats.end()) return *opened->format;
    return *m_formats.emplace_back(Opened{&entry, entry.make(m_file)}).format;
}

JsonFormat* JsonDecoder::nextFormat() {
    const std::string keys = beginning();
    if (const auto known = m_known.find(keys); known != m_known.end()) return known->second;
    constexpr std::size_t shortLook = std::size_t{64} << 10, longLook = std::size_t{1} << 20;
    for (const std::size_t look : {shortLook, longLook}) {
        have(look);
        const auto document = outlineOf(m_file.window.text().substr(0, look));
        if (const JsonFormatEntry* const entry = formatOf(document)) {
            JsonFormat& format = open(*entry);
            if (!keys.empty() && m_known.size() < mostKnown) m_known.emplace(keys, &format);
            return &format;
        }
        if (document.complete() || m_file.window.size() < look) break;
    }
    return nullptr;
}

void JsonDecoder::skipUnknown() {
    RecordProblems& problems = m_file.bench.problems;
    const FilePosition position = m_file.window.positionOf(m_file.scanner.offset());
    // Member by member, which notices sooner where a line was never finished than counting brackets does.
    std::string_view name;
    if (m_file.scanner.enterObject())
        while (m_file.scanner.nextMember(name))
            m_file.scanner.skipValue();
    if (m_file.scanner.failure() != ScanFailure::None) return; // which is counted
    problems.setPosition(position);
    problems.add(ProblemCode::UnknownRecord, [] { return "a JSON object that holds no spans"; });
}

} // namespace

std::span<const JsonFormatEntry> jsonFormats() { return formats; }

bool recognisesJson(const Sniff& sniff) {
    return sniff.anyDocument([](const JsonOutline& document) {
        const JsonFormatEntry* const entry = formatOf(document);
        return entry != nullptr && entry->holdsSpans;
    });
}

Result<DecodedFile> decodeJson(ByteSource& text, DecodeContext& context, WindowLimits limits) {
    JsonWindow window(text, limits, context.cancel);
    return JsonDecoder(context, window).run();
}

} // namespace hallway

#include "bench/DecodedCapture.h"

#include "bench/JaegerWriter.h"
#include "bench/OtlpLinesWriter.h"
#include "decode/FileContents.h"
#include "trace/KnownKeys.h"

#include <cstdlib>
#include <iostream>
#include <sstream>
#include <utility>

namespace hallway::bench {

namespace {

constexpr std::size_t spansPerLine = 512;

class Keeper final : public SpanSink {
public:
    explicit Keeper(std::vector<SpanBatch>& batches) : m_batches(batches) {}
    void accept(SpanBatch batch) override { m_batches.push_back(std::move(batch)); }

private:
    std::vector<SpanBatch>& m_batches;
};

} // namespace

std::string otlpJsonLines(const GeneratorOptions& options) {
    std::ostringstream out;
    OtlpLinesWriter writer(out, spansPerLine);
    generate(options, writer);
    return std::move(out).str();
}

std::string jaegerJson(const GeneratorOptions& options) {
    std::ostringstream out;
    JaegerWriter writer(out);
    generate(options, writer);
    return std::move(out).str();
}

DecodedCapture::DecodedCapture(std::string_view text) : DecodedCapture(*memorySource(text)) {}

DecodedCapture::DecodedCapture(ByteSource& source) {
    seedKnownKeys(m_strings);
    Keeper keeper(m_batches);
    ImportProblems problems;
    DecodeContext context{m_strings, m_resources, m_scopes, keeper, problems, {}, {}};
    if (!decodeFile(source, "generated", context) || !problems.list().empty()) {
        std::cerr << "hallway: the generated traces were not read cleanly\n";
        std::exit(1);
    }
    for (const SpanBatch& batch : m_batches) {
        m_spans += batch.spans.size();
    }
}

CallInput DecodedCapture::callInput() {
    CallInput input(m_strings, m_resources);
    std::size_t row = 0;
    for (const SpanBatch& batch : m_batches) {
        input.append(batch, StoreRow(row));
        row += batch.spans.size();
    }
    return input;
}

} // namespace hallway::bench

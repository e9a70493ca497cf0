#include "Decoded.h"

#include "trace/Event.h"
#include "trace/KnownKeys.h"

#include <algorithm>

namespace hallway {

Decoded::Decoded(ByteSource& source, WindowLimits limits) {
    seedKnownKeys(m_strings);
    DecodeContext context{m_strings, m_resources, m_scopes, *this, m_problems, {}, {}, 2};
    m_file = decodeFile(source, "file", context, limits);
}

void Decoded::accept(SpanBatch batch) {
    for (std::size_t i = 0; i < batch.spans.size(); ++i)
        m_places.push_back({m_batches.size(), i});
    m_batches.push_back(std::move(batch));
}

const SpanRecord& Decoded::span(std::size_t index) const {
    const Place place = m_places.at(index);
    return m_batches[place.batch].spans[place.span];
}

std::string Decoded::parent(std::size_t index) const {
    return span(index).parent.isZero() ? "" : textOf(span(index).parent, m_strings);
}

std::string Decoded::packed(std::string_view attributes) const {
    std::string list;
    AttributeReader reader(attributes, m_strings);
    while (const auto attribute = reader.next()) {
        if (!list.empty()) list += ' ';
        list += text(attribute->key) + '=';
        switch (attribute->type) {
        case ValueType::Null:
            list += "null";
            break;
        case ValueType::Double:
            list += textOf(*attribute) + 'd';
            break;
        case ValueType::PooledText:
        case ValueType::Text:
            list += '"' + textOf(*attribute) + '"';
            break;
        case ValueType::Bytes:
            list += "bytes:" + textOf(*attribute);
            break;
        case ValueType::Json:
            list += "json:" + textOf(*attribute);
            break;
        default:
            list += textOf(*attribute);
        }
    }
    return list;
}

std::string Decoded::attributes(std::size_t index) const {
    return packed(m_batches[m_places.at(index).batch].bytesOf(span(index).attributes));
}

std::string Decoded::events(std::size_t index) const {
    std::string list;
    std::string_view rest = m_batches[m_places.at(index).batch].bytesOf(span(index).events);
    while (const auto event = takeEvent(rest))
        list += (list.empty() ? "" : " ") + text(event->name) + '@' +
                std::to_string(nanosecondsOf(event->time)) + '{' + packed(event->attributes) + '}';
    return list;
}

std::string Decoded::links(std::size_t index) const {
    std::string list;
    std::string_view rest = m_batches[m_places.at(index).batch].bytesOf(span(index).links);
    while (const auto link = takeLink(rest))
        list += (list.empty() ? "" : " ") + textOf(link->trace, m_strings) + '/' +
                textOf(link->span, m_strings) + '{' + packed(link->attributes) + '}';
    return list;
}

std::string Decoded::scope(std::size_t index) const {
    const Scope& scope = m_scopes[span(index).scope];
    return text(scope.name) + ' ' + text(scope.version) + '{' + packed(scope.attributes) + '}';
}

Problem Decoded::problem(ProblemCode code) const {
    for (const Problem& problem : m_problems.list())
        if (problem.code == code) return problem;
    return {};
}

std::string Decoded::problems() const {
    std::string list;
    for (const Problem& problem : m_problems.list())
        list += (list.empty() ? "" : " ") + std::string(wordOf(problem.code)) + "×" +
                std::to_string(problem.count);
    return list;
}

std::string Decoded::everything() const {
    std::string all;
    for (std::size_t i = 0; i < size(); ++i) {
        const SpanRecord& record = span(i);
        for (const std::string& part :
             {trace(i), id(i), parent(i), name(i), std::to_string(start(i)), std::to_string(end(i)),
              service(i), scope(i), attributes(i), events(i), links(i), text(record.statusMessage),
              text(record.traceState), std::to_string(static_cast<int>(record.kind)),
              std::to_string(static_cast<int>(record.status)), std::to_string(record.flags.bits()),
              resourceAttributes(i)})
            all += part + '|';
        all += '\n';
    }
    return all;
}

Result<std::size_t> TricklingSource::read(std::span<char> buffer) {
    const std::size_t count = std::min({buffer.size(), m_step, m_rest.size()});
    std::copy_n(m_rest.begin(), count, buffer.begin());
    m_rest.remove_prefix(count);
    return count;
}

std::string otlpSpan(std::string_view members) {
    return R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},)"
           R"("scopeSpans":[{"scope":{"name":"lib"},"spans":[{"traceId":"5b8efff798038103d269b633813fc60c",)"
           R"("spanId":"eee19b7ec3c1b174","name":"op","startTimeUnixNano":"1000000000000000000",)"
           R"("endTimeUnixNano":"1000000000000000005")" +
           std::string(members.empty() ? "" : ",") + std::string(members) + "}]}]}]}";
}

std::string jaegerSpan(std::string_view members) {
    return R"({"data":[{"traceID":"00000000000000aa","spans":[{"traceID":"00000000000000aa","spanID":"01",)"
           R"("operationName":"op","startTime":1700000000000000,"duration":5,"processID":"p1")" +
           std::string(members.empty() ? "" : ",") + std::string(members) +
           R"(}],"processes":{"p1":{"serviceName":"shop","tags":[]}}}]})";
}

} // namespace hallway

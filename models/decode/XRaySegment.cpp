#include "decode/XRaySegment.h"

#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/JsonText.h"
#include "decode/OtlpValues.h"
#include "trace/KnownKeys.h"

#include <algorithm>

namespace hallway {

namespace {

constexpr int seconds = 9; ///< power of ten to nanoseconds
constexpr std::size_t maximumParts = 100'000;
constexpr std::int64_t tooManyRequests = 429;

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }
bool isTrue(JsonAny& value) { return textOrEmpty(value) == "true"; }

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return lower;
}

} // namespace

void XRayReader::read(std::string_view text, const SpanSlice& slice) {
    m_waiting.clear();
    m_waiting.push_back({std::string(text), {}, 0});
    m_parts = 1;
    m_service.clear();
    m_place.clear();
    m_trace = {};
    while (!m_waiting.empty()) {
        const Part part = std::move(m_waiting.front());
        m_waiting.pop_front();
        readPart(part, slice);
    }
}

void XRayReader::readPart(const Part& part, const SpanSlice& slice) {
    m_below.clear();
    m_exceptions.clear();
    m_name.clear();
    m_namespace.clear();
    m_type.clear();
    m_inProgress = m_isFault = m_isError = m_isThrottled = m_hasStatusCode = m_isHeader = false;
    m_span.begin(slice);
    m_span.record().parent = part.parent;
    const bool good = m_inner.read(part.text, [&](JsonObject object) {
        forEachMember(object,
                      [&](std::string_view name, JsonAny value) { readMember(name, value, part.depth); });
    });
    if (!good || (m_isHeader && m_name.empty())) return m_bench.assembler.drop();
    resolve(part);
    m_span.keep();
    const SpanId parent = m_span.record().id;
    for (Part& below : m_below) {
        below.parent = parent;
        m_waiting.push_back(std::move(below));
    }
}

TraceId XRayReader::traceOf(std::string_view text) {
    // "1-581cf771-a006649127e371903a2de979": a version, the time in seconds, the rest of the 16 bytes.
    constexpr std::size_t written = 35, dash = 10;
    StringPool& strings = m_bench.strings.pool();
    if (text.size() != written || !text.starts_with("1-") || text[dash] != '-')
        return traceIdOf(text, strings);
    return traceIdOf(std::string(text.substr(2, dash - 2)) += text.substr(dash + 1), strings);
}

void XRayReader::readMember(std::string_view name, JsonAny& value, int depth) {
    AttributeList& attributes = m_span.attributes();
    if (name == "id") {
        m_span.setId(textOrEmpty(value));
    } else if (name == "trace_id") {
        if (depth == 0) m_trace = traceOf(textOrEmpty(value));
    } else if (name == "parent_id") {
        if (const std::string_view text = textOrEmpty(value); !text.empty()) m_span.setParent(text);
    } else if (name == "name") {
        m_name = textOrEmpty(value);
    } else if (name == "start_time") {
        m_span.setStart(decimalInteger(textOrEmpty(value), seconds));
    } else if (name == "end_time") {
        if (const std::string_view text = textOrEmpty(value); !text.empty())
            m_span.setEnd(decimalInteger(text, seconds));
    } else if (name == "in_progress") {
        m_inProgress = isTrue(value);
    } else if (name == "fault") {
        m_isFault = isTrue(value);
    } else if (name == "error") {
        m_isError = isTrue(value);
    } else if (name == "throttle") {
        m_isThrottled = isTrue(value);
    } else if (name == "namespace") {
        m_namespace = textOrEmpty(value);
    } else if (name == "type") {
        m_type = textOrEmpty(value);
    } else if (name == "http") {
        readHttp(value);
    } else if (name == "aws") {
        readAws(value, depth);
    } else if (name == "sql") {
        readSql(value);
    } else if (name == "cause") {
        readCause(value);
    } else if (name == "annotations") {
        m_attributes.addMembers(value, attributes);
    } else if (name == "metadata") {
        forEachMember(value, [&](std::string_view key, JsonAny member) {
            m_attributes.add("metadata." + std::string(key), member, attributes);
        });
    } else if (name == "subsegments") {
        keepSubsegments(value, depth);
    } else if (name == "links") {
        forEachElement(value, [this](JsonAny link) { readLink(link); });
    } else if (name == "user") {
        m_attributes.add("enduser.id", value, attributes);
    } else if (name == "service" && depth == 0) {
        forEachMember(value, [&](std::string_view key, JsonAny member) {
            if (key == "version") m_place.emplace_back(idOf(KnownKey::ServiceVersion), textOrEmpty(member));
        });
    } else {
        m_isHeader |= name == "format" && depth == 0;
        m_attributes.add("aws.xray." + std::string(name), value, attributes);
    }
}

void XRayReader::keepSubsegments(JsonAny& list, int depth) {
    forEachElement(list, [&](JsonAny element) {
        if (depth >= maximumValueDepth) {
            m_bench.problems.add(ProblemCode::DeepNesting, [] {
                return "subsegments nested more than 64 levels deep; those below are left out";
            });
        } else if (m_parts >= maximumParts) {
            m_bench.problems.add(ProblemCode::BrokenRecord, [] {
                return "a segment with more than 100000 subsegments; the others are left out";
            });
        } else if (const JsonScalar part = scalarOf(element); part.kind != JsonKind::Object) {
            m_bench.problems.add(ProblemCode::BrokenRecord, [] { return "a subsegment that is no object"; });
        } else {
            ++m_parts;
            m_below.push_back({std::string(part.text), {}, depth + 1});
        }
    });
}

void XRayReader::readHttp(JsonAny& value) {
    forEachMember(value, [this](std::string_view name, JsonAny member) {
        if (name == "request")
            readRequest(member);
        else if (name == "response")
            readResponse(member);
    });
}

void XRayReader::readRequest(JsonAny& value) {
    forEachMember(value, [this](std::string_view name, JsonAny member) {
        const std::string key = name == "method"       ? "http.request.method"
                                : name == "url"        ? "url.full"
                                : name == "client_ip"  ? "client.address"
                                : name == "user_agent" ? "user_agent.original"
                                                       : "aws.xray." + std::string(name);
        m_attributes.add(key, member, m_span.attributes());
    });
}

void XRayReader::readResponse(JsonAny& value) {
    AttributeList& attributes = m_span.attributes();
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name != "status") {
            m_attributes.add(name == "content_length" ? "http.response.body.size"
                                                      : "aws.xray." + std::string(name),
                             member, attributes);
        } else if (const auto code = decimalInteger(textOrEmpty(member))) {
            m_hasStatusCode = true;
            attributes.addInt(idOf(KnownKey::HttpResponseStatusCode), *code);
        }
    });
}

void XRayReader::readAws(JsonAny& value, int depth) {
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (depth == 0 && name == "account_id") {
            m_place.emplace_back(m_span.resource().idOf("cloud.account.id"), textOrEmpty(member));
        } else if (depth == 0 && name == "ec2") {
            forEachMember(member, [this](std::string_view key, JsonAny part) {
                if (key == "instance_id")
                    m_place.emplace_back(idOf(KnownKey::HostId), textOrEmpty(part));
                else if (key == "availability_zone")
                    m_place.emplace_back(m_span.resource().idOf("cloud.availability_zone"),
                                         textOrEmpty(part));
            });
        } else if (member.kind() == JsonKind::Object) {
            m_attributes.addFlat("aws." + std::string(name), member, m_span.attributes());
        } else {
            m_attributes.add("aws." + std::string(name), member, m_span.attributes());
        }
    });
}

void XRayReader::readSql(JsonAny& value) {
    AttributeList& attributes = m_span.attributes();
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "database_type")
            attributes.addText(idOf(KnownKey::DbSystem), lowerCase(textOrEmpty(member)));
        else if (name == "sanitized_query")
            m_attributes.add("db.query.text", member, attributes);
        else if (name == "user")
            m_attributes.add("db.user", member, attributes);
        else if (name == "url" || name == "connection_string")
            m_attributes.add("db.connection_string", member, attributes);
        else
            m_attributes.add("aws.xray.sql." + std::string(name), member, attributes);
    });
}

void XRayReader::readCause(JsonAny& value) {
    const bool isObject = forEachMember(value, [this](std::string_view name, JsonAny member) {
        if (name != "exceptions") return;
        forEachElement(member, [this](JsonAny element) {
            Exception exception;
            const bool isException = forEachMember(element, [&](std::string_view key, JsonAny part) {
                if (key == "type")
                    exception.type = textOrEmpty(part);
                else if (key == "message")
                    exception.message = textOrEmpty(part);
                else if (key == "stack")
                    appendCompactJson(exception.stack, scalarOf(part).text);
            });
            if (isException) m_exceptions.push_back(std::move(exception));
        });
    });
    if (!isObject) m_attributes.add("aws.xray.cause", value, m_span.attributes()); // the id of another's
}

void XRayReader::readLink(JsonAny& value) {
    TraceId trace;
    SpanId span;
    AttributeList& attributes = m_span.beginInner();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "trace_id")
            trace = traceOf(textOrEmpty(member));
        else if (name == "id")
            span = spanIdOf(textOrEmpty(member), m_bench.strings.pool());
        else if (name == "attributes")
            m_attributes.addMembers(member, attributes);
    });
    if (isObject) m_span.addLink(trace, span);
}

void XRayReader::resolve(const Part& part) {
    SpanRecord& record = m_span.record();
    const bool isSegment = part.depth == 0 && m_type != "subsegment";
    if (isSegment) m_service = m_name;
    record.trace = m_trace;
    m_span.setName(m_name);
    m_span.setService(m_service);
    for (const auto& [key, text] : m_place)
        m_span.resource().addText(key, text);
    if (m_inProgress) record.end = {};
    resolveKind(isSegment);
    resolveStatus();
    addExceptions();
}

void XRayReader::resolveKind(bool isSegment) {
    SpanRecord& record = m_span.record();
    if (isSegment) {
        record.kind = SpanKind::Server;
    } else if (m_namespace == "remote" || m_namespace == "aws") {
        record.kind = SpanKind::Client;
        m_span.attributes().addText(idOf(KnownKey::PeerService), m_name);
    } else {
        record.kind = SpanKind::Internal;
    }
}

void XRayReader::resolveStatus() {
    SpanRecord& record = m_span.record();
    // A client's mistake is no failure of the server.
    const bool isOthersError = record.kind == SpanKind::Server;
    if (m_isFault || ((m_isError || m_isThrottled) && !isOthersError)) record.status = SpanStatus::Error;
    if (m_isThrottled && !m_hasStatusCode)
        m_span.attributes().addInt(idOf(KnownKey::HttpResponseStatusCode), tooManyRequests);
    if (m_isError && isOthersError)
        m_span.attributes().addBool(m_span.attributes().idOf("aws.xray.error"), true);
}

void XRayReader::addExceptions() {
    const SpanRecord& record = m_span.record();
    if (!m_exceptions.empty() && record.status == SpanStatus::Error)
        m_span.setStatusMessage(m_exceptions.front().message);
    for (const Exception& exception : m_exceptions) {
        AttributeList& attributes = m_span.beginInner();
        if (!exception.type.empty()) attributes.addText(idOf(KnownKey::ExceptionType), exception.type);
        if (!exception.message.empty())
            attributes.addText(idOf(KnownKey::ExceptionMessage), exception.message);
        if (!exception.stack.empty())
            attributes.addJson(attributes.idOf("exception.stacktrace"), exception.stack);
        m_span.addEvent("exception", std::max(record.start, record.end));
    }
}

void XRaySegmentReader::read(std::string_view json, const SpanSlice& slice) { m_segments.read(json, slice); }

void XRayDocumentReader::read(std::string_view json, const SpanSlice& slice) {
    std::string document;
    const bool good =
        m_elements.read({json, slice.position.offset, slice.hasEscapes}, [&](JsonObject object) {
            forEachMember(object, [&](std::string_view name, JsonAny value) {
                if (name == "Document") document = textOrEmpty(value);
            });
        });
    if (good) m_segments.read(document, slice);
}

} // namespace hallway

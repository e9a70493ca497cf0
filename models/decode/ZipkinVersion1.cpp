#include "decode/ZipkinVersion1.h"

#include "decode/DecimalText.h"

#include <array>

namespace hallway {

namespace {

constexpr std::size_t maximumSides = 64; // real records have two at most

enum class Core : std::uint8_t { Cs, Cr, Sr, Ss, Ms, Mr, Ws, Wr, None };
constexpr std::array<std::string_view, 8> coreWords{"cs", "cr", "sr", "ss", "ms", "mr", "ws", "wr"};

Core coreOf(const Version1Annotation& annotation) {
    if (!annotation.endpoint.isGiven) return Core::None;
    for (std::size_t i = 0; i < coreWords.size(); ++i)
        if (annotation.value == coreWords[i]) return static_cast<Core>(i);
    return Core::None;
}

bool isAddress(const Version1Tag& tag) {
    return tag.endpoint.isGiven &&
           (tag.value.kind == JsonKind::True || equalIgnoringCase(tag.value.text, "true"));
}

class Splitting {
public:
    Splitting(const Version1Record& record, ZipkinContent& content) : m_record(record), m_content(content) {}

    void run() {
        for (const Version1Annotation& annotation : m_record.annotations)
            take(annotation);
        addLostBegins();
        timeCalls();
        timeMessages();
        for (const Version1Tag& tag : m_record.tags)
            take(tag);
        nameOthers();
    }

private:
    /// When a word was said and by which side.
    struct Moment {
        std::int64_t time = 0;
        ZipkinEndpoint endpoint;
        bool isThere = false;
    };

    [[nodiscard]] Moment& at(Core core) { return m_moments[static_cast<std::size_t>(core)]; }
    [[nodiscard]] ZipkinSide& side(std::size_t index) { return m_content.sides[index]; }
    /// The side that an endpoint belongs to; what has none belongs to the first.
    [[nodiscard]] std::size_t sideOf(const ZipkinEndpoint& endpoint);
    [[nodiscard]] ZipkinSide& sideOf(const Moment& moment) { return side(sideOf(moment.endpoint)); }
    [[nodiscard]] ZipkinSide& addSide(const ZipkinEndpoint& endpoint);

    void take(const Version1Annotation& annotation);
    void take(const Version1Tag& tag);
    void addLostBegins();
    void timeCalls();
    void timeIncomplete();
    void timeMessages();
    void timeFrom(const Moment& begin, const Moment& end);
    /// The receiving side of two that are told in one record; its own one where a service talks to itself.
    [[nodiscard]] ZipkinSide& receiverOf(const Moment& sent, const Moment& received, SpanKind sender,
                                         SpanKind receiver);
    void keepAsEvent(Core core);
    void nameOthers();

    const Version1Record& m_record;
    ZipkinContent& m_content;
    std::array<Moment, coreWords.size()> m_moments;
    ZipkinEndpoint m_client, m_server, m_broker; ///< ca, sa, ma
};

std::size_t Splitting::sideOf(const ZipkinEndpoint& endpoint) {
    if (!endpoint.isGiven) return 0;
    for (std::size_t index = 0; index < m_content.sides.size(); ++index) {
        ZipkinSide& candidate = side(index);
        if (!candidate.local.isGiven) candidate.local = endpoint;
        if (candidate.local.service == endpoint.service) return index;
    }
    if (m_content.sides.size() == maximumSides) return 0;
    (void)addSide(endpoint);
    return m_content.sides.size() - 1;
}

ZipkinSide& Splitting::addSide(const ZipkinEndpoint& endpoint) {
    ZipkinSide& added = m_content.sides.emplace_back();
    added.local = endpoint;
    return added;
}

void Splitting::take(const Version1Annotation& annotation) {
    const std::size_t index = sideOf(annotation.endpoint);
    const Core core = coreOf(annotation);
    if (core == Core::None) {
        m_content.annotations.push_back({annotation.time, annotation.value, index});
        return;
    }
    at(core) = {annotation.time, annotation.endpoint, true};
    if (core == Core::Cs || core == Core::Cr) side(index).kind = SpanKind::Client;
    if (core == Core::Sr || core == Core::Ss) side(index).kind = SpanKind::Server;
    if (core == Core::Ms) side(index).kind = SpanKind::Producer;
    if (core == Core::Mr) side(index).kind = SpanKind::Consumer;
}

/// An end that lies where the record's own times end tells the begin as well.
void Splitting::addLostBegins() {
    if (m_record.start == 0 || m_record.duration == 0) return;
    for (const auto& [first, last] : {std::pair{Core::Cs, Core::Cr}, std::pair{Core::Sr, Core::Ss}})
        if (!at(first).isThere && at(last).isThere && at(last).time - m_record.start == m_record.duration)
            at(first) = {m_record.start, at(last).endpoint, true};
}

/// The record's own times are those of the side that made the span; else its annotations tell them.
void Splitting::timeFrom(const Moment& begin, const Moment& end) {
    ZipkinSide& timed = sideOf(begin);
    const bool hasOwn = m_record.start != 0 && m_record.duration != 0;
    timed.start = hasOwn ? m_record.start : begin.time;
    if (hasOwn)
        timed.duration = m_record.duration;
    else if (end.isThere)
        timed.duration = end.time - begin.time;
}

ZipkinSide& Splitting::receiverOf(const Moment& sent, const Moment& received, SpanKind sender,
                                  SpanKind receiver) {
    if (sent.endpoint.service != received.endpoint.service) return sideOf(received);
    sideOf(sent).kind = sender;
    ZipkinSide& added = addSide(received.endpoint);
    added.kind = receiver;
    return added;
}

void Splitting::timeCalls() {
    const Moment cs = at(Core::Cs), cr = at(Core::Cr), sr = at(Core::Sr), ss = at(Core::Ss);
    if (cs.isThere && sr.isThere) {
        timeFrom(cs, cr);
        ZipkinSide& server = receiverOf(cs, sr, SpanKind::Client, SpanKind::Server);
        server.shared = true;
        server.start = sr.time;
        server.duration.reset();
        if (ss.isThere) server.duration = ss.time - sr.time;
        return;
    }
    if (cs.isThere && cr.isThere)
        timeFrom(cs, cr);
    else if (sr.isThere && ss.isThere)
        timeFrom(sr, ss);
    else
        timeIncomplete();
    // Only the side that made a span states its times: a server that does not was given the span's id.
    if (sr.isThere && (m_record.start == 0 || (ss.isThere && m_record.duration == 0)))
        sideOf(sr).shared = true;
}

void Splitting::keepAsEvent(Core core) {
    const Moment& moment = at(core);
    if (moment.isThere)
        m_content.annotations.push_back(
            {moment.time, coreWords[static_cast<std::size_t>(core)], sideOf(moment.endpoint)});
}

void Splitting::timeIncomplete() {
    if (at(Core::Cs).isThere) sideOf(at(Core::Cs)).start = at(Core::Cs).time;
    if (at(Core::Sr).isThere) sideOf(at(Core::Sr)).start = at(Core::Sr).time;
    keepAsEvent(Core::Cr);
    keepAsEvent(Core::Ss);
    if (m_record.start == 0) return;
    side(0).start = m_record.start;
    if (m_record.duration != 0) side(0).duration = m_record.duration;
}

void Splitting::timeMessages() {
    const Moment ms = at(Core::Ms), mr = at(Core::Mr), ws = at(Core::Ws), wr = at(Core::Wr);
    if (ms.isThere && mr.isThere) {
        ZipkinSide& consumer = receiverOf(ms, mr, SpanKind::Producer, SpanKind::Consumer);
        consumer.shared = true;
        consumer.start = wr.isThere ? wr.time : mr.time;
        consumer.duration.reset();
        if (wr.isThere) consumer.duration = mr.time - wr.time;
        ZipkinSide& producer = sideOf(ms);
        producer.start = ms.time;
        producer.duration.reset();
        if (ws.isThere) producer.duration = ws.time - ms.time;
    } else if (ms.isThere) {
        timeFrom(ms, ws);
    } else if (mr.isThere && wr.isThere) {
        timeFrom(wr, mr);
    } else if (mr.isThere) {
        timeFrom(mr, {});
    } else {
        keepAsEvent(Core::Ws);
        keepAsEvent(Core::Wr);
    }
}

void Splitting::take(const Version1Tag& tag) {
    if (isAddress(tag)) {
        if (tag.name == "ca") m_client = tag.endpoint;
        if (tag.name == "sa") m_server = tag.endpoint;
        if (tag.name == "ma") m_broker = tag.endpoint;
        if (tag.name == "ca" || tag.name == "sa" || tag.name == "ma") return;
    }
    const std::size_t index = sideOf(tag.endpoint);
    const bool isMark = tag.name == "lc" && tag.value.kind == JsonKind::Text && tag.value.text.empty();
    if (!isMark) m_content.tags.push_back({tag.key, tag.value, index});
}

/// What the address tags say about the other end of each side.
void Splitting::nameOthers() {
    const Moment& begun = at(Core::Cs).isThere ? at(Core::Cs) : at(Core::Cr);
    const Moment& served = at(Core::Sr).isThere ? at(Core::Sr) : at(Core::Ss);
    if (!begun.isThere && !served.isThere && (m_client.isGiven || m_server.isGiven)) {
        if (m_client.isGiven && m_server.isGiven) {
            side(sideOf(m_client)).remote = m_server;
        } else if (m_server.isGiven) {
            side(0).remote = m_server; // it alone does not make a client
        } else {
            side(0).kind = SpanKind::Server;
            side(0).remote = m_client;
        }
    } else {
        if (m_client.isGiven && served.isThere) {
            ZipkinEndpoint caller = m_client;
            // A socket of the server's own, under its name: only the address is the caller's.
            if (caller.service == served.endpoint.service) caller.service = {};
            sideOf(served).remote = caller;
        }
        if (m_server.isGiven && begun.isThere) sideOf(begun).remote = m_server;
    }
    if (!m_broker.isGiven) return;
    for (const Core core : {Core::Ms, Core::Mr})
        if (at(core).isThere) sideOf(at(core)).remote = m_broker;
}

} // namespace

void splitVersion1(const Version1Record& record, ZipkinContent& content) {
    content.sides.assign(1, {});
    Splitting(record, content).run();
}

} // namespace hallway

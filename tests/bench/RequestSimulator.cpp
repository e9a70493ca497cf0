#include "bench/RequestSimulator.h"

#include <algorithm>
#include <utility>

namespace hallway::bench {

namespace {

using namespace std::chrono_literals;

constexpr Duration network = 400us;       // median, one way
constexpr Duration acquirerPatience = 1s; // after which a call of an external API is given up
constexpr unsigned coldStartPermille = 120;
constexpr unsigned refusedPermille = 120; // of an ailing external API's failures: answered with 503 at once
constexpr unsigned deadlockPermille = 2;  // of writes to PostgreSQL

constexpr Failure timedOut{504, 4, "timeout", "no answer within 1.00 s"};
constexpr Failure refused{503, 14, "503", "Service Unavailable"};
constexpr Failure deadlock{500, 13, "SerializationFailure",
                           "could not serialize access due to concurrent update"};
constexpr Failure notFound{404, 5, "404", "no such item"};
constexpr Failure crashed{500, 13, "IllegalStateException", "unexpected state"};
constexpr Failure overloaded{503, 14, "UNAVAILABLE", "too many open requests"};

/// What a service answers when something it needed has failed.
Failure passedOn(const Failure& cause) {
    if (cause.http == 504) {
        return {504, 4, "UpstreamTimeout", "upstream request timeout"};
    }
    return {502, 14, "UpstreamError", "upstream request failed"};
}

} // namespace

RequestSimulator::RequestSimulator(const Topology& topology, const Population& population, TimeRange incident,
                                   bool lean, Random random)
    : m_topology(topology), m_population(population), m_incident(incident), m_lean(lean), m_random(random) {}

Style RequestSimulator::styleOf(std::size_t resource) const {
    const std::size_t service = m_population.resources()[resource].service;
    return {m_topology.services[service].dialect, m_lean};
}

RequestSimulator::Trouble RequestSimulator::troubleOf(std::size_t resource, Timestamp time) const {
    Trouble trouble;
    if (!m_incident.contains(time)) return trouble;
    const Resource& instance = m_population.resources()[resource];
    const auto isHit = [&instance](const Fault& fault) {
        if (!fault.service.empty() && fault.service != instance.serviceName) return false;
        return fault.attribute.empty() || std::any_of(instance.attributes.begin(), instance.attributes.end(),
                                                      [&](const Attribute& held) {
                                                          return held.key == fault.attribute &&
                                                                 held.value == AttributeValue(fault.value);
                                                      });
    };
    for (const Fault& fault : m_topology.faults) {
        if (!isHit(fault)) continue;
        trouble.slowdown = std::max(trouble.slowdown, fault.slowdown);
        trouble.failPermille = std::max(trouble.failPermille, fault.failPermille);
    }
    return trouble;
}

Traces RequestSimulator::request(std::size_t endpoint, Timestamp start) {
    const Endpoint& asked = m_topology.services.front().endpoints[endpoint];
    const TraceId trace{m_random.next(), m_random.next()};
    const Index root = open(trace, 0, m_population.pick(0, m_random), asked.name, Kind::Server, start);
    describeUser(m_spans[root], styleOf(m_spans[root].resource), m_random);
    work(root, asked);

    // Deliveries by parent belong to this trace; those by link are read before the spans are handed over.
    std::vector<Delivery> linked;
    while (!m_delivered.empty()) {
        const Delivery delivery = m_delivered.back();
        m_delivered.pop_back();
        if (m_topology.topics[delivery.topic].consumers[delivery.consumer].byLink) {
            linked.push_back(delivery);
        } else {
            consume(delivery, false);
        }
    }
    Traces traces(1);
    const std::vector<Span> producers = m_spans;
    traces.front() = take();
    for (const Delivery& delivery : linked) {
        m_spans = {producers[delivery.producer]};
        consume({0, delivery.topic, delivery.consumer, delivery.arrival}, true);
        m_spans.erase(m_spans.begin());
        traces.push_back(take());
        m_delivered.clear(); // consumers publish nothing in turn
    }
    return traces;
}

std::vector<Span> RequestSimulator::requestWithin(const Span& job, std::size_t endpoint, Timestamp start) {
    m_spans = {job};
    const Endpoint& asked = m_topology.services.front().endpoints[endpoint];
    const Index client = openChild(0, asked.name, Kind::Client, start);
    const Answer answer = handle(0, endpoint, client, start + m_random.around(network));
    describeClient(m_spans[client], styleOf(job.resource), m_topology.services.front(), asked,
                   answer.failure);
    close(client, answer.end + m_random.around(network), answer.failure, false);
    while (!m_delivered.empty()) {
        const Delivery delivery = m_delivered.back();
        m_delivered.pop_back();
        consume(delivery, false);
    }
    m_spans.erase(m_spans.begin());
    return take();
}

Span RequestSimulator::single(const Span* parent, std::string name, Timestamp start, Duration median) {
    const TraceId trace = parent ? parent->trace : TraceId{m_random.next(), m_random.next()};
    const std::size_t resource = parent ? parent->resource : m_population.pick(0, m_random);
    const Index made = open(trace, parent ? parent->id : 0, resource, std::move(name),
                            parent ? Kind::Internal : Kind::Server, start);
    close(made, start + m_random.around(median), std::nullopt, false);
    return take().front();
}

RequestSimulator::Index RequestSimulator::open(TraceId trace, SpanId parent, std::size_t resource,
                                               std::string name, Kind kind, Timestamp start) {
    Span span;
    span.trace = trace;
    span.id = std::max<SpanId>(m_random.next(), 1);
    span.parent = parent;
    span.resource = resource;
    span.name = std::move(name);
    span.kind = kind;
    span.start = start;
    m_spans.push_back(std::move(span));
    return m_spans.size() - 1;
}

RequestSimulator::Index RequestSimulator::openChild(Index parent, std::string name, Kind kind,
                                                    Timestamp start) {
    const TraceId trace = m_spans[parent].trace;
    return open(trace, m_spans[parent].id, m_spans[parent].resource, std::move(name), kind, start);
}

void RequestSimulator::close(Index index, Timestamp end, const Outcome& outcome, bool startedHere) {
    Span& span = m_spans[index];
    const Style style = styleOf(span.resource);
    span.end = end;
    if (outcome) {
        fail(span, style, *outcome, startedHere);
    }
    fillUp(span, style, m_random);
}

/// The steps of an endpoint, one after the other, under its server or consumer span, which is closed.
RequestSimulator::Answer RequestSimulator::work(Index span, const Endpoint& endpoint) {
    const std::size_t service = m_population.resources()[m_spans[span].resource].service;
    const Trouble trouble = troubleOf(m_spans[span].resource, m_spans[span].start);
    Timestamp now = m_spans[span].start + m_random.around(endpoint.work * trouble.slowdown);
    Timestamp previous = now;
    Outcome failure;
    bool startedHere = false;
    if (m_random.chance(endpoint.failPermille)) {
        const bool reads = endpoint.name.starts_with("GET ") && m_random.chance(700);
        failure = reads ? notFound : m_random.chance(500) ? overloaded : crashed;
        startedHere = true;
    } else if (trouble.failPermille > 0 && m_random.chance(trouble.failPermille)) {
        failure = crashed;
        startedHere = true;
    }
    for (const Step& step : endpoint.steps) {
        if (failure) {
            break;
        }
        if (!m_random.chance(step.permille)) {
            continue;
        }
        const Timestamp start = step.besideThePrevious ? previous : now;
        Answer answer{start, std::nullopt};
        for (unsigned turn = 0; turn < step.repeat && !answer.failure; ++turn) {
            answer = run(span, step, answer.end);
        }
        previous = start;
        now = std::max(now, answer.end);
        if (answer.failure && !step.swallowsFailure) {
            failure = passedOn(*answer.failure);
        }
    }
    const Timestamp end = now + m_random.around(endpoint.work / 2);
    if (m_spans[span].kind == Kind::Server) {
        const Style style = styleOf(m_spans[span].resource);
        describeServer(m_spans[span], style, m_topology.services[service], endpoint, failure);
    }
    close(span, end, failure, startedHere);
    return {end, failure};
}

RequestSimulator::Answer RequestSimulator::handle(std::size_t service, std::size_t endpoint, Index client,
                                                  Timestamp arrival) {
    const Endpoint& asked = m_topology.services[service].endpoints[endpoint];
    const TraceId trace = m_spans[client].trace;
    const Index server = open(trace, m_spans[client].id, m_population.pick(service, m_random), asked.name,
                              Kind::Server, arrival);
    return work(server, asked);
}

/// A step with its retries: siblings under `parent`, each begun a moment after the one before has failed.
RequestSimulator::Answer RequestSimulator::run(Index parent, const Step& step, Timestamp start) {
    Answer answer = attempt(parent, step, start, 0);
    for (unsigned again = 1; again <= step.retries && answer.failure && answer.failure->http >= 500;
         ++again) {
        answer = attempt(parent, step, answer.end + m_random.around(Duration(80ms) * static_cast<int>(again)),
                         again);
    }
    return answer;
}

RequestSimulator::Answer RequestSimulator::attempt(Index parent, const Step& step, Timestamp start,
                                                   unsigned number) {
    switch (step.kind) {
    case Step::Kind::Call:
        return call(parent, step, start, number);
    case Step::Kind::Query:
        return query(parent, step, start);
    case Step::Kind::External:
        return external(parent, step, start, number);
    case Step::Kind::Invoke:
        return invoke(parent, step, start);
    case Step::Kind::Publish:
        return publish(parent, step, start);
    case Step::Kind::Compute:
        break;
    }
    return compute(parent, step, start);
}

RequestSimulator::Answer RequestSimulator::call(Index parent, const Step& step, Timestamp start,
                                                unsigned number) {
    const Service& callee = m_topology.services[step.targetIndex];
    const Endpoint& endpoint = callee.endpoints[step.operationIndex];
    const Index client = openChild(parent, endpoint.name, Kind::Client, start);
    const Answer answer =
        handle(step.targetIndex, step.operationIndex, client, start + m_random.around(network));
    const Style style = styleOf(m_spans[client].resource);
    const Timestamp end = answer.end + m_random.around(network);
    describeClient(m_spans[client], style, callee, endpoint, answer.failure);
    describeRetry(m_spans[client], style, number);
    close(client, end, answer.failure, false);
    return {end, answer.failure};
}

RequestSimulator::Answer RequestSimulator::query(Index parent, const Step& step, Timestamp start) {
    const Peer& peer = m_topology.peers[step.targetIndex];
    const Index client = openChild(parent, step.operation, Kind::Client, start);
    const bool writes = peer.kind == Peer::Kind::Postgres && !step.operation.starts_with("SELECT");
    const Outcome outcome = writes && m_random.chance(deadlockPermille) ? Outcome(deadlock) : std::nullopt;
    const int slowdown = std::max(m_incident.contains(start) ? peer.slowdown : 1,
                                  troubleOf(m_spans[client].resource, start).slowdown);
    const Duration median = peer.median * slowdown;
    const Timestamp end = start + m_random.around(median);
    describeQuery(m_spans[client], styleOf(m_spans[client].resource), peer, step.operation, outcome);
    close(client, end, outcome, true);
    return {end, outcome};
}

RequestSimulator::Answer RequestSimulator::external(Index parent, const Step& step, Timestamp start,
                                                    unsigned number) {
    const Peer& peer = m_topology.peers[step.targetIndex];
    const Index client = openChild(parent, step.operation, Kind::Client, start);
    const Style style = styleOf(m_spans[client].resource);
    Outcome outcome;
    Timestamp end = start + std::min(m_random.around(peer.median), acquirerPatience - Duration(20ms));
    if (m_incident.contains(start) && m_random.chance(peer.incidentFailPermille)) {
        const bool answered = m_random.chance(refusedPermille);
        outcome = answered ? refused : timedOut;
        end = start + (answered ? m_random.around(120ms) : acquirerPatience + m_random.around(600us));
    }
    describeExternal(m_spans[client], style, peer, step.operation, outcome);
    describeRetry(m_spans[client], style, number);
    close(client, end, outcome, true);
    return {end, outcome};
}

RequestSimulator::Answer RequestSimulator::invoke(Index parent, const Step& step, Timestamp start) {
    const Peer& peer = m_topology.peers[step.targetIndex];
    const Index client = openChild(parent, step.operation, Kind::Client, start);
    const Timestamp end = start + m_random.around(peer.median);
    describeInvocation(m_spans[client], styleOf(m_spans[client].resource), peer);
    close(client, end, std::nullopt, false);
    return {end, std::nullopt};
}

RequestSimulator::Answer RequestSimulator::publish(Index parent, const Step& step, Timestamp start) {
    const Topic& topic = m_topology.topics[step.targetIndex];
    const Index producer = openChild(parent, step.operation + " " + topic.name, Kind::Producer, start);
    const std::size_t resource = m_spans[producer].resource;
    const Service& service = m_topology.services[m_population.resources()[resource].service];
    const Timestamp end = start + m_random.around(2ms);
    describeMessage(m_spans[producer], styleOf(resource), topic, service);
    close(producer, end, std::nullopt, false);
    for (std::size_t consumer = 0; consumer < topic.consumers.size(); ++consumer) {
        m_delivered.push_back({producer, step.targetIndex, consumer, end + m_random.around(25ms)});
    }
    return {end, std::nullopt};
}

RequestSimulator::Answer RequestSimulator::compute(Index parent, const Step& step, Timestamp start) {
    const Index span = openChild(parent, step.operation, Kind::Internal, start);
    const Timestamp end = start + m_random.around(step.work);
    close(span, end, std::nullopt, false);
    return {end, std::nullopt};
}

void RequestSimulator::consume(const Delivery& delivery, bool byLink) {
    const Topic& topic = m_topology.topics[delivery.topic];
    const Consumer& consumer = topic.consumers[delivery.consumer];
    const Service& service = m_topology.services[consumer.serviceIndex];
    const Endpoint& endpoint = service.endpoints[consumer.endpointIndex];
    const TraceId sent = m_spans[delivery.producer].trace;
    const SpanId sender = m_spans[delivery.producer].id;
    const std::size_t resource = m_population.pick(consumer.serviceIndex, m_random);
    const TraceId trace = byLink ? TraceId{m_random.next(), m_random.next()} : sent;
    const Index span =
        open(trace, byLink ? 0 : sender, resource, endpoint.name, Kind::Consumer, delivery.arrival);
    if (byLink) {
        m_spans[span].links.push_back({sent, sender});
    }
    describeMessage(m_spans[span], styleOf(resource), topic, service);
    if (service.function) {
        describeColdStart(m_spans[span], m_random.chance(coldStartPermille));
    }
    work(span, endpoint);
}

/// The spans made since the last time, as their hosts' clocks saw them.
std::vector<Span> RequestSimulator::take() {
    for (Span& span : m_spans) {
        const Duration error = m_population.resources()[span.resource].clockError;
        span.start += error;
        span.end += error;
        for (Event& event : span.events) {
            event.time += error;
        }
    }
    return std::exchange(m_spans, {});
}

} // namespace hallway::bench

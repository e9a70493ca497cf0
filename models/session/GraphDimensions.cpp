// What attributes say about nodes and calls: groups of services, queues of messages.
#include "session/GraphSubject.h"

#include <array>
#include <map>
#include <unordered_map>

namespace hallway {

namespace {

constexpr std::array<std::string_view, 7> destinationKeys{"messaging.destination.template",
                                                          "messaging.destination.name",
                                                          "messaging.destination",
                                                          "message_bus.destination",
                                                          "kafka.topic",
                                                          "rabbit.queue",
                                                          "messaging.system"};
constexpr std::size_t systemKey = destinationKeys.size() - 1;
/// Of queues made for one answer only: their names would be one node each.
constexpr std::array<std::string_view, 2> passingKeys{"messaging.destination.temporary",
                                                      "messaging.destination.anonymous"};

/// The messages between two services, and the span of each that tells the destination: the producer's, as
/// virtual queues are named, else the consumer's.
class Messages {
public:
    explicit Messages(const Capture& capture) : m_calls(capture.calls()), m_wanted(capture.spans().size()) {
        for (const Edge& edge : m_calls.edges) {
            if (edge.callClass != CallClass::Messaging || isQueue(edge.caller) || isQueue(edge.callee))
                continue;
            for (std::size_t at = edge.firstCall; at < edge.firstCall + edge.callCount; ++at) {
                for (const SpanRow span : {m_calls.client[at], m_calls.server[at]})
                    if (span.valid()) m_wanted.insert(span);
                m_rows.push_back({CallRow(at), edge.caller});
            }
        }
    }

    struct Message {
        CallRow call;
        NodeId producer;
    };
    [[nodiscard]] const std::vector<Message>& all() const { return m_rows; }
    [[nodiscard]] const SpanSet& spans() const { return m_wanted; }

private:
    [[nodiscard]] bool isQueue(NodeId node) const {
        return m_calls.nodes[node.index()].kind == NodeKind::Queue;
    }
    const CallTable& m_calls;
    SpanSet m_wanted;
    std::vector<Message> m_rows;
};

/// Values of the attributes above by span.
class DestinationColumns {
public:
    explicit DestinationColumns(std::vector<AttributeColumn> columns) : m_columns(std::move(columns)) {}

    [[nodiscard]] std::string_view name(SpanRow span) const {
        if (!span.valid() || isPassing(span)) return {};
        for (std::size_t i = 0; i < systemKey; ++i)
            if (const std::string_view text = textAt(i, span); !text.empty()) return text;
        return {};
    }
    [[nodiscard]] std::string_view system(SpanRow span) const {
        return span.valid() ? textAt(systemKey, span) : std::string_view();
    }

private:
    [[nodiscard]] std::string_view textAt(std::size_t column, SpanRow span) const {
        const AttributeColumn& values = m_columns[column];
        const std::uint32_t value = values.of[span.index()];
        return value < values.values.size() ? std::string_view(values.values[value].text)
                                            : std::string_view();
    }
    [[nodiscard]] bool isPassing(SpanRow span) const {
        for (std::size_t i = destinationKeys.size(); i < m_columns.size(); ++i)
            if (textAt(i, span) == "true") return true;
        return false;
    }
    std::vector<AttributeColumn> m_columns;
};

} // namespace

Result<NodeGroups> groupsOf(const Capture& capture, const std::string& key, const CancelToken& cancel) {
    const AttributeName name{AttributeName::Place::Resource, key};
    auto columns = capture.columns({&name, 1}, nullptr, cancel);
    if (!columns) return fail(columns.error());
    const AttributeColumn& column = columns->front();
    const SpanTable& spans = capture.spans();
    std::map<std::pair<NodeId, std::uint32_t>, std::uint64_t> counts;
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (column.of[row] < column.values.size()) ++counts[{spans.node[row], column.of[row]}];
    std::vector<GroupVote> votes;
    for (const auto& [held, count] : counts)
        if (const std::string& value = column.values[held.second].text; !value.empty())
            votes.push_back({held.first, value, count});
    return groupsOf(key, capture.calls().nodes, std::move(votes));
}

Result<CallDestinations> destinationsOf(const Capture& capture, const CancelToken& cancel) {
    CallDestinations destinations;
    destinations.of.assign(capture.calls().size(), CallDestinations::none);
    const Messages messages(capture);
    if (messages.all().empty()) return destinations;
    std::vector<AttributeName> names;
    for (const std::string_view key : destinationKeys)
        names.push_back({AttributeName::Place::Span, std::string(key)});
    for (const std::string_view key : passingKeys)
        names.push_back({AttributeName::Place::Span, std::string(key)});
    auto columns = capture.columns(names, &messages.spans(), cancel);
    if (!columns) return fail(columns.error());
    const DestinationColumns values(std::move(*columns));

    std::unordered_map<std::string, std::uint32_t> known;
    const CallTable& calls = capture.calls();
    for (const auto& [call, producer] : messages.all()) {
        const SpanRow client = calls.client[call.index()], server = calls.server[call.index()];
        std::string name(values.name(client));
        if (name.empty()) name = values.name(server);
        std::string system(values.system(client));
        if (system.empty()) system = values.system(server);
        if (name.empty())
            name = system.empty() ? "unknown (" + calls.nodes[producer.index()].label + ")" : system;
        const auto [found, isNew] =
            known.emplace(std::move(name), static_cast<std::uint32_t>(destinations.queues.size()));
        if (isNew) destinations.queues.push_back({found->first, std::move(system)});
        destinations.of[call.index()] = found->second;
    }
    return destinations;
}

} // namespace hallway

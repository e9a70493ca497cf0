#include "cli/SourceArgument.h"

#include "cli/NodeArgument.h"

namespace hallway::cli {

SourceOptions::SourceOptions(Parser& parser) {
    parser.app()
        .add_option("--edge", m_edge, "The calls of an edge: caller and callee, parted by a colon")
        ->type_name("A:B");
    std::vector<std::pair<std::string, std::optional<CallClass>>> classes;
    for (const CallClass callClass : {CallClass::Rpc, CallClass::Messaging, CallClass::Database,
                                      CallClass::Function, CallClass::External, CallClass::Unpaired})
        classes.emplace_back(wordOf(callClass), callClass);
    parser.addChoice<std::optional<CallClass>>("--class", m_class, std::move(classes),
                                               "Where the two have edges of several classes");
    parser.app().add_option("--service", m_service, "The requests of a service")->type_name("A");
    parser.app()
        .add_option("--operation", m_operation, "Of these the ones whose span has this name")
        ->type_name("NAME");
}

std::optional<Error> SourceOptions::check() const {
    if (m_edge.empty() || m_service.empty()) return std::nullopt;
    return Error{ErrorCode::BadArgument, {"--service", m_service, "not given beside --edge"}, std::nullopt};
}

Result<CallSource> SourceOptions::source(const Capture& capture) const {
    CallSource source;
    if (!m_edge.empty()) {
        const auto edge = findEdge(capture.calls(), m_edge, m_class);
        if (!edge) return fail(edge.error());
        source.edge = *edge;
    } else if (!m_service.empty()) {
        const auto node = findNode(capture.calls(), m_service);
        if (!node) return fail(node.error());
        source.node = *node;
    }
    if (m_operation.empty()) return source;
    source.operation = capture.strings().find(m_operation);
    if (!source.operation.valid() || callsOf(source, capture.calls(), capture.spans(), {}).empty())
        return fail(ErrorCode::BadArgument,
                    {"--operation", m_operation, "the name of a span of these calls"});
    return source;
}

std::string nameOf(const CallSource& source, const Capture& capture) {
    const CallTable& calls = capture.calls();
    std::string name = "requests";
    if (source.edge) {
        const Edge& edge = calls.edges[source.edge->index()];
        name = calls.nodes[edge.caller.index()].label + " → " + calls.nodes[edge.callee.index()].label;
    } else if (source.node) {
        name = calls.nodes[source.node->index()].label;
    }
    if (source.operation.valid()) name += ", " + std::string(capture.strings().text(source.operation));
    return name;
}

} // namespace hallway::cli

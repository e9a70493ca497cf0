#include "store/NodeCodec.h"

#include "trace/Attribute.h"

namespace hallway {

namespace {

constexpr std::uint64_t noServiceMark = 1, missingParentMark = 2;

void appendText(std::string& target, const std::string& text) {
    appendVarint(target, text.size());
    target += text;
}

bool takeText(std::string_view& rest, std::string& text) {
    const auto size = takeVarint(rest);
    if (!size || *size > rest.size()) return false;
    text = rest.substr(0, static_cast<std::size_t>(*size));
    rest.remove_prefix(text.size());
    return true;
}

std::optional<Node> takeNode(std::string_view& rest) {
    const auto kind = takeVarint(rest);
    const auto rule = kind ? takeVarint(rest) : std::nullopt;
    const auto marks = rule ? takeVarint(rest) : std::nullopt;
    if (!marks || *kind > static_cast<std::uint64_t>(NodeKind::User) ||
        *rule > static_cast<std::uint64_t>(PeerRule::MissingParent))
        return std::nullopt;
    Node node;
    node.kind = static_cast<NodeKind>(*kind);
    node.rule = static_cast<PeerRule>(*rule);
    node.noService = (*marks & noServiceMark) != 0;
    node.missingParent = (*marks & missingParentMark) != 0;
    for (std::string* const text : {&node.name, &node.nameSpace, &node.label, &node.system})
        if (!takeText(rest, *text)) return std::nullopt;
    return node;
}

} // namespace

std::string packNodes(const std::vector<Node>& nodes) {
    std::string packed;
    for (const Node& node : nodes) {
        appendVarint(packed, static_cast<std::uint64_t>(node.kind));
        appendVarint(packed, static_cast<std::uint64_t>(node.rule));
        appendVarint(packed,
                     (node.noService ? noServiceMark : 0) | (node.missingParent ? missingParentMark : 0));
        for (const std::string* const text : {&node.name, &node.nameSpace, &node.label, &node.system})
            appendText(packed, *text);
    }
    return packed;
}

std::optional<std::vector<Node>> unpackNodes(std::string_view packed) {
    std::vector<Node> nodes;
    while (!packed.empty()) {
        auto node = takeNode(packed);
        if (!node) return std::nullopt;
        nodes.push_back(std::move(*node));
    }
    return nodes;
}

} // namespace hallway

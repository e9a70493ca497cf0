#include "decode/ElasticPeer.h"

#include "decode/DecimalText.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <initializer_list>

namespace hallway {

namespace {

bool isAnyOf(std::string_view text, std::initializer_list<std::string_view> others) {
    return std::find(others.begin(), others.end(), text) != others.end();
}

void addText(AttributeList& target, KnownKey key, std::string_view text) {
    if (!text.empty() && !target.has(idOf(key))) target.addText(idOf(key), text);
}

bool hasAny(const AttributeList& list, std::initializer_list<KnownKey> keys) {
    return std::any_of(keys.begin(), keys.end(), [&](KnownKey key) { return list.has(idOf(key)); });
}

/// What follows the slash of "postgresql/customers".
std::string_view behindSlash(std::string_view resource) {
    const std::size_t slash = resource.find('/');
    return slash == resource.npos ? std::string_view() : resource.substr(slash + 1);
}

std::string_view firstOf(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts)
        if (!text.empty()) return text;
    return {};
}

} // namespace

void ElasticPeer::splitType() {
    for (std::string* const next : {&subtype, &action}) {
        std::string& whole = next == &subtype ? type : subtype;
        const std::size_t dot = whole.find('.');
        if (dot == whole.npos || !next->empty()) return;
        *next = whole.substr(dot + 1);
        whole.resize(dot);
    }
}

bool ElasticPeer::isExit() const {
    return !resource.empty() || !targetType.empty() || !targetName.empty() ||
           isAnyOf(type, {"db", "external", "ext", "messaging", "storage", "cache"});
}

bool ElasticPeer::isReceive() const { return isAnyOf(action, {"receive", "poll", "consume"}); }

bool ElasticPeer::isSettle() const {
    return isAnyOf(action, {"delete", "delete_batch", "ack", "acknowledge", "commit", "settle"});
}

void ElasticPeer::describe(AttributeList& target) const {
    addText(target, KnownKey::ServerAddress, address);
    if (const auto number = decimalInteger(port); number && !target.has(idOf(KnownKey::ServerPort)))
        target.addInt(idOf(KnownKey::ServerPort), *number);
    addText(target, KnownKey::UrlFull, url);
    const std::string_view system =
        resource.empty() ? std::string_view() : std::string_view(resource).substr(0, resource.find('/'));
    if (isDatabase()) {
        addText(target, KnownKey::DbSystemName, firstOf({subtype, targetType, system, databaseType}));
        if (!hasAny(target, {KnownKey::DbName, KnownKey::DbInstance}))
            addText(target, KnownKey::DbNamespace, firstOf({targetName, behindSlash(resource)}));
    } else if (isMessaging()) {
        addText(target, KnownKey::MessagingSystem, firstOf({subtype, targetType, system}));
        addText(target, KnownKey::MessagingDestinationName, firstOf({targetName, behindSlash(resource)}));
    } else if (!hasAny(target, {KnownKey::ServerAddress, KnownKey::UrlFull, KnownKey::HttpUrl,
                                KnownKey::NetPeerName})) {
        // A host and its port, or a name that is none: "s3/bucket".
        const std::string_view name = firstOf({resource, targetName, targetType});
        const bool isHost = name.find('/') == name.npos;
        addText(target, isHost ? KnownKey::ServerAddress : KnownKey::PeerService, name);
    }
}

} // namespace hallway

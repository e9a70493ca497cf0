// Resources (who emitted spans) and scopes (which library did), each kept once.
#pragma once

#include "base/StableVector.h"
#include "trace/Span.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hallway {

struct Resource {
    StringId serviceName;      ///< invalid when missing or empty: the node `(no service)`
    StringId serviceNamespace; ///< the empty text when missing
    StringId host;             ///< host.id, else host.ip, else host.name, else the empty text (calls.md 2.5)
    std::string attributes;    ///< packed
};

struct Scope {
    StringId name;
    StringId version;
    std::string attributes; ///< packed
};

/// Append only; entries never move. Any thread may intern at any time, and read entries whose ids have come
/// to it through a synchronising channel (intern() is one).
class ResourceTable {
public:
    /// Equal packed bytes give the same id. Service, namespace and host are read from the attributes.
    ResourceId intern(std::string_view packedAttributes, StringPool& strings);
    [[nodiscard]] const Resource& operator[](ResourceId id) const { return m_resources[id.index()]; }
    [[nodiscard]] std::size_t size() const { return m_resources.size(); }
    /// Appends a resource as stored, when reading a cache.
    void restore(Resource resource) { m_resources.push_back(std::move(resource)); }

private:
    std::unique_ptr<std::mutex> m_mutex = std::make_unique<std::mutex>();
    StableVector<Resource> m_resources;
    std::unordered_map<std::string, ResourceId> m_ids;
};

/// As ResourceTable.
class ScopeTable {
public:
    ScopeId intern(StringId name, StringId version, std::string_view packedAttributes);
    [[nodiscard]] const Scope& operator[](ScopeId id) const { return m_scopes[id.index()]; }
    [[nodiscard]] std::size_t size() const { return m_scopes.size(); }
    void restore(Scope scope) { m_scopes.push_back(std::move(scope)); }

private:
    std::unique_ptr<std::mutex> m_mutex = std::make_unique<std::mutex>();
    StableVector<Scope> m_scopes;
    std::unordered_map<std::string, ScopeId> m_ids;
};

} // namespace hallway

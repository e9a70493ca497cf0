// Which resource the spans of a Zipkin endpoint come from, and what its addresses are as text.
#pragma once

#include "base/StringCache.h"
#include "decode/RecordProblems.h"
#include "decode/ZipkinContent.h"
#include "trace/Attribute.h"
#include "trace/ResourceTable.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace hallway {

/// The dotted form of an address that may be the number of its bytes.
[[nodiscard]] std::string dottedIpv4(std::string_view text);

/// One thread.
class ZipkinResources {
public:
    ZipkinResources(StringCache& strings, ResourceTable& resources)
        : m_strings(strings), m_resources(resources) {}

    /// A tag of this name tells of the emitting service, not of the call: OpenTelemetry's exporters have no
    /// other place for it.
    [[nodiscard]] bool isOfResource(StringId key);

    /// Begins the resource of an endpoint; tags may follow.
    void begin(const ZipkinEndpoint& endpoint);
    void addTag(StringId key, std::string_view value) { (void)m_writer.addText(key, value); }
    [[nodiscard]] ResourceId finish();

private:
    StringCache& m_strings;
    ResourceTable& m_resources;
    AttributeWriter m_writer{m_strings, AttributeWriter::Pooling::All};
    std::string m_packed;
    std::unordered_map<std::string, ResourceId> m_known;
    std::vector<std::int8_t> m_isOfResource; ///< by key; -1 = not asked yet
};

} // namespace hallway

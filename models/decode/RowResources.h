// Who emitted the span of a row: the same few resources over and over.
#pragma once

#include "decode/CellJson.h"
#include "decode/FlatMembers.h"
#include "decode/SpanBench.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace hallway {

/// What a row says of its resource. Empty: it does not say it.
struct RowResource {
    std::string_view service;
    std::string_view pod;
    std::string_view attributes; ///< a map as JSON or in ClickHouse's text form
};

/// One thread.
class RowResources {
public:
    explicit RowResources(SpanBench& bench) : m_bench(bench) {}

    /// Without a service, that of the attributes, or what the pod is an instance of.
    [[nodiscard]] ResourceId idOf(const RowResource& row);

private:
    [[nodiscard]] ResourceId make(const RowResource& row);

    SpanBench& m_bench;
    AttributeList m_attributes{m_bench.strings, m_bench.problems, AttributeWriter::Pooling::All};
    CellJson m_json;
    std::unordered_map<std::string, ResourceId> m_known;
    std::string m_key;
    std::string m_lastKey; ///< the one of the row before is mostly the one of the next
    ResourceId m_lastId;
    FlatMembers m_members;
    std::string m_packed;
};

} // namespace hallway

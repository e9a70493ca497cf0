// Names of cells, each made fit to be shown once.
#pragma once

#include "base/StringPool.h"
#include "icicle/Icicle.h"
#include "trace/CallTable.h"

#include <unordered_map>
#include <vector>

namespace hallway {

class IcicleNames {
public:
    /// Adds to `icicle`, which like the other two must outlive it.
    IcicleNames(Icicle& icicle, const CallTable& calls, const StringPool& strings);

    [[nodiscard]] std::uint32_t service(NodeId node);
    [[nodiscard]] std::uint32_t operation(StringId name);

private:
    Icicle& m_icicle;
    const CallTable& m_calls;
    const StringPool& m_strings;
    std::vector<std::uint32_t> m_services; ///< by node
    std::unordered_map<StringId, std::uint32_t> m_operations;
};

} // namespace hallway

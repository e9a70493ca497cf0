// "This operation of this service" in the filter language.
#pragma once

#include "base/StringPool.h"
#include "trace/CallTable.h"

#include <QString>

namespace hallway {

/// `resource.service.name = "cart" && name = "GET /carts"`; empty where it cannot be asked for.
[[nodiscard]] QString operationCondition(NodeId service, StringId operation, const CallTable& calls,
                                         const StringPool& strings);

} // namespace hallway

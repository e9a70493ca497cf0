#include "session/ImportIdentity.h"

#include "session/ImportIdentityValue.h"

namespace hallway {

std::uint64_t importIdentity() { return HALLWAY_IMPORT_IDENTITY; }

} // namespace hallway

#include "trace/KnownKeys.h"

namespace hallway {

void seedKnownKeys(StringPool& strings) {
#define HALLWAY_KEY_SEED(name, text) strings.intern(text);
    HALLWAY_KNOWN_KEYS(HALLWAY_KEY_SEED)
#undef HALLWAY_KEY_SEED
}

} // namespace hallway

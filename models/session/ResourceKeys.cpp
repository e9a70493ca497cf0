#include "session/ResourceKeys.h"

#include "store/CaptureReader.h"

#include <algorithm>
#include <unordered_set>

namespace hallway {

std::vector<std::string> resourceKeysOf(const Capture& capture) {
    const ResourceTable& resources = capture.reader().resources();
    std::unordered_set<StringId> seen;
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < resources.size(); ++i) {
        AttributeReader reader(resources[ResourceId(i)].attributes, capture.strings());
        while (const auto attribute = reader.next())
            if (seen.insert(attribute->key).second) keys.emplace_back(capture.strings().text(attribute->key));
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace hallway

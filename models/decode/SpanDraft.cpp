#include "decode/SpanDraft.h"

#include "base/Hash.h"

#include <algorithm>

namespace hallway {

void SpanDraft::clear() {
    attributes.clear();
    events.clear();
    links.clear();
    targets.clear();
}

void SpanDraft::addLink(const Link& link) {
    appendLink(links, link);
    targets.push_back({link.trace, link.span});
}

void SpanDraft::appendTo(SpanBatch& batch, SpanRecord& record) const {
    const auto append = [&batch](const std::string& bytes) {
        const ByteRange range{static_cast<std::uint32_t>(batch.bytes.size()),
                              static_cast<std::uint32_t>(bytes.size())};
        batch.bytes += bytes;
        return range;
    };
    record.attributes = append(attributes);
    record.events = append(events);
    record.links = append(links);
    record.firstLink = static_cast<std::uint32_t>(batch.links.size());
    record.linkCount = static_cast<std::uint32_t>(targets.size());
    batch.links.insert(batch.links.end(), targets.begin(), targets.end());
    record.flags.set(SpanFlag::HasLinks, !targets.empty());
}

std::uint64_t contentHash(const SpanRecord& record, const SpanDraft& draft, const StringPool& strings) {
    std::uint64_t hash = hashOf(strings.text(record.name));
    for (const std::int64_t part :
         {nanosecondsOf(record.start), nanosecondsOf(record.end), static_cast<std::int64_t>(record.kind),
          static_cast<std::int64_t>(record.status)})
        hash = combineHash(hash, static_cast<std::uint64_t>(part));
    hash = combineHash(hash, hashOf(textOf(record.parent, strings)));
    std::uint64_t sum = 0; // the order of attributes says nothing
    AttributeReader reader(draft.attributes, strings);
    while (const auto attribute = reader.next())
        sum += combineHash(hashOf(strings.text(attribute->key)), hashOf(textOf(*attribute)));
    return std::max<std::uint64_t>(combineHash(hash, sum), 1);
}

} // namespace hallway

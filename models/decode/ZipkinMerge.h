// Makes one span of the records that tell of it (formats.md 4.1): the same id, the same side, and endpoints
// that do not contradict each other.
#pragma once

#include "base/StringCache.h"
#include "trace/Attribute.h"
#include "trace/ResourceTable.h"
#include "trace/SpanBatch.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hallway {

/// A record that is held back.
struct ZipkinPlace {
    SpanBatch* batch = nullptr;
    std::uint64_t batchNumber = 0; ///< in the order of the file
    std::uint32_t index = 0;       ///< in SpanBatch::spans

    [[nodiscard]] SpanRecord& record() const { return batch->spans[index]; }
};

/// One thread. What comes out does not depend on the order of the records.
class ZipkinMerge {
public:
    ZipkinMerge(StringPool& strings, ResourceTable& resources) : m_strings(strings), m_resources(resources) {}

    /// `records` are all of one id. What is told together gets into the record that stands first in the file,
    /// the others become ZipkinRecord::Merged; unless even the first stands in a batch from `firstLater` on:
    /// then more may follow. Records that say exactly the same are duplicates (calls.md rule 1) and stay as
    /// many. Puts `records` into another order; batches may get more spans behind those they have.
    void merge(std::vector<ZipkinPlace>& records, std::uint64_t firstLater);

private:
    /// Who emitted a record.
    struct Emitter {
        StringId service; ///< invalid = not known
        std::string address;
        std::int64_t port = 0;

        /// True unless both know one thing differently; takes what the other knows.
        bool join(const Emitter& other);
        [[nodiscard]] bool isBlank() const { return !service.valid() && address.empty() && port == 0; }
    };
    struct Member {
        ZipkinPlace place;
        Emitter emitter;
        std::uint64_t content = 0; ///< a hash of all it says
    };

    [[nodiscard]] Member memberAt(const ZipkinPlace& place) const;
    [[nodiscard]] bool comesBefore(const Member& a, const Member& b) const;
    /// The members behind the first that tell of its span.
    [[nodiscard]] std::size_t runLength(std::span<const Member> members) const;
    void mergeRun(std::span<Member> run);
    void unite(SpanRecord& target, std::span<const Member> parts, SpanBatch& home);
    [[nodiscard]] ResourceId unitedResource(std::span<const Member> parts);
    [[nodiscard]] std::string unitedEvents(std::span<const Member> parts) const;
    void addAttributes(AttributeWriter& target, std::string_view packed) const;

    StringCache m_strings;
    ResourceTable& m_resources;
    StringId m_localPort = m_strings.intern("network.local.port");
    AttributeWriter m_attributes{m_strings};
    AttributeWriter m_ofResources{m_strings, AttributeWriter::Pooling::All};
    std::vector<Member> m_members;
    std::vector<Member> m_parts;
};

} // namespace hallway

// Brings together the records that tell of one span: a client's first and its late tags, say
// (formats.md 4.1).
#pragma once

#include "decode/Decoder.h"
#include "decode/ZipkinMerge.h"

#include <deque>
#include <vector>

namespace hallway {

/// A stage before a file's sink, on the walking thread. Spans are held back until at least half a window of
/// others came after them, and then handed on in the order of the file; a span that is told in several
/// records stands where its first one stood. Records further apart stay records of their own: if they differ,
/// calls.md rule 1 counts an id-collision. Those of other formats pass in their order.
class ZipkinParts final : public SpanSink {
public:
    static constexpr std::size_t defaultWindow = std::size_t{64} << 20; ///< bytes of packed spans

    ZipkinParts(DecodeContext& context, SpanSink& next, std::size_t window = defaultWindow)
        : m_context(context), m_next(next), m_window(window), m_merge(context.strings, context.resources) {}

    void accept(SpanBatch batch) override;
    /// Hands on what is held back; counts what spans still lack.
    void finish();

private:
    static constexpr std::uint32_t none = 0xffffffff;

    /// Spans held back, and which of them have one id.
    struct Generation {
        struct Member {
            ZipkinPlace place;
            std::uint32_t next = none; ///< of the same id, perhaps held by the generation after this one
        };
        std::deque<SpanBatch> batches;
        std::size_t bytes = 0;
        std::vector<Member> members;
        std::vector<std::uint32_t> idSlots; ///< open addressing: the first member of each id
        std::uint32_t heads = 0;

        [[nodiscard]] std::size_t slotOf(const SpanRecord& record) const;
        /// Adds a record to the others of its id; false if there are none.
        bool join(const ZipkinPlace& place);
        void add(const ZipkinPlace& place);

    private:
        void grow();
    };

    void releaseOld();
    void handOn(SpanBatch batch);
    void countLacks(const SpanRecord& record);

    DecodeContext& m_context;
    SpanSink& m_next;
    std::size_t m_window;
    ZipkinMerge m_merge;
    Generation m_old, m_young;
    std::uint64_t m_batches = 0;
    std::vector<ZipkinPlace> m_group;
};

} // namespace hallway

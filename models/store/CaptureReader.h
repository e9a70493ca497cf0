// Reads a finished capture. The file is input like any other: whatever its bytes, it gives checked data or an
// error.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "store/AttributeCounts.h"
#include "store/CaptureRows.h"
#include "store/SpanVisit.h"
#include "trace/AttributeColumn.h"
#include "trace/AttributePredicate.h"
#include "trace/ExceptionEvent.h"
#include "trace/SpanDetails.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// Any thread; calls wait for each other. It keeps reading the file it opened, also when another is renamed
/// over it.
class CaptureReader {
public:
    /// Reads resources and scopes at once, everything else when asked. Errors: FileNotFound, FileUnreadable,
    /// NotACapture (no database of Hallway), CacheOtherVersion, CacheDamaged.
    [[nodiscard]] static Result<std::unique_ptr<CaptureReader>> open(const std::string& path);
    ~CaptureReader();

    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] const std::string& fingerprint() const; ///< as given to the writer
    [[nodiscard]] const ResourceTable& resources() const;
    [[nodiscard]] const ScopeTable& scopes() const;

    /// Errors: CacheDamaged, CacheOtherVersion, Cancelled.
    [[nodiscard]] Result<StoredCapture> load(const CancelToken& cancel = {}) const;
    /// By SourceId, without reading the rest. Errors: CacheDamaged.
    [[nodiscard]] Result<std::vector<Source>> sources() const;

    /// `strings`: the capture's own pool, of load() or of the import that wrote it. Errors: CacheDamaged.
    [[nodiscard]] Result<SpanDetails> details(StoreRow row, const StringPool& strings) const;
    /// In the order asked.
    [[nodiscard]] Result<std::vector<SpanDetails>> details(std::span<const StoreRow> rows,
                                                           const StringPool& strings) const;

    /// For each predicate the spans it is true of, by StoreRow, up to the last of them. Passes all rows once,
    /// on `threads` connections of its own, so that other calls need not wait. For its speed it does not
    /// check the rows' sums: damage within an attribute may change what is found, but not what details() then
    /// shows. Errors: CacheDamaged, Cancelled.
    [[nodiscard]] Result<std::vector<std::vector<bool>>>
    findSpans(std::span<const AttributePredicate> predicates, const StringPool& strings,
              const CancelToken& cancel = {}, unsigned threads = 2) const;
    /// Which attributes there are, and how often each of their values. As findSpans().
    [[nodiscard]] Result<std::vector<CountedValues>> countAttributes(const StringPool& strings,
                                                                     const CountLimits& limits,
                                                                     const CancelToken& cancel = {},
                                                                     unsigned threads = 2) const;
    /// The numbers of an attribute by StoreRow; not a number where there is none. `place`: Span, Resource,
    /// Anywhere or Instrumentation. As findSpans().
    [[nodiscard]] Result<std::vector<double>> numbers(AttributePlace place, const std::string& key,
                                                      const StringPool& strings,
                                                      const CancelToken& cancel = {},
                                                      unsigned threads = 2) const;

    /// The values of some attributes, a column for each name, by StoreRow: of all rows, or of those that are
    /// `wanted`, by StoreRow. Otherwise as findSpans().
    [[nodiscard]] Result<std::vector<AttributeColumn>> columns(std::span<const AttributeName> names,
                                                               const StringPool& strings,
                                                               const std::vector<bool>* wanted = nullptr,
                                                               const CancelToken& cancel = {},
                                                               unsigned threads = 2) const;

    /// Shows the spans to the visitors, each its part of the rows on a thread and a connection of its own; at
    /// least one visitor. Where there are fewer connections than visitors, the last ones see nothing.
    /// Otherwise as findSpans().
    [[nodiscard]] Status visitSpans(std::span<SpanVisitor* const> visitors,
                                    const CancelToken& cancel = {}) const;

    /// Calls visit(ExceptionEvent) for the exceptions of the rows that are `wanted`, by StoreRow, in order of
    /// their rows and on this thread; the event is valid during the call. Otherwise as findSpans().
    [[nodiscard]] Status forEachException(const std::vector<bool>& wanted, const StringPool& strings,
                                          std::function<void(const ExceptionEvent&)> visit,
                                          const CancelToken& cancel = {}) const;

    /// The bytes kept under a name; nothing if none are. Errors: CacheDamaged.
    [[nodiscard]] Result<std::optional<std::string>> blob(std::string_view name) const;
    /// Keeps bytes under a name, through a short connection of its own. Errors: CacheUnwritable, DiskFull,
    /// CacheDamaged.
    [[nodiscard]] Status putBlob(std::string_view name, std::string_view bytes) const;

    /// Copies the capture to `target`, built beside it and renamed over it, readable by its owner only.
    /// Errors: FileUnwritable, DiskFull, CacheDamaged, Cancelled; then `target` is as it was.
    [[nodiscard]] Status exportTo(const std::string& target, const CancelToken& cancel = {}) const;

private:
    struct Parts;
    /// A scan over all rows, on connections of its own where the capture still lies where it was opened.
    template <class Scan>
    [[nodiscard]] auto scanned(const Scan& scan, const CancelToken& cancel, unsigned threads) const;
    explicit CaptureReader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace hallway

#include "store/CaptureReader.h"

#include "store/AttributeColumnScan.h"
#include "store/AttributeScan.h"
#include "store/CaptureFile.h"
#include "store/CaptureFormat.h"
#include "store/ColumnCheck.h"
#include "store/Dictionary.h"
#include "store/ExceptionScan.h"
#include "store/FileCopy.h"
#include "store/KeptBlobs.h"
#include "store/Publish.h"
#include "store/RowChecksum.h"
#include "store/SpanDetailsReader.h"
#include "store/SqlError.h"
#include "store/TableColumns.h"

#include <mutex>
#include <utility>

namespace hallway {

struct CaptureReader::Parts {
    std::string path;
    ResourceTable resources;
    ScopeTable scopes;
    std::string fingerprint;
    std::mutex mutex; // guards the two below
    Database database;
    Statement selectSpan;

    Parts(std::string path_, ResourceTable resources_, ScopeTable scopes_, std::string fingerprint_,
          Database database_, Statement selectSpan_)
        : path(std::move(path_)), resources(std::move(resources_)), scopes(std::move(scopes_)),
          fingerprint(std::move(fingerprint_)), database(std::move(database_)),
          selectSpan(std::move(selectSpan_)) {}

    /// The caller holds the mutex.
    [[nodiscard]] Result<SpanDetails> details(StoreRow row, const StringPool& strings);
};

namespace {

bool known(StringId id, std::size_t count) { return !id.valid() || id.index() < count; }

/// Resources and scopes were read without the texts they point to.
bool allKnown(const ResourceTable& resources, const ScopeTable& scopes, std::size_t strings) {
    for (std::size_t i = 0; i < resources.size(); ++i) {
        const Resource& resource = resources[ResourceId(i)];
        if (!known(resource.serviceName, strings) || !known(resource.serviceNamespace, strings) ||
            !known(resource.host, strings))
            return false;
    }
    for (std::size_t i = 0; i < scopes.size(); ++i)
        if (!known(scopes[ScopeId(i)].name, strings) || !known(scopes[ScopeId(i)].version, strings))
            return false;
    return true;
}

template <class T>
Result<T> orDamage(Result<T> result, const std::string& path) {
    if (!result) return fail(asDamage(std::move(result.error()), path));
    return result;
}

/// Lets a token end what a database does, for as long as this lives.
class CancelScope {
public:
    CancelScope(Database& database, const CancelToken& cancel) : m_database(&database) {
        database.cancelWith(cancel);
    }
    CancelScope(const CancelScope&) = delete;
    CancelScope& operator=(const CancelScope&) = delete;
    ~CancelScope() { m_database->cancelWith({}); }

private:
    Database* m_database;
};

} // namespace

CaptureReader::CaptureReader(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
CaptureReader::~CaptureReader() = default;

Result<std::unique_ptr<CaptureReader>> CaptureReader::open(const std::string& path) {
    auto database = openCapture(path);
    if (!database) return fail(database.error());
    auto head = readHead(*database);
    if (!head) return fail(head.error());
    auto resources = readResources(*database);
    if (!resources) return fail(resources.error());
    auto scopes = readScopes(*database);
    if (!scopes) return fail(scopes.error());
    auto select = database->prepare(std::string("SELECT ") + spanRowColumns + " FROM span_row WHERE row = ?");
    if (!select) return fail(asDamage(select.error(), path));
    auto parts =
        std::make_unique<Parts>(path, std::move(*resources), std::move(*scopes), std::move(head->fingerprint),
                                std::move(*database), std::move(*select));
    return std::unique_ptr<CaptureReader>(new CaptureReader(std::move(parts)));
}

const std::string& CaptureReader::path() const { return m_parts->path; }
const std::string& CaptureReader::fingerprint() const { return m_parts->fingerprint; }
const ResourceTable& CaptureReader::resources() const { return m_parts->resources; }
const ScopeTable& CaptureReader::scopes() const { return m_parts->scopes; }

Result<StoredCapture> CaptureReader::load(const CancelToken& cancel) const {
    const std::lock_guard lock(m_parts->mutex);
    Database& database = m_parts->database;
    const CancelScope cancellable(database, cancel);
    StoredCapture capture;
    auto head = readHead(database);
    if (!head) return fail(head.error());
    capture.summary = head->summary;
    auto sources = readSources(database);
    if (!sources) return fail(sources.error());
    capture.sources = std::move(*sources);
    auto strings = readStrings(database);
    if (!strings) return fail(strings.error());
    capture.strings = std::move(*strings);
    if (!allKnown(m_parts->resources, m_parts->scopes, capture.strings->size()))
        return damaged(database, "resources or scopes");
    if (const Status read = readColumns(database, capture.spans, capture.calls); !read)
        return fail(asDamage(read.error(), m_parts->path));
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    if (capture.summary.spans != capture.spans.size() ||
        capture.summary.traces != capture.spans.traces.size())
        return damaged(database, "figures of another capture");
    if (auto fault = findFault(capture.spans, capture.calls, *capture.strings))
        return damaged(database, std::move(*fault));
    return capture;
}

Result<std::vector<Source>> CaptureReader::sources() const {
    const std::lock_guard lock(m_parts->mutex);
    return readSources(m_parts->database);
}

Result<SpanDetails> CaptureReader::Parts::details(StoreRow row, const StringPool& strings) {
    selectSpan.bind(1, row);
    const auto found = selectSpan.step();
    if (!found) return fail(asDamage(found.error(), path));
    const auto fields = *found ? readSpanRow(selectSpan) : std::nullopt;
    auto details = fields ? detailsOf(*fields, {resources, scopes, strings}) : std::nullopt;
    selectSpan.reset();
    if (!details) return damaged(database, "span " + std::to_string(row.value()));
    return std::move(*details);
}

Result<SpanDetails> CaptureReader::details(StoreRow row, const StringPool& strings) const {
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->details(row, strings);
}

Result<std::vector<SpanDetails>> CaptureReader::details(std::span<const StoreRow> rows,
                                                        const StringPool& strings) const {
    const std::lock_guard lock(m_parts->mutex);
    std::vector<SpanDetails> all;
    all.reserve(rows.size());
    for (const StoreRow row : rows) {
        auto details = m_parts->details(row, strings);
        if (!details) return fail(details.error());
        all.push_back(std::move(*details));
    }
    return all;
}

template <class Scan>
auto CaptureReader::scanned(const Scan& scan, const CancelToken& cancel, unsigned threads) const {
    std::vector<Database> connections;
    for (unsigned i = 0; i < threads; ++i) {
        auto database = openCapture(m_parts->path);
        if (database) connections.push_back(std::move(*database));
    }
    std::unique_lock lock(m_parts->mutex);
    const bool isSame = !m_parts->database.hasMoved(); // else another capture may lie there by now
    if (isSame && !connections.empty()) {
        lock.unlock();
        return orDamage(scan.run(connections, cancel), m_parts->path);
    }
    return orDamage(scan.run({&m_parts->database, 1}, cancel), m_parts->path);
}

Result<std::vector<std::vector<bool>>>
CaptureReader::findSpans(std::span<const AttributePredicate> predicates, const StringPool& strings,
                         const CancelToken& cancel, unsigned threads) const {
    return scanned(AttributeScan(predicates, strings, resources(), scopes()), cancel, threads);
}

Result<std::vector<CountedValues>> CaptureReader::countAttributes(const StringPool& strings,
                                                                  const CountLimits& limits,
                                                                  const CancelToken& cancel,
                                                                  unsigned threads) const {
    return scanned(AttributeCounts(strings, resources(), scopes(), limits), cancel, threads);
}

Result<std::vector<double>> CaptureReader::numbers(AttributePlace place, const std::string& key,
                                                   const StringPool& strings, const CancelToken& cancel,
                                                   unsigned threads) const {
    return scanned(NumberScan(place, key, strings, resources(), scopes()), cancel, threads);
}

Result<std::vector<AttributeColumn>>
CaptureReader::columns(std::span<const AttributeName> names, const StringPool& strings,
                       const std::vector<bool>* wanted, const CancelToken& cancel, unsigned threads) const {
    return scanned(AttributeColumnScan(names, wanted, strings, resources(), scopes()), cancel, threads);
}

Status CaptureReader::visitSpans(std::span<SpanVisitor* const> visitors, const CancelToken& cancel) const {
    return scanned(SpanVisit{visitors}, cancel, static_cast<unsigned>(visitors.size()));
}

Status CaptureReader::forEachException(const std::vector<bool>& wanted, const StringPool& strings,
                                       std::function<void(const ExceptionEvent&)> visit,
                                       const CancelToken& cancel) const {
    return scanned(ExceptionScan(wanted, strings, std::move(visit)), cancel, 1);
}

Result<std::optional<std::string>> CaptureReader::blob(std::string_view name) const {
    const std::lock_guard lock(m_parts->mutex);
    auto bytes = keptBlob(m_parts->database, name);
    if (!bytes) return fail(asDamage(bytes.error(), m_parts->path));
    return bytes;
}

Status CaptureReader::putBlob(std::string_view name, std::string_view bytes) const {
    auto database = openCapture(m_parts->path, Database::Access::Write);
    if (!database) return fail(database.error());
    return keepBlob(*database, name, bytes);
}

Status CaptureReader::exportTo(const std::string& target, const CancelToken& cancel) const {
    const std::string temporary = buildingPath(target);
    {
        const std::lock_guard lock(m_parts->mutex);
        if (Status copied = copyDatabase(m_parts->database, temporary, target, cancel); !copied)
            return copied;
    }
    return publish(temporary, target);
}

} // namespace hallway

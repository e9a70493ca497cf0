#include "store/BulkTables.h"

#include "store/CaptureFile.h"

namespace hallway {

BulkTables::BulkTables(PageFile file, const Roots& roots)
    : m_file(std::move(file)), strings(m_file, roots.strings), spans(m_file, roots.spans),
      failedSpans(m_file, roots.failedSpans), calls(m_file, roots.calls), chunks(m_file, roots.chunks) {}

Result<BulkTables::Roots> BulkTables::makeTables(const std::string& path) {
    const auto database = createCapture(path);
    if (!database) return fail(database.error());
    auto select = database->prepare("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?");
    if (!select) return fail(select.error());
    std::optional<Error> error;
    const auto rootOf = [&](std::string_view table) -> PageNumber {
        select->reset();
        select->bindText(1, table);
        const auto row = select->step();
        if (row && *row) return static_cast<PageNumber>(select->integer(0));
        error = row ? Error{ErrorCode::Internal, {"a table just made is not there"}, {}} : row.error();
        return 0;
    };
    const Roots roots{rootOf("string"), rootOf("span_row"), rootOf("failed_span"), rootOf("call_row"),
                      rootOf("chunk")};
    if (error) return fail(*error);
    return roots;
}

Result<std::unique_ptr<BulkTables>> BulkTables::create(const std::string& path) {
    const auto roots = makeTables(path);
    if (!roots) return fail(roots.error());
    auto file = PageFile::open(path);
    if (!file) return fail(file.error());
    return std::unique_ptr<BulkTables>(new BulkTables(std::move(*file), *roots));
}

Status BulkTables::finish() {
    for (TableBuilder* const table : {&strings, &spans, &failedSpans, &calls, &chunks})
        if (Status done = table->finish(); !done) return done;
    return m_file.finish();
}

} // namespace hallway

#include "store/FigureRows.h"

#include <string>

namespace hallway {

namespace {

/// Binds values to the parameters of a statement one after the other.
class Binder {
public:
    explicit Binder(Statement& statement) : m_statement(&statement) {}

    void number(std::uint64_t value) { m_statement->bind(m_next++, value); }
    void number(std::optional<std::uint64_t> value) { m_statement->bind(m_next++, value); }
    void real(std::optional<double> value) { m_statement->bind(m_next++, value); }
    void text(std::string_view value) { m_statement->bindText(m_next++, value); }
    void time(Duration value) { m_statement->bind(m_next++, std::int64_t{value.count()}); }
    void nothing(int columns) {
        for (int i = 0; i < columns; ++i)
            m_statement->bindNull(m_next++);
    }
    void distribution(const std::optional<DistributionRow>& row) {
        if (!row) return nothing(5);
        number(row->samples);
        for (const Duration value : {row->p50, row->p95, row->p99, row->max})
            time(value);
    }

private:
    Statement* m_statement;
    int m_next = 1;
};

/// "INSERT INTO table VALUES (?,?…)"
Result<Statement> insertInto(const Database& database, const std::string& table, int columns) {
    std::string sql = "INSERT INTO " + table + " VALUES (?";
    for (int i = 1; i < columns; ++i)
        sql += ",?";
    return database.prepare(sql + ")");
}

Status writeEdges(const Database& database, std::span<const EdgeRow> edges) {
    auto insert = insertInto(database, "edges", 41);
    if (!insert) return fail(insert.error());
    std::uint64_t id = 0;
    for (const EdgeRow& edge : edges) {
        Binder bind(*insert);
        bind.number(id++);
        bind.text(edge.caller);
        bind.text(edge.callee);
        bind.text(wordOf(edge.callClass));
        for (const std::uint64_t count : {edge.calls, edge.failed, edge.failedHere, edge.strictFailed,
                                          edge.retries, edge.extraAttempts, edge.serverSpanMissing})
            bind.number(count);
        for (const auto* const distribution :
             {&edge.latency, &edge.client, &edge.server, &edge.network, &edge.delivery})
            bind.distribution(*distribution);
        if (edge.fanOut) {
            bind.number(edge.fanOut->entries);
            bind.real(edge.fanOut->mean);
            bind.real(edge.fanOut->share);
            bind.real(edge.fanOut->meanWhenCalled);
            bind.number(edge.fanOut->max);
        } else {
            bind.nothing(5);
        }
        if (Status written = insert->run(); !written) return written;
    }
    return {};
}

Status writeServices(const Database& database, std::span<const ServiceRow> services) {
    auto insert = insertInto(database, "services", 15);
    if (!insert) return fail(insert.error());
    std::uint64_t id = 0;
    for (const ServiceRow& service : services) {
        Binder bind(*insert);
        bind.number(id++);
        bind.text(service.name);
        bind.text(service.nameSpace);
        bind.text(wordOf(service.kind));
        bind.number(service.entries);
        bind.number(service.failed);
        bind.distribution(service.latency);
        if (service.fanOut) {
            bind.real(service.fanOut->mean);
            bind.number(service.fanOut->p50);
            bind.number(service.fanOut->p95);
            bind.number(service.fanOut->max);
        } else {
            bind.nothing(4);
        }
        if (Status written = insert->run(); !written) return written;
    }
    return {};
}

} // namespace

Status writeFigures(const Database& database, const FinishedCapture& capture) {
    if (Status done = writeEdges(database, capture.edges); !done) return done;
    return writeServices(database, capture.services);
}

} // namespace hallway

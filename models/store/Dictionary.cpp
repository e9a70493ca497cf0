#include "store/Dictionary.h"

#include "store/RecordBuilder.h"
#include "trace/KnownKeys.h"

#include <map>
#include <utility>

namespace hallway {

namespace {

/// The labels of the nodes that emit spans, by (namespace, name). Points into the table.
class ServiceLabels {
public:
    explicit ServiceLabels(const CallTable& calls) {
        for (const Node& node : calls.nodes) {
            if (node.kind != NodeKind::Service) continue;
            const std::string_view name = node.noService ? std::string_view() : std::string_view(node.name);
            m_labels.emplace(std::pair<std::string_view, std::string_view>(node.nameSpace, name), node.label);
        }
    }
    [[nodiscard]] std::string_view labelOf(std::string_view nameSpace, std::string_view name) const {
        const auto found = m_labels.find({nameSpace, name});
        if (found != m_labels.end()) return found->second;
        return name.empty() ? "(no service)" : name;
    }

private:
    std::map<std::pair<std::string_view, std::string_view>, std::string_view> m_labels;
};

Status writeResources(const Database& database, const FinishedCapture& capture) {
    auto insert = database.prepare("INSERT INTO resource VALUES (?, ?, ?, ?, ?, ?)");
    if (!insert) return fail(insert.error());
    const ServiceLabels labels(capture.calls);
    for (std::size_t i = 0; i < capture.resources.size(); ++i) {
        const Resource& resource = capture.resources[ResourceId(i)];
        insert->bind(1, std::uint64_t{i});
        insert->bind(2, resource.serviceName);
        insert->bind(3, resource.serviceNamespace);
        insert->bind(4, resource.host);
        insert->bindText(5, labels.labelOf(capture.strings.text(resource.serviceNamespace),
                                           capture.strings.text(resource.serviceName)));
        insert->bindBlob(6, resource.attributes);
        if (Status written = insert->run(); !written) return written;
    }
    return {};
}

Status writeScopes(const Database& database, const ScopeTable& scopes) {
    auto insert = database.prepare("INSERT INTO scope VALUES (?, ?, ?, ?)");
    if (!insert) return fail(insert.error());
    for (std::size_t i = 0; i < scopes.size(); ++i) {
        const Scope& scope = scopes[ScopeId(i)];
        insert->bind(1, std::uint64_t{i});
        insert->bind(2, scope.name);
        insert->bind(3, scope.version);
        insert->bindBlob(4, scope.attributes);
        if (Status written = insert->run(); !written) return written;
    }
    return {};
}

Status writeProblems(const Database& database, std::size_t source, const std::vector<Problem>& problems) {
    auto insert =
        database.prepare("INSERT INTO problem_row (source, code, count, example, byte_offset, line) "
                         "VALUES (?, ?, ?, ?, ?, ?)");
    if (!insert) return fail(insert.error());
    for (const Problem& problem : problems) {
        insert->bind(1, std::uint64_t{source});
        insert->bindText(2, wordOf(problem.code));
        insert->bind(3, problem.count);
        insert->bindText(4, problem.detail);
        insert->bindNull(5);
        insert->bindNull(6);
        if (problem.position) {
            insert->bind(5, problem.position->offset);
            insert->bind(6, problem.position->line);
        }
        if (Status written = insert->run(); !written) return written;
    }
    return {};
}

Status writeSources(const Database& database, const std::vector<Source>& sources) {
    auto insert = database.prepare("INSERT INTO sources VALUES (?, ?, ?, ?, ?)");
    if (!insert) return fail(insert.error());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        insert->bind(1, std::uint64_t{i});
        insert->bindText(2, sources[i].path);
        insert->bindText(3, sources[i].format);
        insert->bind(4, sources[i].bytes);
        insert->bind(5, sources[i].spans);
        if (Status written = insert->run(); !written) return written;
        if (Status written = writeProblems(database, i, sources[i].problems); !written) return written;
    }
    return {};
}

std::optional<std::int64_t> nanosecondsOf(const std::optional<Timestamp>& time) {
    if (!time) return std::nullopt;
    return hallway::nanosecondsOf(*time);
}

Status writeHead(const Database& database, const CaptureSummary& summary, const std::string& fingerprint) {
    auto insert = database.prepare("INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert) return fail(insert.error());
    int parameter = 1;
    for (const std::uint64_t count : {summary.traces, summary.spans, summary.services, summary.duplicates,
                                      summary.orphans, summary.incompleteTraces})
        insert->bind(parameter++, count);
    insert->bind(7, nanosecondsOf(summary.start));
    insert->bind(8, nanosecondsOf(summary.end));
    insert->bindText(9, fingerprint);
    return insert->run();
}

std::optional<ProblemCode> problemCodeOf(std::string_view word) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(ProblemCode::Count); ++i)
        if (wordOf(static_cast<ProblemCode>(i)) == word) return static_cast<ProblemCode>(i);
    return std::nullopt;
}

/// Rows of these tables are numbered 0, 1 … without gap.
Status expectNumber(const Database& database, const SealedTable& table, const Statement& row,
                    std::size_t number) {
    if (row.integer(0) == static_cast<std::int64_t>(number)) return {};
    return damaged(database, std::string("numbering of table ") + table.name);
}

std::optional<Timestamp> timeOf(const Statement& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    return timestampOf(row.integer(column));
}

} // namespace

Result<RowChecksum> writeStrings(TableBuilder& rows, const StringPool& strings) {
    RecordBuilder record;
    RowChecksum checksum;
    for (std::uint32_t id = 0; id < strings.size(); ++id) {
        const std::string_view text = strings.text(StringId(id));
        record.clear();
        record.addNull(); // the row's number
        record.addText(text);
        if (const Status written = rows.append(id, record.bytes()); !written) return fail(written.error());
        checksum.add(std::int64_t{id});
        checksum.add(text);
    }
    return checksum;
}

Status writeDictionary(const Database& database, const FinishedCapture& capture, const RowChecksum& strings) {
    if (Status done = writeResources(database, capture); !done) return done;
    if (Status done = writeScopes(database, capture.scopes); !done) return done;
    if (Status done = writeSources(database, capture.sources); !done) return done;
    if (Status done = writeHead(database, capture.summary, capture.fingerprint); !done) return done;
    for (const SealedTable& table :
         {sealedResources, sealedScopes, sealedSources, sealedProblems, sealedCapture})
        if (Status done = seal(database, table); !done) return done;
    return seal(database, sealedStrings, strings);
}

Result<ResourceTable> readResources(const Database& database) {
    ResourceTable resources;
    const Status read = readSealed(database, sealedResources, [&](const Statement& row) {
        resources.restore(
            {row.id<StringId>(1), row.id<StringId>(2), row.id<StringId>(3), std::string(row.blob(5))});
        return expectNumber(database, sealedResources, row, resources.size() - 1);
    });
    if (!read) return fail(read.error());
    return resources;
}

Result<ScopeTable> readScopes(const Database& database) {
    ScopeTable scopes;
    const Status read = readSealed(database, sealedScopes, [&](const Statement& row) {
        scopes.restore({row.id<StringId>(1), row.id<StringId>(2), std::string(row.blob(3))});
        return expectNumber(database, sealedScopes, row, scopes.size() - 1);
    });
    if (!read) return fail(read.error());
    return scopes;
}

Result<std::unique_ptr<StringPool>> readStrings(const Database& database) {
    auto strings = std::make_unique<StringPool>();
    seedKnownKeys(*strings);
    const std::size_t seeded = strings->size();
    std::size_t next = 0;
    bool seedsDiffer = false;
    const Status read = readSealed(database, sealedStrings, [&](const Statement& row) -> Status {
        if (Status numbered = expectNumber(database, sealedStrings, row, next); !numbered) return numbered;
        if (strings->intern(row.text(1)).index() != next) {
            if (next >= seeded) return damaged(database, "a text that is there twice");
            seedsDiffer = true;
        }
        ++next;
        return {};
    });
    if (!read) return fail(read.error());
    // A program with other known names wrote it: sound, but its numbers mean something else here.
    if (seedsDiffer || next < seeded) {
        Error error = damaged(database, "").value();
        return fail(ErrorCode::CacheOtherVersion, {error.arguments.front(), "other attribute names"});
    }
    return strings;
}

Result<std::vector<Source>> readSources(const Database& database) {
    std::vector<Source> sources;
    const Status read = readSealed(database, sealedSources, [&](const Statement& row) {
        sources.push_back({std::string(row.text(1)),
                           std::string(row.text(2)),
                           static_cast<std::uint64_t>(row.integer(3)),
                           static_cast<std::uint64_t>(row.integer(4)),
                           {}});
        return expectNumber(database, sealedSources, row, sources.size() - 1);
    });
    if (!read) return fail(read.error());
    const Status problems = readSealed(database, sealedProblems, [&](const Statement& row) -> Status {
        const auto source = row.id<SourceId>(0);
        const auto code = problemCodeOf(row.text(1));
        if (source.index() >= sources.size() || !code) return damaged(database, "problems");
        Problem problem{*code, static_cast<std::uint64_t>(row.integer(2)), std::nullopt,
                        std::string(row.text(3))};
        if (!row.isNull(4)) {
            problem.position.emplace().offset = static_cast<std::uint64_t>(row.integer(4));
            if (!row.isNull(5)) problem.position->line = static_cast<std::uint64_t>(row.integer(5));
        }
        sources[source.index()].problems.push_back(std::move(problem));
        return {};
    });
    if (!problems) return fail(problems.error());
    return sources;
}

Result<CaptureHead> readHead(const Database& database) {
    std::vector<CaptureHead> heads;
    const Status read = readSealed(database, sealedCapture, [&](const Statement& row) -> Status {
        const auto count = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
        heads.push_back(
            {{count(0), count(1), count(2), count(3), count(4), count(5), timeOf(row, 6), timeOf(row, 7)},
             std::string(row.text(8))});
        return {};
    });
    if (!read) return fail(read.error());
    if (heads.size() != 1) return damaged(database, "table capture");
    return std::move(heads.front());
}

} // namespace hallway

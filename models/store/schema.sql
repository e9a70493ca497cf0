-- The tables of a capture. docs/sql.md describes those for people: spans, calls, edges, services, problems, sources,
-- capture. Change format_version in CaptureFormat.h with every change here.
--
-- Ids of traces and spans: a blob of 16 or 8 bytes, most significant first; an opaque id is the number of its text in
-- `string`. Times are ns since 1970 UTC. No index but the keys: rows lie in order of arrival and are fetched by number.
-- The tables that grow with the capture (string, span_row, failed_span, call_row, chunk) are filled by TableBuilder: an
-- INTEGER PRIMARY KEY, no index, no default.

CREATE TABLE string (id INTEGER PRIMARY KEY, text TEXT NOT NULL);

CREATE TABLE resource (
    id INTEGER PRIMARY KEY,
    service INTEGER,              -- string; NULL: no service.name
    namespace INTEGER NOT NULL,   -- string
    host INTEGER NOT NULL,        -- string
    label TEXT NOT NULL,          -- the name of the service in `services`
    attributes BLOB NOT NULL      -- packed, trace/Attribute.h
);

CREATE TABLE scope (id INTEGER PRIMARY KEY, name INTEGER, version INTEGER, attributes BLOB NOT NULL);

CREATE TABLE span_row (
    row INTEGER PRIMARY KEY,      -- StoreRow
    trace NOT NULL,
    id NOT NULL,
    parent,
    start_ns INTEGER NOT NULL,
    end_ns INTEGER NOT NULL,
    name INTEGER,
    resource INTEGER NOT NULL,
    scope INTEGER,
    source INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    status INTEGER NOT NULL,
    message INTEGER,
    state INTEGER,
    dropped INTEGER NOT NULL,
    checksum INTEGER NOT NULL,    -- over all but the times
    attributes BLOB,              -- packed, trace/Attribute.h
    events BLOB,                  -- packed, trace/Event.h
    links BLOB                    -- packed, trace/Event.h
);

CREATE TABLE failed_span (row INTEGER PRIMARY KEY); -- calls.md rule 22, own side

CREATE TABLE call_row (
    call INTEGER PRIMARY KEY,     -- CallRow
    edge INTEGER NOT NULL,
    time_ns INTEGER NOT NULL,
    client INTEGER,               -- span_row
    server INTEGER,               -- span_row
    flags INTEGER NOT NULL,       -- CallFlag, FailureKind in bits 12 to 15
    client_ns INTEGER,
    server_ns INTEGER,
    delivery_ns INTEGER
);

-- Columns of numbers as arrays, little endian, in parts; what an open capture works on.
CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    part INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL
);

-- What is kept under a name: figures, layouts.
CREATE TABLE kept (name TEXT PRIMARY KEY, checksum INTEGER NOT NULL, bytes BLOB NOT NULL);

-- Checksums over all rows of a table.
CREATE TABLE seal (name TEXT PRIMARY KEY, checksum INTEGER NOT NULL);

CREATE TABLE capture (
    traces INTEGER NOT NULL,
    spans INTEGER NOT NULL,
    services INTEGER NOT NULL,
    duplicates INTEGER NOT NULL,
    orphans INTEGER NOT NULL,
    incomplete_traces INTEGER NOT NULL,
    start_ns INTEGER,
    end_ns INTEGER,
    fingerprint TEXT NOT NULL
);

CREATE TABLE sources (
    source INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    spans INTEGER NOT NULL
);

CREATE TABLE problem_row (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    code TEXT NOT NULL,
    count INTEGER NOT NULL,
    example TEXT NOT NULL,
    byte_offset INTEGER,
    line INTEGER
);

CREATE TABLE edges (
    edge INTEGER PRIMARY KEY,
    caller TEXT NOT NULL,
    callee TEXT NOT NULL,
    class TEXT NOT NULL,
    calls INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    failed_here INTEGER NOT NULL,
    strict_failed INTEGER NOT NULL,
    retries INTEGER NOT NULL,
    extra_attempts INTEGER NOT NULL,
    server_span_missing INTEGER NOT NULL,
    latency_samples INTEGER, latency_p50_ns INTEGER, latency_p95_ns INTEGER, latency_p99_ns INTEGER, latency_max_ns INTEGER,
    client_samples INTEGER, client_p50_ns INTEGER, client_p95_ns INTEGER, client_p99_ns INTEGER, client_max_ns INTEGER,
    server_samples INTEGER, server_p50_ns INTEGER, server_p95_ns INTEGER, server_p99_ns INTEGER, server_max_ns INTEGER,
    network_samples INTEGER, network_p50_ns INTEGER, network_p95_ns INTEGER, network_p99_ns INTEGER, network_max_ns INTEGER,
    delivery_samples INTEGER, delivery_p50_ns INTEGER, delivery_p95_ns INTEGER, delivery_p99_ns INTEGER,
    delivery_max_ns INTEGER,
    fan_out_entries INTEGER, fan_out_mean REAL, fan_out_share REAL, fan_out_mean_when_called REAL, fan_out_max INTEGER
);

CREATE TABLE services (
    service INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    namespace TEXT NOT NULL,
    kind TEXT NOT NULL,
    entries INTEGER,
    failed INTEGER,
    latency_samples INTEGER, latency_p50_ns INTEGER, latency_p95_ns INTEGER, latency_p99_ns INTEGER, latency_max_ns INTEGER,
    fan_out_mean REAL, fan_out_p50 INTEGER, fan_out_p95 INTEGER, fan_out_max INTEGER
);

-- The columns of views are subqueries over one table: a query pays for the columns it names, and no join order can be
-- chosen wrongly without statistics.
CREATE VIEW spans AS
SELECT s.row AS span,
       CASE typeof(s.trace) WHEN 'blob' THEN lower(hex(s.trace))
                            ELSE (SELECT text FROM string WHERE string.id = s.trace) END AS trace_id,
       CASE typeof(s.id) WHEN 'blob' THEN lower(hex(s.id))
                         ELSE (SELECT text FROM string WHERE string.id = s.id) END AS span_id,
       CASE typeof(s.parent) WHEN 'null' THEN NULL WHEN 'blob' THEN lower(hex(s.parent))
                             ELSE (SELECT text FROM string WHERE string.id = s.parent) END AS parent_span_id,
       (SELECT label FROM resource WHERE resource.id = s.resource) AS service,
       (SELECT text FROM string WHERE string.id = s.name) AS name,
       CASE s.kind WHEN 1 THEN 'internal' WHEN 2 THEN 'server' WHEN 3 THEN 'client' WHEN 4 THEN 'producer'
                   WHEN 5 THEN 'consumer' ELSE 'unspecified' END AS kind,
       CASE s.status WHEN 1 THEN 'ok' WHEN 2 THEN 'error' ELSE 'unset' END AS status,
       nullif((SELECT text FROM string WHERE string.id = s.message), '') AS status_message,
       EXISTS (SELECT 1 FROM failed_span WHERE failed_span.row = s.row) AS failed,
       s.start_ns,
       CASE WHEN s.end_ns <> 0 THEN s.end_ns END AS end_ns,
       CASE WHEN s.end_ns <> 0 AND s.end_ns >= s.start_ns THEN s.end_ns - s.start_ns END AS duration_ns,
       nullif((SELECT text FROM string
               WHERE string.id = (SELECT host FROM resource WHERE resource.id = s.resource)), '') AS host,
       (SELECT path FROM sources WHERE sources.source = s.source) AS source
FROM span_row AS s;

CREATE VIEW calls AS
SELECT call,
       (SELECT caller FROM edges WHERE edges.edge = call_row.edge) AS caller,
       (SELECT callee FROM edges WHERE edges.edge = call_row.edge) AS callee,
       (SELECT class FROM edges WHERE edges.edge = call_row.edge) AS class,
       (SELECT string.text FROM span_row JOIN string ON string.id = span_row.name
        WHERE span_row.row = ifnull(server, client)) AS name,
       time_ns,
       ifnull(client_ns, server_ns) AS latency_ns,
       client_ns,
       server_ns,
       delivery_ns,
       flags >> 1 & 1 AS failed,
       flags >> 2 & 1 AS failed_here,
       flags >> 3 & 1 AS strict_failed,
       CASE flags >> 12 WHEN 1 THEN '4xx' WHEN 2 THEN '5xx' WHEN 3 THEN 'timeout' WHEN 4 THEN 'cancelled'
                        WHEN 5 THEN 'transport' WHEN 6 THEN 'other' END AS failure,
       flags >> 4 & 1 AS retry,
       flags >> 5 & 1 AS extra_attempt,
       flags >> 6 & 1 AS server_span_missing,
       client AS client_span,
       server AS server_span,
       (SELECT trace_id FROM spans WHERE spans.span = ifnull(server, client)) AS trace_id
FROM call_row;

CREATE VIEW problems AS
SELECT (SELECT path FROM sources WHERE sources.source = problem_row.source) AS source,
       code, count, example, byte_offset, line
FROM problem_row;

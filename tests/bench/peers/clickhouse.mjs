// ClickHouse inside the process: calls, errors and percentiles per pair of services, from OTLP JSON Lines.
//   node clickhouse.mjs FILE THREADS
import { Session } from "chdb";

const [file, threads] = process.argv.slice(2);
const path = file.replaceAll("'", "\\'");

const structure = `resourceSpans Array(Tuple(
  resource Tuple(attributes Array(Tuple(key String, value Tuple(stringValue String)))),
  scopeSpans Array(Tuple(spans Array(Tuple(
    traceId String, spanId String, parentSpanId String, name String,
    startTimeUnixNano Int64, endTimeUnixNano Int64, status Tuple(code Int32)))))))`;

const session = new Session();
const ask = (sql, format = "CSV") => session.query(`${sql} SETTINGS max_threads = ${threads}`, format);
session.query("CREATE DATABASE bench");
ask(`
  CREATE TABLE bench.spans ENGINE = Memory AS
  SELECT arrayFirst(a -> a.key = 'service.name', resource.resource.attributes).value.stringValue AS service,
         span.traceId AS trace, span.spanId AS id, span.parentSpanId AS parent, span.name AS name,
         span.startTimeUnixNano AS begins, span.endTimeUnixNano AS ends, span.status.code = 2 AS failed
  FROM file('${path}', 'JSONEachRow', '${structure}')
  ARRAY JOIN resourceSpans AS resource ARRAY JOIN resource.scopeSpans AS scope ARRAY JOIN scope.spans AS span`);
const text = ask(`
  SELECT parent.service AS caller, child.service AS callee, count() AS calls, countIf(child.failed) AS errors,
         quantilesExact(0.5, 0.95, 0.99)(child.ends - child.begins) AS percentiles
  FROM bench.spans AS child JOIN bench.spans AS parent ON parent.trace = child.trace AND parent.id = child.parent
  WHERE parent.service <> child.service
  GROUP BY caller, callee`, "JSONCompact");
session.cleanup();

const rows = JSON.parse(text).data;
const total = (column) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
console.log(JSON.stringify({ pairs: rows.length, calls: total(2), errors: total(3) }));

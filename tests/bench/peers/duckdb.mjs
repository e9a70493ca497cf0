// DuckDB: calls, errors and percentiles per pair of services, from OTLP JSON Lines.
//   node duckdb.mjs typed|tuned FILE THREADS
import { DuckDBInstance } from "@duckdb/node-api";

const [how, file, threads] = process.argv.slice(2);
const path = file.replaceAll("'", "''");

const structure = JSON.stringify({
  resourceSpans: [{
    resource: { attributes: [{ key: "VARCHAR", value: { stringValue: "VARCHAR" } }] },
    scopeSpans: [{
      spans: [{
        traceId: "VARCHAR", spanId: "VARCHAR", parentSpanId: "VARCHAR", name: "VARCHAR",
        startTimeUnixNano: "VARCHAR", endTimeUnixNano: "VARCHAR", status: { code: "INTEGER" },
      }],
    }],
  }],
});
const documents = {
  typed: `SELECT resourceSpans FROM read_json('${path}')`,
  tuned: `SELECT from_json(json, '${structure}').resourceSpans AS resourceSpans
          FROM read_json_objects('${path}', format = 'newline_delimited')`,
};

const connection = await (await DuckDBInstance.create(":memory:", { threads })).connect();
await connection.run(`
  CREATE TABLE spans AS
  SELECT service, s.traceId AS trace, s.spanId AS id, s.parentSpanId AS parent, s.name AS name,
         s.startTimeUnixNano::BIGINT AS begins, s.endTimeUnixNano::BIGINT AS ends,
         coalesce(s.status.code, 0) = 2 AS failed
  FROM (SELECT service, unnest(scope.spans) AS s
        FROM (SELECT list_filter(r.resource.attributes, a -> a.key = 'service.name')[1].value.stringValue AS service,
                     unnest(r.scopeSpans) AS scope
              FROM (SELECT unnest(resourceSpans) AS r FROM (${documents[how]}))))`);
const result = await connection.runAndReadAll(`
  SELECT parent.service, child.service, count(*) AS calls, count(*) FILTER (child.failed) AS errors,
         quantile_disc(child.ends - child.begins, [0.5, 0.95, 0.99]) AS percentiles
  FROM spans child JOIN spans parent ON parent.trace = child.trace AND parent.id = child.parent
  WHERE parent.service <> child.service
  GROUP BY ALL`);

const rows = result.getRows();
const total = (column) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
console.log(JSON.stringify({ pairs: rows.length, calls: total(2), errors: total(3) }));

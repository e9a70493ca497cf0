#include "report/StatisticsReport.h"

#include "base/FormatText.h"
#include "report/Csv.h"
#include "report/JsonParts.h"
#include "report/TextTable.h"

namespace hallway {

using namespace json;

namespace {

using Align = TextTable::Align;

void addFigures(Json& object, const SpanFigures& figures) {
    object["spans"] = figures.spans;
    object["failed"] = figures.failed;
    object["total_ns"] = valueOf(figures.total);
    object["self_ns"] = valueOf(figures.self);
    object["duration_ns"] = valueOf(figures.duration);
}

Json lineOf(const StatisticsRow& row) {
    Json line = {
        {"value", row.value.kind == StatisticsValue::Kind::Value ? valueOf(row.value.value) : Json()},
        {"rest", row.value.kind == StatisticsValue::Kind::Rest}};
    addFigures(line, row.figures);
    return line;
}

void addRow(CsvWriter& csv, std::string_view value, std::string_view then, const SpanFigures& figures) {
    const auto duration = [&csv](const std::optional<Duration>& value_) {
        if (value_)
            csv.integer(value_->count());
        else
            csv.absent();
    };
    csv.text(value);
    csv.text(then);
    csv.count(figures.spans);
    csv.count(figures.failed);
    duration(figures.total);
    duration(figures.self);
    const auto& spread = figures.duration;
    csv.count(spread ? spread->samples : 0);
    for (const auto member : {&Distribution::p50, &Distribution::p95, &Distribution::p99, &Distribution::max})
        duration(spread ? std::optional((*spread).*member) : std::nullopt);
    csv.endRow();
}

std::string textOf(const std::optional<Duration>& duration) {
    return duration ? format::duration(*duration) : std::string(format::absent);
}

/// Percentiles on few spans are marked: p95 wants 20, p99 wants 100 (calls.md 2.1).
std::string percentile(const SpanFigures& figures, Duration Distribution::*member, std::uint64_t wanted) {
    if (!figures.duration) return std::string(format::absent);
    return (figures.duration->samples < wanted ? "~" : "") + format::duration((*figures.duration).*member);
}

void addLine(TextTable& table, const std::string& name, const SpanFigures& figures) {
    table.addRow({name, format::countExact(figures.spans), format::countExact(figures.failed),
                  format::share(figures.failed, figures.spans), textOf(figures.total), textOf(figures.self),
                  percentile(figures, &Distribution::p50, 1), percentile(figures, &Distribution::p95, 20),
                  percentile(figures, &Distribution::p99, 100)});
}

} // namespace

std::string shownText(const StatisticsValue& value) {
    switch (value.kind) {
    case StatisticsValue::Kind::None:
        return "(none)";
    case StatisticsValue::Kind::Rest:
        return "(further values)";
    case StatisticsValue::Kind::Value:
        break;
    }
    return value.value.text.empty() ? "(empty)" : value.value.text;
}

std::string statisticsJson(const Capture& capture, const StatisticsTable& table, const Subset& subset) {
    Json document = documentOf("hallway.stats/1", capture, subset);
    document["by"] = hallway::textOf(table.by);
    document["then"] = table.then ? Json(hallway::textOf(*table.then)) : Json();
    Json all = Json::object();
    addFigures(all, table.all);
    document["all"] = std::move(all);
    Json& groups = document["groups"] = Json::array();
    for (const StatisticsRow& row : table.rows) {
        Json line = lineOf(row);
        if (table.then) {
            Json& parts = line["parts"] = Json::array();
            for (const StatisticsRow& part : row.parts)
                parts.push_back(lineOf(part));
        }
        groups.push_back(std::move(line));
    }
    return json::textOf(document);
}

std::string statisticsCsv(const StatisticsTable& table) {
    CsvWriter csv;
    for (const std::string& title :
         {hallway::textOf(table.by), table.then ? hallway::textOf(*table.then) : std::string("then"),
          std::string("spans"), std::string("failed"), std::string("total_ns"), std::string("self_ns"),
          std::string("duration_samples"), std::string("duration_p50_ns"), std::string("duration_p95_ns"),
          std::string("duration_p99_ns"), std::string("duration_max_ns")})
        csv.text(title);
    csv.endRow();
    for (const StatisticsRow& row : table.rows) {
        addRow(csv, shownText(row.value), {}, row.figures);
        for (const StatisticsRow& part : row.parts)
            addRow(csv, shownText(row.value), shownText(part.value), part.figures);
    }
    return csv.content();
}

std::string statisticsText(const StatisticsTable& table) {
    TextTable text({{format::printable(hallway::textOf(table.by))},
                    {"SPANS", Align::Right},
                    {"FAILED", Align::Right},
                    {"SHARE", Align::Right},
                    {"TOTAL", Align::Right},
                    {"SELF", Align::Right},
                    {"P50", Align::Right},
                    {"P95", Align::Right},
                    {"P99", Align::Right}});
    for (const StatisticsRow& row : table.rows) {
        addLine(text, shownText(row.value), row.figures);
        for (const StatisticsRow& part : row.parts)
            addLine(text, "  " + shownText(part.value), part.figures);
    }
    addLine(text, "(all)", table.all);
    return text.text();
}

} // namespace hallway

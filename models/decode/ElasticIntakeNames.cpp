#include "decode/ElasticIntakeNames.h"

#include <span>

namespace hallway {

namespace {

/// A name that ends in a dot stands for all that begin with it.
struct Row {
    std::string_view intake, document;
};

constexpr Row commonRows[] = {
    {"trace_id", "trace.id"},
    {"parent_id", "parent.id"},
    {"transaction_id", "transaction.id"},
    {"timestamp", "timestamp.us"},
    {"outcome", "event.outcome"},
    {"otel.span_kind", "span.kind"},
    {"otel.", "otel."},
    {"context.service.node.configured_name", "service.node.name"},
    {"context.service.agent.", "agent."},
    {"context.service.", "service."},
    {"context.cloud.", "cloud."},
    {"context.tags.", "labels."},
    {"context.user.", "user."},
};

constexpr Row transactionRows[] = {
    {"context.request.method", "http.request.method"},
    {"context.request.url.full", "url.full"},
    {"context.request.url.raw", "url.original"},
    {"context.request.url.pathname", "url.path"},
    {"context.request.url.search", "url.query"},
    {"context.request.url.hostname", "url.domain"},
    {"context.request.url.", "url."},
    {"context.request.socket.remote_address", "client.ip"},
    {"context.request.", "http.request."},
    {"context.response.", "http.response."},
    {"context.", "transaction."},
};

constexpr Row spanRows[] = {
    {"links", "span.links"},
    {"context.destination.service.", "span.destination.service."},
    {"context.destination.", "destination."},
    {"context.http.url", "url.original"},
    {"context.http.method", "http.request.method"},
    {"context.http.status_code", "http.response.status_code"},
    {"context.http.response.", "http.response."},
    {"context.http.", "http."},
    {"context.", "span."},
};

constexpr Row metadataRows[] = {
    {"service.node.configured_name", "service.node.name"},
    {"service.agent.", "agent."},
    {"system.configured_hostname", "host.name"},
    {"system.detected_hostname", "host.hostname"},
    {"system.hostname", "host.hostname"},
    {"system.platform", "host.os.platform"},
    {"system.container.", "container."},
    {"system.kubernetes.", "kubernetes."},
    {"system.", "host."},
};

bool put(std::string& target, std::string_view field, std::span<const Row> rows) {
    for (const Row& row : rows) {
        const bool isFamily = row.intake.ends_with('.');
        if (isFamily ? !field.starts_with(row.intake) : field != row.intake) continue;
        target = row.document;
        if (isFamily) target += field.substr(row.intake.size());
        return true;
    }
    return false;
}

void putOwn(std::string& target, std::string_view family, std::string_view field) {
    target = family;
    target += field;
}

} // namespace

void putTransactionField(std::string& target, std::string_view field) {
    if (field == "links") // they stand among the span's in documents of both
        target = "span.links";
    else if (!put(target, field, commonRows) && !put(target, field, transactionRows))
        putOwn(target, "transaction.", field);
}

void putSpanField(std::string& target, std::string_view field) {
    if (!put(target, field, commonRows) && !put(target, field, spanRows)) putOwn(target, "span.", field);
}

void putMetadataField(std::string& target, std::string_view field) {
    if (!put(target, field, metadataRows)) target = field;
}

} // namespace hallway

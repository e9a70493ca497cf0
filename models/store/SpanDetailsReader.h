// From a row of `span_row` to everything an export said about a span.
#pragma once

#include "base/Result.h"
#include "store/SpanRowCodec.h"
#include "trace/ResourceTable.h"
#include "trace/SpanDetails.h"

namespace hallway {

/// What the numbers in a row stand for.
struct DetailTables {
    const ResourceTable& resources;
    const ScopeTable& scopes;
    const StringPool& strings;
};

/// Nothing if the row refers to what is not there, or its packed events or links are damaged.
[[nodiscard]] std::optional<SpanDetails> detailsOf(const SpanRowFields& fields, const DetailTables& tables);

} // namespace hallway

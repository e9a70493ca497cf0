// One request drawn by hand, and its critical path:
//
//   ms            0    10   20   30   40   50   60   70   80   90  100
//   web  shop     ################################################### server
//   web  cart          ########################## client
//   cart GetCart            ################ server                       20–50
//   cart SELECT              ########## client of the database            25–45
//   web  pay                                          ########## client   70–90
//   pay  Charge                                         ######   server   75–85
#pragma once

#include "support/CaptureScript.h"

#include <string>

namespace hallway::test {

/// Adds the request as a trace of this name, `later` ms after the origin; `select` is how long the SELECT
/// takes (20), and moves the end of what waits for it.
inline void addShopRequest(CaptureScript& script, const std::string& trace, std::int64_t later = 0,
                           std::int64_t select = 20) {
    const auto add = [&](const std::string& name, ScriptSpan span) {
        span.trace = trace;
        if (!span.parent.empty()) span.parent = trace + span.parent;
        script.span(trace + name, std::move(span));
    };
    const std::int64_t more = select - 20;
    const auto at = [later](std::int64_t ms) { return later + ms; };
    const auto after = [later, more](std::int64_t ms) { return later + ms + more; };
    add("shop",
        {.service = "web", .name = "shop", .kind = SpanKind::Server, .from = at(0), .to = after(100)});
    add("cart", {.parent = "shop",
                 .service = "web",
                 .name = "cart",
                 .kind = SpanKind::Client,
                 .from = at(10),
                 .to = after(60)});
    add("get", {.parent = "cart",
                .service = "cart",
                .name = "GetCart",
                .kind = SpanKind::Server,
                .from = at(20),
                .to = after(50)});
    add("select",
        {.parent = "get",
         .service = "cart",
         .name = "SELECT",
         .kind = SpanKind::Client,
         .from = at(25),
         .to = after(45),
         .attributes = {{"db.system", std::string("mysql")}, {"db.namespace", std::string("carts")}}});
    add("pay", {.parent = "shop",
                .service = "web",
                .name = "pay",
                .kind = SpanKind::Client,
                .from = after(70),
                .to = after(90)});
    add("charge", {.parent = "pay",
                   .service = "pay",
                   .name = "Charge",
                   .kind = SpanKind::Server,
                   .status = SpanStatus::Error,
                   .from = after(75),
                   .to = after(85)});
}

/// The row of the `which`th span of this operation, in the order of the table.
inline SpanRow spanNamed(const ScriptedCapture& capture, std::string_view name, std::size_t which = 0) {
    const SpanTable& spans = capture.built.spans;
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (capture.strings->text(spans.name[row]) == name && which-- == 0) return SpanRow(row);
    return {};
}

} // namespace hallway::test

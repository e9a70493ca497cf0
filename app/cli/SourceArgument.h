// Whose calls: --edge, --class, --service, --operation, as people type them.
#pragma once

#include "analysis/CallSource.h"
#include "cli/Parser.h"
#include "session/Capture.h"

#include <optional>
#include <string>

namespace hallway::cli {

/// Owns what was typed; the parser refers to it while it parses. Without any of them: the requests from
/// outside.
class SourceOptions {
public:
    explicit SourceOptions(Parser& parser);
    SourceOptions(const SourceOptions&) = delete;
    SourceOptions& operator=(const SourceOptions&) = delete;

    /// What is wrong with them together.
    [[nodiscard]] std::optional<Error> check() const;
    /// Errors: those of findEdge() and findNode(); BadArgument for an operation that no call has.
    [[nodiscard]] Result<CallSource> source(const Capture& capture) const;

private:
    std::string m_edge, m_service, m_operation;
    std::optional<CallClass> m_class;
};

/// "web → cart", "cart", "requests"; with an operation "web → cart, GET /".
[[nodiscard]] std::string nameOf(const CallSource& source, const Capture& capture);

} // namespace hallway::cli

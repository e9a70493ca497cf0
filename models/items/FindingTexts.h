// Pieces that the findings of failures, suspects and shapes have in common. Private to these.
#pragma once

#include "analysis/CallPaths.h"
#include "items/Finding.h"
#include "session/Capture.h"

namespace hallway {

class FindingTexts {
public:
    explicit FindingTexts(const Capture& capture) : m_capture(capture) {}

    [[nodiscard]] QString label(NodeId node) const;
    [[nodiscard]] QString operation(StringId name) const;   ///< "" where there is none
    [[nodiscard]] QString edge(EdgeId edge) const;          ///< "checkout → payments"
    [[nodiscard]] QString step(const PathStep& step) const; ///< "payments POST /authorize"
    [[nodiscard]] FindingPlace placeOf(SpanRow span) const { return {m_capture.spans().traceOf(span), span}; }
    [[nodiscard]] QString traceId(TraceRow trace) const;

    // Conditions of the filter language about one span; names are quoted as it wants them. An invalid
    // or virtual service and an operation without a name ask for nothing.
    [[nodiscard]] QString isSpan(NodeId service, StringId name) const;
    [[nodiscard]] QString isCall(EdgeId edge) const;
    [[nodiscard]] static QString quoted(std::string_view text);
    [[nodiscard]] static QString both(const QString& a, const QString& b);

    // "1 failure", "12 failures"
    [[nodiscard]] static QString failures(std::uint64_t count);
    [[nodiscard]] static QString traces(std::uint64_t count);
    [[nodiscard]] static QString retries(std::uint64_t count);
    [[nodiscard]] static QString paths(std::uint64_t count);
    [[nodiscard]] static QString count(std::uint64_t value);
    [[nodiscard]] static QString share(std::uint64_t part, std::uint64_t whole);
    [[nodiscard]] static QString duration(Duration value);

private:
    const Capture& m_capture;
};

} // namespace hallway

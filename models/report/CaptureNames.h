// What rows and ids of a capture are called in texts that leave the program. Private to report.
#pragma once

#include "session/Capture.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

class CaptureNames {
public:
    explicit CaptureNames(const Capture& capture) : m_capture(capture) {}

    [[nodiscard]] const std::string& label(NodeId node) const {
        return m_capture.calls().nodes[node.index()].label;
    }
    /// "" where a call has no span to be named after.
    [[nodiscard]] std::string_view operation(StringId name) const { return m_capture.strings().text(name); }
    [[nodiscard]] std::string traceId(TraceRow trace) const {
        return textOf(m_capture.spans().traces[trace.index()].id, m_capture.strings());
    }
    [[nodiscard]] std::string traceId(SpanRow span) const { return traceId(m_capture.spans().traceOf(span)); }
    [[nodiscard]] std::string spanId(SpanRow span) const {
        return textOf(m_capture.spans().spanId(span), m_capture.strings());
    }
    [[nodiscard]] const Edge& edge(EdgeId id) const { return m_capture.calls().edges[id.index()]; }
    /// "checkout → payments"
    [[nodiscard]] std::string edgeText(EdgeId id) const {
        return label(edge(id).caller) + " → " + label(edge(id).callee);
    }
    /// "payments: POST /authorize", or the label alone.
    [[nodiscard]] std::string stepText(NodeId node, StringId name) const {
        const std::string_view text = operation(name);
        return text.empty() ? label(node) : label(node) + ": " + std::string(text);
    }

private:
    const Capture& m_capture;
};

} // namespace hallway

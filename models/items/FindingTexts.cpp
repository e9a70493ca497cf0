#include "items/FindingTexts.h"

#include "base/FormatText.h"
#include "items/FigureText.h"

#include <QCoreApplication>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

QString shown(std::string_view text) { return toQString(format::printable(text)); }

} // namespace

QString FindingTexts::label(NodeId node) const { return shown(m_capture.calls().nodes[node.index()].label); }

QString FindingTexts::operation(StringId name) const { return shown(m_capture.strings().text(name)); }

QString FindingTexts::edge(EdgeId id) const {
    const Edge& held = m_capture.calls().edges[id.index()];
    return label(held.caller) + QStringLiteral(" → ") + label(held.callee);
}

QString FindingTexts::step(const PathStep& step) const {
    const QString name = operation(step.operation);
    return name.isEmpty() ? label(step.node) : label(step.node) + u' ' + name;
}

QString FindingTexts::traceId(TraceRow trace) const {
    return shown(textOf(m_capture.spans().traces[trace.index()].id, m_capture.strings()));
}

QString FindingTexts::quoted(std::string_view text) {
    QString safe = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    safe.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + safe + u'"';
}

QString FindingTexts::both(const QString& a, const QString& b) {
    return a.isEmpty() || b.isEmpty() ? a + b : a + QStringLiteral(" && ") + b;
}

QString FindingTexts::isSpan(NodeId service, StringId name) const {
    const std::string_view text = m_capture.strings().text(name);
    QString condition;
    if (service.valid()) {
        const Node& node = m_capture.calls().nodes[service.index()];
        if (node.kind == NodeKind::Service && !node.noService)
            condition = QStringLiteral("resource.service.name = ") + quoted(node.name);
    }
    return text.empty() ? condition : both(condition, QStringLiteral("name = ") + quoted(text));
}

QString FindingTexts::isCall(EdgeId id) const {
    const CallTable& calls = m_capture.calls();
    const Edge& held = calls.edges[id.index()];
    return both(QStringLiteral("edge.caller = ") + quoted(calls.nodes[held.caller.index()].label),
                QStringLiteral("edge.callee = ") + quoted(calls.nodes[held.callee.index()].label));
}

QString FindingTexts::failures(std::uint64_t number) {
    return number == 1 ? Words::tr("1 failure") : Words::tr("%1 failures").arg(count(number));
}
QString FindingTexts::traces(std::uint64_t number) {
    return number == 1 ? Words::tr("1 trace") : Words::tr("%1 traces").arg(count(number));
}
QString FindingTexts::retries(std::uint64_t number) {
    return number == 1 ? Words::tr("1 retry") : Words::tr("%1 retries").arg(count(number));
}
QString FindingTexts::paths(std::uint64_t number) {
    return number == 1 ? Words::tr("1 path") : Words::tr("%1 paths").arg(count(number));
}

QString FindingTexts::count(std::uint64_t value) { return toQString(format::countExact(value)); }
QString FindingTexts::share(std::uint64_t part, std::uint64_t whole) {
    return toQString(format::share(part, whole));
}
QString FindingTexts::duration(Duration value) { return toQString(format::duration(value)); }

} // namespace hallway

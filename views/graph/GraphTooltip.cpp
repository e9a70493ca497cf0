#include "graph/GraphTooltip.h"

#include "analysis/Retries.h"
#include "base/FormatText.h"

#include <QCoreApplication>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GraphTooltip)
};

QString asText(const std::string& text) { return QString::fromStdString(text); }
QString exact(std::uint64_t count) { return asText(format::countExact(count)); }
QString time(Duration value) { return asText(format::duration(value)); }
QString share(std::uint64_t part, std::uint64_t whole) { return asText(format::share(part, whole)); }

/// A two-column table of rich text.
class Table {
public:
    explicit Table(const QString& head)
        : m_html(QStringLiteral("<b>%1</b><table>").arg(head.toHtmlEscaped())) {}
    void row(const QString& name, const QString& value) {
        m_html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align=\"right\">%2</td></tr>")
                      .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    [[nodiscard]] QString html() const { return m_html + QStringLiteral("</table>"); }

private:
    QString m_html;
};

void addPercentiles(Table& table, const Distribution& latency) {
    const auto percentile = [](Duration value, bool certain) {
        return (certain ? QString() : QStringLiteral("~ ")) + time(value);
    };
    table.row(Words::tr("p50 · p95 · p99"),
              QStringLiteral("%1 · %2 · %3")
                  .arg(percentile(latency.p50, true), percentile(latency.p95, isCertainP95(latency.samples)),
                       percentile(latency.p99, isCertainP99(latency.samples))));
    table.row(Words::tr("samples"), exact(latency.samples));
}

/// "106 of 106 · ×38"
QString repeatsText(const EdgeRepeats& repeats) {
    return Words::tr("%1 of %2 · ×%3")
        .arg(exact(repeats.requests), exact(repeats.ofRequests), exact(repeats.most));
}

QString endsOf(const GraphScene& scene, const SceneEdge& edge) {
    return QStringLiteral("%1 → %2").arg(scene.nodes[edge.tail].name, scene.nodes[edge.head].name);
}

/// Of what a card tells by its shape; a service goes without saying, and a user is called so.
QString kindText(NodeKind kind) {
    switch (kind) {
    case NodeKind::Database:
        return Words::tr("database");
    case NodeKind::Queue:
        return Words::tr("queue");
    case NodeKind::Function:
        return Words::tr("function");
    case NodeKind::External:
        return Words::tr("external");
    case NodeKind::Service:
    case NodeKind::User:
        break;
    }
    return {};
}

QString p99Text(const Distribution& latency) {
    return (isCertainP99(latency.samples) ? Words::tr("p99 %1") : Words::tr("p99 about %1"))
        .arg(time(latency.p99));
}

/// On the edges of the scene.
std::uint64_t callsFrom(const GraphScene& scene, const SceneNode& node) {
    std::uint64_t calls = 0;
    for (const SceneEdge& edge : scene.edges)
        if (scene.nodes[edge.tail].id == node.id) calls += edge.calls;
    return calls;
}

} // namespace

QString edgeTooltip(const GraphScene& scene, const SceneEdge& edge) {
    const GraphEdge& figures = scene.figuresOf(edge);
    Table table(endsOf(scene, edge));
    table.row(Words::tr("calls"), exact(figures.calls));
    if (figures.failed > 0) {
        table.row(Words::tr("failed"),
                  QStringLiteral("%1 (%2)").arg(exact(figures.failed), share(figures.failed, figures.calls)));
        table.row(Words::tr("start here · passed on"),
                  QStringLiteral("%1 · %2").arg(exact(figures.failedHere),
                                                exact(figures.failed - figures.failedHere)));
    } else {
        table.row(Words::tr("failed"), share(0, figures.calls));
    }
    if (figures.latency) addPercentiles(table, *figures.latency);
    if (figures.client && figures.server)
        table.row(Words::tr("client p50 · server p50"),
                  QStringLiteral("%1 · %2").arg(time(figures.client->p50), time(figures.server->p50)));
    if (figures.delivery) table.row(Words::tr("delivery p50"), time(figures.delivery->p50));
    if (figures.fanOut)
        table.row(Words::tr("fan-out mean · max"),
                  QStringLiteral("%1 · %2").arg(asText(format::fanOut(figures.fanOut->mean)),
                                                exact(figures.fanOut->max)));
    if (figures.path && figures.path->whole > Duration::zero()) {
        const auto ofPath = [&](Duration part) {
            return share(static_cast<std::uint64_t>(part.count()),
                         static_cast<std::uint64_t>(figures.path->whole.count()));
        };
        table.row(Words::tr("of the critical path · with its callees"),
                  QStringLiteral("%1 · %2").arg(ofPath(figures.path->own), ofPath(figures.path->through)));
    }
    if (figures.repeats)
        table.row(Words::tr("N+1: requests · calls each, at most"), repeatsText(*figures.repeats));
    if (figures.retries > 0)
        table.row(
            isRetryStorm(figures.retries, figures.calls) ? Words::tr("retries, a storm")
                                                         : Words::tr("retries"),
            QStringLiteral("%1 (%2)").arg(exact(figures.retries), share(figures.retries, figures.calls)));
    if (figures.extraAttempts > 0) table.row(Words::tr("extra attempts"), exact(figures.extraAttempts));
    if (figures.serverSpanMissing > 0)
        table.row(Words::tr("without server span"), exact(figures.serverSpanMissing));
    return table.html();
}

QString nodeTooltip(const GraphScene& scene, const SceneNode& node) {
    const GraphNode& figures = scene.figuresOf(node);
    Table table(node.name);
    if (const auto& projection = scene.stage.projection; projection && node.isGroup) {
        const ProjectedNode& group = projection->nodes[node.id.index()];
        table.row(Words::tr("services"), exact(group.members));
        table.row(Words::tr("calls inside"), exact(group.innerCalls));
        if (group.innerFailed > 0)
            table.row(Words::tr("failed inside"),
                      QStringLiteral("%1 (%2)").arg(exact(group.innerFailed),
                                                    share(group.innerFailed, group.innerCalls)));
    }
    table.row(figures.entries ? Words::tr("requests") : Words::tr("calls received"),
              exact(figures.requests()));
    if (figures.requests() > 0)
        table.row(Words::tr("failed"),
                  QStringLiteral("%1 (%2)").arg(exact(figures.failedRequests()),
                                                share(figures.failedRequests(), figures.requests())));
    if (figures.latency) addPercentiles(table, *figures.latency);
    if (figures.fanOut)
        table.row(Words::tr("fan-out mean · max"),
                  QStringLiteral("%1 · %2").arg(asText(format::fanOut(figures.fanOut->mean)),
                                                exact(figures.fanOut->max)));
    if (figures.spans > 0) table.row(Words::tr("spans"), exact(figures.spans));
    return table.html();
}

QString edgeSummary(const GraphScene& scene, const SceneEdge& edge) {
    const GraphEdge& figures = scene.figuresOf(edge);
    QStringList parts{
        Words::tr("%1, %2 calls, %3 failed")
            .arg(endsOf(scene, edge), exact(figures.calls), share(figures.failed, figures.calls))};
    if (figures.latency) parts << p99Text(*figures.latency);
    if (figures.repeats) parts << Words::tr("N+1 in %1").arg(repeatsText(*figures.repeats));
    if (isRetryStorm(figures.retries, figures.calls))
        parts << Words::tr("%1 retries, a storm").arg(exact(figures.retries));
    return parts.join(QStringLiteral(", "));
}

QString nodeSummary(const GraphScene& scene, const SceneNode& node) {
    const GraphNode& figures = scene.figuresOf(node);
    QStringList parts{node.name};
    if (const QString kind = kindText(node.kind); !kind.isEmpty()) parts << kind;
    if (node.isGroup && scene.stage.projection)
        parts << Words::tr("%1 services").arg(scene.stage.projection->nodes[node.id.index()].members);
    const std::uint64_t outgoing = callsFrom(scene, node);
    if (figures.requests() > 0) {
        parts << Words::tr("%1 requests").arg(exact(figures.requests()))
              << Words::tr("%1 failed").arg(share(figures.failedRequests(), figures.requests()));
        if (figures.latency) parts << p99Text(*figures.latency);
    } else if (outgoing > 0) {
        parts << Words::tr("calls others %1 times").arg(exact(outgoing));
    } else {
        parts << Words::tr("no requests");
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace hallway

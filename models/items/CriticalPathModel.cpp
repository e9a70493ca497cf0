#include "items/CriticalPathModel.h"

#include "base/FormatText.h"
#include "items/FigureText.h"

#include <QCoreApplication>

namespace hallway {

namespace {

QString words(const char* text) { return QCoreApplication::translate("CriticalPathModel", text); }

QString shown(std::string_view text) { return toQString(format::printable(text)); }

QString shareText(Duration part, Duration whole) {
    return toQString(
        format::share(static_cast<std::uint64_t>(part.count()), static_cast<std::uint64_t>(whole.count())));
}

double quotient(Duration part, Duration whole) {
    return whole == Duration::zero() ? 0
                                     : static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

class Naming {
public:
    Naming(const CallPathTree& tree, const CallTable& calls, const StringPool& strings)
        : m_tree(tree), m_calls(calls), m_strings(strings) {}

    void name(CriticalPathItem& item) const {
        const CriticalPathRow& row = item.row;
        if (row.edge) {
            const Edge& edge = m_calls.edges[row.edge->index()];
            item.subject = label(edge.caller) + QStringLiteral(" → ") + label(edge.callee);
            item.tip = item.subject + QStringLiteral(" · ") + shown(wordOf(edge.callClass));
        } else if (row.path != CallPath::none) {
            item.subject = step(m_tree.paths[row.path]);
            item.tip = wayTo(row.path);
        } else {
            item.subject = item.tip = label(row.node);
        }
    }
    void nameUncalled(CriticalPathItem& item) const {
        item.subject =
            words(QT_TRANSLATE_NOOP("CriticalPathModel", "(no call) → %1")).arg(label(item.row.node));
        item.tip = words(QT_TRANSLATE_NOOP("CriticalPathModel", "Work of roots that no call opened"));
    }

private:
    [[nodiscard]] QString label(NodeId node) const { return shown(m_calls.nodes[node.index()].label); }
    [[nodiscard]] QString step(const CallPath& path) const {
        if (path.isRest()) return words(QT_TRANSLATE_NOOP("CriticalPathModel", "(more)"));
        return label(path.service) + QStringLiteral(": ") + shown(m_strings.text(path.operation));
    }
    /// A line a step; of a long way its end.
    [[nodiscard]] QString wayTo(std::uint32_t path) const {
        constexpr int most = 20;
        QStringList steps;
        std::uint32_t at = path;
        for (; at != CallPath::none && steps.size() < most; at = m_tree.paths[at].parent)
            steps.prepend(step(m_tree.paths[at]));
        if (at != CallPath::none) steps.prepend(QStringLiteral("…"));
        return steps.join(QStringLiteral("\n→ "));
    }

    const CallPathTree& m_tree;
    const CallTable& m_calls;
    const StringPool& m_strings;
};

} // namespace

std::vector<CriticalPathItem> criticalPathItems(std::vector<CriticalPathRow> rows, PathGrouping by,
                                                Duration whole, const CallPathTree& tree,
                                                const CallTable& calls, const StringPool& strings) {
    const Naming naming(tree, calls, strings);
    std::vector<CriticalPathItem> items;
    items.reserve(rows.size());
    for (CriticalPathRow& row : rows) {
        CriticalPathItem item{std::move(row), {}, {}, whole};
        if (by == PathGrouping::Edge && !item.row.edge)
            naming.nameUncalled(item);
        else
            naming.name(item);
        items.push_back(std::move(item));
    }
    return items;
}

CriticalPathModel::CriticalPathModel(QObject* parent) : RowTableModel(parent) {
    using Item = CriticalPathItem;
    setColumns({
        {words(QT_TRANSLATE_NOOP("CriticalPathModel", "Waited for")),
         false,
         [](const Item& item) { return item.subject; },
         {},
         [](const Item& a, const Item& b) { return a.subject.compare(b.subject, Qt::CaseInsensitive) < 0; },
         [](const Item& item, int role) {
             return role == Qt::ToolTipRole ? QVariant(item.tip) : QVariant();
         }},
        {words(QT_TRANSLATE_NOOP("CriticalPathModel", "Share")), true,
         [](const Item& item) { return shareText(item.row.own, item.whole); },
         [](const Item& item) { return QString::number(quotient(item.row.own, item.whole), 'g', 17); },
         [](const Item& a, const Item& b) { return a.row.own < b.row.own; },
         [](const Item& item, int role) {
             return role == BarRole ? QVariant(quotient(item.row.own, item.whole)) : QVariant();
         }},
        {words(QT_TRANSLATE_NOOP("CriticalPathModel", "On the path")),
         true,
         [](const Item& item) { return toQString(format::duration(item.row.own)); },
         [](const Item& item) { return QString::number(item.row.own.count()); },
         [](const Item& a, const Item& b) { return a.row.own < b.row.own; },
         {}},
        {words(QT_TRANSLATE_NOOP("CriticalPathModel", "With callees")),
         true,
         [](const Item& item) { return shareText(item.row.through, item.whole); },
         [](const Item& item) { return QString::number(item.row.through.count()); },
         [](const Item& a, const Item& b) { return a.row.through < b.row.through; },
         {}},
        {words(QT_TRANSLATE_NOOP("CriticalPathModel", "Traces")),
         true,
         [](const Item& item) {
             return item.row.traces ? toQString(format::countExact(*item.row.traces)) : QStringLiteral("–");
         },
         [](const Item& item) { return item.row.traces ? QString::number(*item.row.traces) : QString(); },
         [](const Item& a, const Item& b) { return a.row.traces < b.row.traces; },
         {}},
    });
}

} // namespace hallway

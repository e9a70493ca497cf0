#include "tables/ColumnChoice.h"

#include "common/Text.h"
#include "items/Roles.h"
#include "tables/FigureHeader.h"

#include <QAbstractItemModel>
#include <QCompleter>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace hallway {

namespace {
constexpr int mostAttributes = 12; // columns: a table, not a dump
constexpr int menuTitle = 40;      // letters

/// A title in a menu: an ampersand is one, and not too long.
QString menuText(QString title) {
    if (title.size() > menuTitle) title = title.left(menuTitle - 1) + u'…';
    return title.replace(u'&', QStringLiteral("&&"));
}
} // namespace

ColumnChoice::ColumnChoice(FigureHeader& head) : QObject(&head), m_head(head) {
    connect(&head, &QHeaderView::sectionMoved, this, [this] {
        if (m_applying) return;
        m_layout.order.clear();
        for (int place = 0; place < m_head.count(); ++place)
            m_layout.order << keyOf(m_head.logicalIndex(place));
        emit layoutChanged();
    });
    connect(&head, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_applying || width <= 0) return;
        m_layout.widths.insert(keyOf(column), width);
        emit layoutChanged();
    });
}

void ColumnChoice::followModel() {
    connect(m_head.model(), &QAbstractItemModel::modelReset, this, &ColumnChoice::apply);
    apply();
}

QString ColumnChoice::keyOf(int column) const {
    return m_head.model() ? m_head.model()->headerData(column, Qt::Horizontal, ColumnKeyRole).toString()
                          : QString();
}

QString ColumnChoice::titleOf(int column) const {
    return m_head.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

void ColumnChoice::setLayout(const TableLayout& layout) {
    const QStringList before = m_layout.attributes;
    m_layout = layout;
    m_layout.attributes = layout.attributes.mid(0, mostAttributes);
    if (m_takesAttributes && m_layout.attributes != before) emit attributesChosen(m_layout.attributes);
    apply();
}

void ColumnChoice::setFirstLayout(const TableLayout& layout) {
    m_first = layout;
    setLayout(layout);
}

void ColumnChoice::setAttributeKeys(const QStringList& keys) {
    m_takesAttributes = true;
    m_attributeKeys = keys;
}

bool ColumnChoice::hasOwnWidth(int column) const { return m_layout.widths.contains(keyOf(column)); }

void ColumnChoice::fit(int column, int width) {
    const QScopedValueRollback applying(m_applying, true);
    m_head.resizeSection(column, width);
}

QList<int> ColumnChoice::shownColumns() const {
    QList<int> columns;
    for (int place = 0; place < m_head.count(); ++place)
        if (const int column = m_head.logicalIndex(place); !m_head.isSectionHidden(column)) columns << column;
    return columns;
}

void ColumnChoice::apply() {
    if (m_head.model() == nullptr) return;
    const QScopedValueRollback applying(m_applying, true);
    QList<int> wanted; // those the layout knows, in its order, the others where they are
    for (int column = 0; column < m_head.count(); ++column)
        wanted << column;
    std::stable_sort(wanted.begin(), wanted.end(), [this](int a, int b) {
        const auto place = [this](int column) {
            const auto known = m_layout.order.indexOf(keyOf(column));
            return column == 0 ? -1 : known < 0 ? m_layout.order.size() : known;
        };
        return place(a) < place(b);
    });
    for (int place = 0; place < wanted.size(); ++place)
        m_head.moveSection(m_head.visualIndex(wanted[place]), place);
    for (int column = 0; column < m_head.count(); ++column) {
        const QString key = keyOf(column);
        m_head.setSectionHidden(column, column != m_subject && m_layout.hidden.contains(key));
        if (const int width = m_layout.widths.value(key); width > 0 && !m_head.isSectionHidden(column))
            m_head.resizeSection(column, width);
    }
}

void ColumnChoice::setHidden(int column, bool hidden) {
    m_layout.hidden.removeAll(keyOf(column));
    if (hidden) m_layout.hidden << keyOf(column);
    apply();
    emit layoutChanged();
}

void ColumnChoice::setAttributes(const QStringList& attributes) {
    m_layout.attributes = attributes.mid(0, mostAttributes);
    emit attributesChosen(m_layout.attributes);
    emit layoutChanged();
}

void ColumnChoice::addAttributeField(QMenu& menu) {
    auto* holder = new QWidget(&menu);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(10, 4, 10, 4);
    auto* field = new QLineEdit(holder);
    field->setPlaceholderText(tr("Attribute as a column, e.g. http.route"));
    field->setAccessibleName(tr("Attribute as a column"));
    field->setMinimumWidth(240);
    auto* completer = new QCompleter(m_attributeKeys, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    field->setCompleter(completer);
    column->addWidget(field);
    auto* action = new QWidgetAction(&menu);
    action->setDefaultWidget(holder);
    menu.addAction(action);
    connect(field, &QLineEdit::returnPressed, &menu, [this, field, &menu] {
        const QString name = field->text().trimmed();
        menu.close();
        if (!name.isEmpty() && !m_layout.attributes.contains(name))
            setAttributes(m_layout.attributes + QStringList{name});
    });
}

void ColumnChoice::fillMenu(QMenu& menu, int column) {
    if (column >= 0) {
        const QString title = menuText(titleOf(column));
        menu.addAction(tr("Sort by %1").arg(title), &m_head, [this, column] {
            m_head.setSortKeys({});
            m_head.addSortKey(column);
        });
        if (!m_head.sortKeys().empty())
            menu.addAction(tr("Then sort by %1").arg(title), &m_head,
                           [this, column] { m_head.addSortKey(column); });
        if (const QString key = keyOf(column); m_layout.attributes.contains(key))
            menu.addAction(tr("Remove %1").arg(title), this, [this, key] {
                QStringList attributes = m_layout.attributes;
                attributes.removeAll(key);
                setAttributes(attributes);
            });
        else if (column != m_subject)
            menu.addAction(tr("Hide %1").arg(title), this, [this, column] { setHidden(column, true); });
        menu.addSeparator();
    }
    for (int place = 0; place < m_head.count(); ++place) {
        const int each = m_head.logicalIndex(place);
        auto* action = menu.addAction(menuText(titleOf(each)));
        action->setCheckable(true);
        action->setChecked(!m_head.isSectionHidden(each));
        action->setEnabled(each != m_subject);
        connect(action, &QAction::toggled, this, [this, each](bool on) { setHidden(each, !on); });
    }
    if (m_takesAttributes) {
        menu.addSeparator();
        addAttributeField(menu);
    }
    menu.addSeparator();
    menu.addAction(tr("Columns as at first"), this, [this] {
        m_layout = m_first;
        emit attributesChosen(m_first.attributes);
        apply();
        emit layoutChanged();
    });
}

} // namespace hallway

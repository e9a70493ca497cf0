#include "gui/CompletionList.h"

#include "gui/PaletteDelegate.h"
#include "gui/PaletteModel.h"

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace hallway {

namespace {
constexpr int mostRows = 12, leastWidth = 460; // rows, px
} // namespace

CompletionList::CompletionList(QWidget* parent)
    : QFrame(parent), m_list(new QListView(this)), m_model(new PaletteModel(this)),
      m_delegate(new PaletteDelegate(this)) {
    setObjectName(QStringLiteral("overlay"));
    setAccessibleName(tr("Proposals"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Proposals"));
    m_list->setFocusPolicy(Qt::NoFocus); // keys are passed on by the field
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit clicked(static_cast<std::size_t>(index.row())); });
    hide();
}

void CompletionList::offer(std::vector<Proposal> proposals, const QWidget& field) {
    std::vector<PaletteModel::Row> rows;
    for (Proposal& proposal : proposals)
        rows.push_back({{std::move(proposal.text), std::move(proposal.about), {}, false, {}},
                        {0, std::move(proposal.typed)}});
    m_model->setRows(std::move(rows));
    m_list->setCurrentIndex({});
    if (count() == 0) return hide();
    const int rowHeight = m_list->sizeHintForRow(0);
    const QPoint below = field.mapTo(parentWidget(), QPoint(0, field.height() + 2));
    const int height =
        std::min({rowHeight * std::min(count(), mostRows) + 10, parentWidget()->height() - below.y() - 8});
    const int width = std::min(std::max(leastWidth, field.width()), parentWidget()->width() - below.x() - 8);
    setGeometry(below.x(), below.y(), width, height);
    raise();
    show();
}

void CompletionList::setTheme(const Theme& theme) { m_delegate->setTheme(theme); }

void CompletionList::step(int rows) {
    if (count() == 0) return;
    const int now = m_list->currentIndex().row(); // -1: none
    const int next = now < 0 ? (rows > 0 ? 0 : count() - 1) : std::clamp(now + rows, 0, count() - 1);
    m_list->setCurrentIndex(m_model->index(next, 0));
}

std::optional<std::size_t> CompletionList::chosen() const {
    const QModelIndex now = m_list->currentIndex();
    return isVisible() && now.isValid() ? std::optional(static_cast<std::size_t>(now.row())) : std::nullopt;
}

int CompletionList::count() const { return m_model->rowCount(); }

} // namespace hallway

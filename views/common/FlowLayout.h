// A row of small controls that breaks into further rows where it has to.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace hallway {

/// Hidden widgets take no room.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr) : QLayout(parent) {}
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override; ///< takes ownership
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& area) override;

private:
    /// px of height that `area`'s width takes; with `place` the items are put there.
    int arrange(const QRect& area, bool place) const;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace hallway

// The pieces the inspector's figures are made of. Each is given its style once: a new theme makes new pieces.
#pragma once

#include "inspector/PanelStyle.h"

#include <QAbstractButton>

#include <memory>

namespace hallway {

/// Shared by all pieces of a panel.
using SharedPanelStyle = std::shared_ptr<const PanelStyle>;

/// A row that leads nowhere: a name and its figures.
class PanelRowView : public QWidget {
    Q_OBJECT
public:
    PanelRowView(PanelRow row, PanelColumns columns, SharedPanelStyle style, QWidget* parent = nullptr);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PanelRow m_row;
    PanelColumns m_columns;
    SharedPanelStyle m_style;
};

/// A row to be chosen: by click, Enter or Space.
class PanelRowButton : public QAbstractButton {
    Q_OBJECT
public:
    PanelRowButton(PanelRow row, PanelColumns columns, SharedPanelStyle style, QWidget* parent = nullptr);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    PanelRow m_row;
    PanelColumns m_columns;
    SharedPanelStyle m_style;
    bool m_byKeyboard = false; ///< the focus came by keyboard and is shown
};

/// The title of a section with facts at its right end and a line below; a click, Enter or Space closes and
/// opens the section.
class PanelTitle : public QAbstractButton {
    Q_OBJECT
public:
    PanelTitle(const PanelSection& section, bool open, SharedPanelStyle style, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title, m_facts;
    SharedPanelStyle m_style;
    bool m_open;
    bool m_byKeyboard = false; ///< the focus came by keyboard and is shown
};

/// One line of the subject; a button where it leads to a service.
class PanelSubjectLine : public QAbstractButton {
    Q_OBJECT
public:
    PanelSubjectLine(const QString& text, bool strong, SharedPanelStyle style, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QFont m_font;
    QColor m_color;
    SharedPanelStyle m_style;
};

/// What fails, on a ground of its own.
class FailureBox : public QWidget {
    Q_OBJECT
public:
    FailureBox(FailureSummary summary, SharedPanelStyle style, QWidget* parent = nullptr);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF detailRoom(double width) const;

    FailureSummary m_summary;
    SharedPanelStyle m_style;
};

} // namespace hallway

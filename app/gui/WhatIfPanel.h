// "If these calls took so much less": a field for it, and durations before and after.
#pragma once

#include "analysis/WhatIf.h"
#include "common/Theme.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QLineEdit;

namespace hallway {

/// Asks and shows; who works the answer out is told by asked().
class WhatIfPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfPanel(QWidget* parent = nullptr);

    /// What the question is about; empty: nothing can be asked, `reason` says why.
    void setSubject(const QString& subject, const QString& reason);
    /// Nothing: there is no answer (yet).
    void setAnswer(const std::optional<WhatIf>& answer);
    void setTheme(const Theme& theme);
    /// What is typed, if it can be read.
    [[nodiscard]] std::optional<CallChange> change() const;
    [[nodiscard]] QLineEdit& field() { return *m_field; }

signals:
    void asked(); ///< Enter, or another change that can be read

private:
    void readField();

    QLabel* m_subject;
    QLineEdit* m_field;
    QLabel* m_sentence;
    std::array<std::array<QLabel*, 4>, 2> m_figures; ///< before and after; p50, p95, p99, max
    QWidget* m_table;
    Theme m_theme;
};

} // namespace hallway

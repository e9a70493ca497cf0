// The filter as the person wrote it. What it finds stands in Selection::filter once it was evaluated.
#pragma once

#include "items/AppliedFilter.h"

#include <QObject>
#include <QString>

namespace hallway {

/// `text` and one more condition, as one filter. The condition stands inside the braces where there is one
/// pair of them, so that it is true of the same span. In braces of its own, the traces must hold such a span
/// too: where there is more than one pair, where no span could fulfil both, and where the condition comes in
/// braces. One that is `!(…)` has braces of its own as well where whole traces count: the traces hold no such
/// span, for nearly every trace holds another one.
[[nodiscard]] QString narrowed(const QString& text, const QString& condition, FilterMode mode);

/// GUI thread. Setters do nothing when nothing changes.
class FilterModel : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QString& text() const { return m_text; } ///< trimmed; empty = no filter
    [[nodiscard]] FilterMode mode() const { return m_mode; }

    void setText(const QString& text);
    void setMode(FilterMode mode);
    void set(const QString& text, FilterMode mode); ///< both, with one signal
    /// Only what also fulfils the condition, e.g. `span.http.route = "/pay"`.
    void narrow(const QString& condition) { setText(narrowed(m_text, condition, m_mode)); }
    void clear() { setText({}); }

signals:
    void changed();

private:
    QString m_text;
    FilterMode m_mode = FilterMode::WholeTraces;
};

} // namespace hallway

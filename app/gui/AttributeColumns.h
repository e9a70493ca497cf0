// Reads the attributes that stand as columns in a table: of the rows that are listed, in the background.
#pragma once

#include "items/AttributeCells.h"
#include "items/JobRunner.h"
#include "session/Capture.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace hallway {

/// GUI thread. While a column is read, it is given with cells that say so.
class AttributeColumns : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setCapture(std::shared_ptr<const Capture> capture); ///< null: none; ends what is read
    void setNames(const QStringList& names);
    /// The spans of the listed rows; invalid ones are left out.
    void setSpans(std::vector<SpanRow> spans);
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    void changed(const hallway::SharedAttributeCells& attributes);

private:
    void read();

    std::shared_ptr<const Capture> m_capture;
    QStringList m_names;
    std::vector<SpanRow> m_spans;
    JobRunner m_jobs;
};

} // namespace hallway

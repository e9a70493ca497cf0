// The catalog of the open capture, gathered in the background: what completion proposes, wherever keys are
// typed.
#pragma once

#include "items/JobRunner.h"
#include "query/AttributeCatalog.h"
#include "session/Capture.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace hallway {

/// GUI thread.
class CatalogReader : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setCapture(std::shared_ptr<const Capture> capture); ///< not null
    /// Null until it is read.
    [[nodiscard]] const std::shared_ptr<const AttributeCatalog>& catalog() const { return m_catalog; }

signals:
    /// Another one, or null: the capture changed.
    void changed();

private:
    std::shared_ptr<const AttributeCatalog> m_catalog;
    JobRunner m_jobs;
};

/// The attributes of spans, resources and libraries, most frequent first, as attributeNameOf() reads them.
[[nodiscard]] QStringList attributeKeysIn(const AttributeCatalog& catalog);

} // namespace hallway

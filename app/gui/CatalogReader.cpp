#include "gui/CatalogReader.h"

#include "session/CaptureCatalog.h"

namespace hallway {

namespace {
constexpr qsizetype mostKeys = 500; // in a list to choose from
}

void CatalogReader::setCapture(std::shared_ptr<const Capture> capture) {
    m_catalog.reset();
    emit changed();
    m_jobs.run(
        [capture = std::move(capture)](const CancelToken& cancel) -> std::shared_ptr<const AttributeCatalog> {
            const auto catalog = catalogOf(*capture, cancel);
            return catalog ? *catalog : nullptr; // then nothing is proposed
        },
        [this](std::shared_ptr<const AttributeCatalog> catalog) {
            m_catalog = std::move(catalog);
            emit changed();
        });
}

QStringList attributeKeysIn(const AttributeCatalog& catalog) {
    QStringList keys;
    for (const CatalogKey& key : catalog.keys()) {
        const FieldKind kind = key.field.kind;
        if (kind != FieldKind::SpanAttribute && kind != FieldKind::ResourceAttribute &&
            kind != FieldKind::InstrumentationAttribute)
            continue;
        const auto prefix = prefixOf(kind);
        keys << QString::fromUtf8(prefix.data(), static_cast<qsizetype>(prefix.size())) +
                    QString::fromStdString(key.field.key);
        if (keys.size() >= mostKeys) break;
    }
    return keys;
}

} // namespace hallway

#include "gui/AttributeColumns.h"

#include <utility>

namespace hallway {

namespace {

SharedAttributeCells cellsOf(const QStringList& names, std::vector<AttributeColumn> columns) {
    SharedAttributeCells cells;
    for (std::size_t i = 0; i < columns.size(); ++i)
        cells.push_back(
            std::make_shared<const AttributeCells>(names[static_cast<qsizetype>(i)], std::move(columns[i])));
    return cells;
}

} // namespace

void AttributeColumns::setCapture(std::shared_ptr<const Capture> capture) {
    m_jobs.cancel();
    m_capture = std::move(capture);
    m_spans.clear();
}

void AttributeColumns::setNames(const QStringList& names) {
    if (names == m_names) return;
    m_names = names;
    read();
}

void AttributeColumns::setSpans(std::vector<SpanRow> spans) {
    m_spans = std::move(spans);
    if (!m_names.isEmpty()) read();
}

void AttributeColumns::read() {
    SharedAttributeCells waiting;
    for (const QString& name : m_names)
        waiting.push_back(std::make_shared<const AttributeCells>(name));
    emit changed(waiting);
    if (!m_capture || m_names.isEmpty() || m_spans.empty()) {
        m_jobs.cancel();
        return;
    }
    m_jobs.run(
        [capture = m_capture, names = m_names, spans = m_spans](const CancelToken& cancel) {
            SpanSet wanted(capture->spans().size());
            for (const SpanRow span : spans)
                if (span.valid()) wanted.insert(span);
            std::vector<AttributeName> keys;
            for (const QString& name : names)
                keys.push_back(attributeNameOf(name.toStdString()));
            auto columns = capture->columns(keys, &wanted, cancel);
            return columns ? cellsOf(names, std::move(*columns)) : SharedAttributeCells();
        },
        [this](const SharedAttributeCells& cells) {
            if (!cells.empty()) emit changed(cells);
        });
}

} // namespace hallway

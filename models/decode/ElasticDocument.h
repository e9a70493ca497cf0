// Reads one Elasticsearch document of Elastic APM (formats.md 4.7).
#pragma once

#include "decode/ElasticEvent.h"

namespace hallway {

/// Errors, metrics and log lines are counted and left out.
class ElasticDocumentReader final : public SpanReader {
public:
    explicit ElasticDocumentReader(SpanBench& bench) : m_event(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override {
        const auto readMember = [this](std::string_view name, JsonAny& value) {
            m_fields.forEach(name, value,
                             [this](std::string_view field, JsonAny& part) { m_event.take(field, part); });
        };
        if (m_event.read(json, slice, ElasticEvent::Kind::Unknown, readMember)) m_event.keep();
    }

private:
    ElasticEvent m_event;
    FlatMembers m_fields;
};

} // namespace hallway

#include "base/FormatText.h"
#include "cli/ErrorText.h"

namespace hallway::cli {

namespace {

/// What happened, after a number: "{3} records could not be read".
struct Clause {
    std::string_view one, many;
};

Clause clauseOf(ProblemCode code) {
    switch (code) {
    case ProblemCode::BrokenRecord:
        return {"record could not be read", "records could not be read"};
    case ProblemCode::TruncatedFile:
        return {"place where the file is cut short", "places where the file is cut short"};
    case ProblemCode::InvalidUtf8:
        return {"text is not UTF-8 and was repaired", "texts are not UTF-8 and were repaired"};
    case ProblemCode::UnknownRecord:
        return {"record is of an unknown kind", "records are of unknown kinds"};
    case ProblemCode::SkippedSignal:
        return {"record is no span and was left out", "records are no spans and were left out"};
    case ProblemCode::EmptyTraceId:
        return {"span has no trace id", "spans have no trace id"};
    case ProblemCode::EmptySpanId:
        return {"span has no id", "spans have no id"};
    case ProblemCode::OpaqueId:
        return {"id is no hex or base64 and is taken as text",
                "ids are no hex or base64 and are taken as text"};
    case ProblemCode::InvalidTime:
        return {"time could not be read", "times could not be read"};
    case ProblemCode::UnfinishedSpan:
        return {"span has no end", "spans have no end"};
    case ProblemCode::NegativeDuration:
        return {"span ends before it starts", "spans end before they start"};
    case ProblemCode::MissingStart:
        return {"span has no start", "spans have no start"};
    case ProblemCode::RescaledTimes:
        return {"file has times in another unit, which were rescaled",
                "parts have times in another unit, which were rescaled"};
    case ProblemCode::UnknownKind:
        return {"span has an unknown kind", "spans have an unknown kind"};
    case ProblemCode::UnknownStatus:
        return {"span has an unknown status", "spans have an unknown status"};
    case ProblemCode::DuplicateAttribute:
        return {"attribute is given twice; the first counts", "attributes are given twice; the first counts"};
    case ProblemCode::InvalidAttribute:
        return {"attribute could not be read", "attributes could not be read"};
    case ProblemCode::TruncatedValue:
        return {"value is too long and was cut", "values are too long and were cut"};
    case ProblemCode::DeepNesting:
        return {"value is nested too deep", "values are nested too deep"};
    case ProblemCode::MissingService:
        return {"resource has no service name", "resources have no service name"};
    case ProblemCode::ServiceNameType:
        return {"service name is no text", "service names are no texts"};
    case ProblemCode::DroppedData:
        return {"span lost data in its exporter", "spans lost data in their exporter"};
    case ProblemCode::MissingProcess:
        return {"span names a process that is not in the file",
                "spans name processes that are not in the file"};
    case ProblemCode::InvalidLink:
        return {"link could not be read", "links could not be read"};
    case ProblemCode::PartialTrace:
        return {"trace is not complete", "traces are not complete"};
    case ProblemCode::ProducerWarning:
        return {"warning came with the spans", "warnings came with the spans"};
    case ProblemCode::SelfParent:
        return {"span names itself as its parent", "spans name themselves as their parent"};
    case ProblemCode::ParentCycle:
        return {"circle of parents was cut", "circles of parents were cut"};
    case ProblemCode::IdCollision:
        return {"span shares its id with another one", "spans share their ids with others"};
    case ProblemCode::UnreadableFile:
        return {"place could not be read", "places could not be read"};
    case ProblemCode::Count:
        break;
    }
    return {"problem", "problems"};
}

std::string firstOf(const Problem& problem) {
    std::string first;
    if (problem.position)
        first = problem.position->line ? "line " + std::to_string(*problem.position->line)
                                       : "byte " + std::to_string(problem.position->offset);
    if (!problem.detail.empty()) first += (first.empty() ? "" : ", ") + format::printable(problem.detail);
    return first;
}

} // namespace

std::string sentenceOf(const Source& source, const Problem& problem) {
    const Clause clause = clauseOf(problem.code);
    const std::string first = firstOf(problem);
    std::string sentence = format::printable(source.path) + ": " + format::countExact(problem.count) + " ";
    sentence += problem.count == 1 ? clause.one : clause.many;
    if (!first.empty()) sentence += " (first: " + first + ")";
    return sentence + ".";
}

} // namespace hallway::cli

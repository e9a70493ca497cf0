#include "gui/ProblemText.h"

#include "base/FormatText.h"
#include "common/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace hallway {

namespace {

struct ProblemText {
    Q_DECLARE_TR_FUNCTIONS(hallway::ProblemText)
};

/// `n` only chooses the plural; the figure itself is put in by summaryOf().
QString clauseOf(ProblemCode code, int n) {
    switch (code) {
    case ProblemCode::BrokenRecord:
        return ProblemText::tr("%1 records could not be read", nullptr, n);
    case ProblemCode::TruncatedFile:
        return ProblemText::tr("%1 places where the file is cut short", nullptr, n);
    case ProblemCode::InvalidUtf8:
        return ProblemText::tr("%1 texts are not UTF-8 and were repaired", nullptr, n);
    case ProblemCode::UnknownRecord:
        return ProblemText::tr("%1 records are of an unknown kind", nullptr, n);
    case ProblemCode::SkippedSignal:
        return ProblemText::tr("%1 records are no spans and were left out", nullptr, n);
    case ProblemCode::EmptyTraceId:
        return ProblemText::tr("%1 spans have no trace id", nullptr, n);
    case ProblemCode::EmptySpanId:
        return ProblemText::tr("%1 spans have no id", nullptr, n);
    case ProblemCode::OpaqueId:
        return ProblemText::tr("%1 ids are neither hex nor base64 and are taken as text", nullptr, n);
    case ProblemCode::InvalidTime:
        return ProblemText::tr("%1 times could not be read", nullptr, n);
    case ProblemCode::UnfinishedSpan:
        return ProblemText::tr("%1 spans have no end", nullptr, n);
    case ProblemCode::NegativeDuration:
        return ProblemText::tr("%1 spans end before they start", nullptr, n);
    case ProblemCode::MissingStart:
        return ProblemText::tr("%1 spans have no start", nullptr, n);
    case ProblemCode::RescaledTimes:
        return ProblemText::tr("%1 parts had times in another unit, which were rescaled", nullptr, n);
    case ProblemCode::UnknownKind:
        return ProblemText::tr("%1 spans have an unknown kind", nullptr, n);
    case ProblemCode::UnknownStatus:
        return ProblemText::tr("%1 spans have an unknown status", nullptr, n);
    case ProblemCode::DuplicateAttribute:
        return ProblemText::tr("%1 attributes are given twice; the first counts", nullptr, n);
    case ProblemCode::InvalidAttribute:
        return ProblemText::tr("%1 attributes could not be read", nullptr, n);
    case ProblemCode::TruncatedValue:
        return ProblemText::tr("%1 values are too long and were cut", nullptr, n);
    case ProblemCode::DeepNesting:
        return ProblemText::tr("%1 values are nested too deep", nullptr, n);
    case ProblemCode::MissingService:
        return ProblemText::tr("%1 resources have no service name", nullptr, n);
    case ProblemCode::ServiceNameType:
        return ProblemText::tr("%1 service names are no texts", nullptr, n);
    case ProblemCode::DroppedData:
        return ProblemText::tr("%1 spans lost data in their exporter", nullptr, n);
    case ProblemCode::MissingProcess:
        return ProblemText::tr("%1 spans name a process that is not in the file", nullptr, n);
    case ProblemCode::InvalidLink:
        return ProblemText::tr("%1 links could not be read", nullptr, n);
    case ProblemCode::PartialTrace:
        return ProblemText::tr("%1 traces are not complete", nullptr, n);
    case ProblemCode::ProducerWarning:
        return ProblemText::tr("%1 warnings came with the spans", nullptr, n);
    case ProblemCode::SelfParent:
        return ProblemText::tr("%1 spans name themselves as their parent", nullptr, n);
    case ProblemCode::ParentCycle:
        return ProblemText::tr("%1 circles of parents were cut", nullptr, n);
    case ProblemCode::IdCollision:
        return ProblemText::tr("%1 spans share their id with others", nullptr, n);
    case ProblemCode::UnreadableFile:
        return ProblemText::tr("%1 places could not be read", nullptr, n);
    case ProblemCode::Count:
        break;
    }
    return ProblemText::tr("%1 problems", nullptr, n);
}

} // namespace

QString summaryOf(const Problem& problem) {
    constexpr std::uint64_t mostN = std::numeric_limits<int>::max();
    return clauseOf(problem.code, static_cast<int>(std::min(problem.count, mostN)))
        .arg(QString::fromStdString(format::countExact(problem.count)));
}

QString exampleOf(const Problem& problem) {
    QString place;
    if (problem.position) {
        const auto& position = *problem.position;
        const QString number =
            QString::fromStdString(format::countExact(position.line.value_or(position.offset)));
        place =
            position.line ? ProblemText::tr("line %1").arg(number) : ProblemText::tr("byte %1").arg(number);
    }
    const QString detail = shownText(problem.detail);
    if (place.isEmpty()) return detail;
    return detail.isEmpty() ? place : ProblemText::tr("%1: %2").arg(place, detail);
}

} // namespace hallway

#include "gui/ErrorText.h"

#include "base/FormatText.h"
#include "common/Text.h"

#include <QCoreApplication>
#include <QStringList>

namespace hallway {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(hallway::ErrorText)
};

QString argument(const Error& error, std::size_t index) {
    return index < error.arguments.size() ? shownText(error.arguments[index]) : QString();
}

QString freeSpace(const Error& error) {
    bool isNumber = false;
    const auto bytes = argument(error, 1).toULongLong(&isNumber);
    return isNumber ? QString::fromStdString(format::bytes(bytes)) : argument(error, 1);
}

} // namespace

QString sentenceOf(const Error& error) {
    const QString first = argument(error, 0);
    const QString second = argument(error, 1);
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return ErrorText::tr("There is no file %1.").arg(first);
    case ErrorCode::FileUnreadable:
        return ErrorText::tr("%1 cannot be read: %2.").arg(first, second);
    case ErrorCode::FileUnwritable:
        return ErrorText::tr("%1 cannot be written: %2.").arg(first, second);
    case ErrorCode::NotRecognised:
        return second.isEmpty()
                   ? ErrorText::tr("%1 is empty.").arg(first)
                   : ErrorText::tr("%1 is not a trace export Hallway knows. The file begins with “%2”.")
                         .arg(first, second);
    case ErrorCode::UnsupportedFormat:
        return ErrorText::tr("%1 is %2, which this version of Hallway cannot read.").arg(first, second);
    case ErrorCode::Cancelled:
        return ErrorText::tr("Cancelled.");
    case ErrorCode::CacheUnwritable:
        return ErrorText::tr("The cache could not be written in %1: %2.").arg(first, second);
    case ErrorCode::DiskFull:
        return ErrorText::tr("No space left in %1 (%2 free). Free some or choose another folder.")
            .arg(first, freeSpace(error));
    case ErrorCode::CacheOtherVersion:
        return ErrorText::tr("%1 was made by another version of Hallway (%2). Open its sources again.")
            .arg(first, second);
    case ErrorCode::CacheDamaged:
        return ErrorText::tr("The capture %1 is damaged: %2.").arg(first, second);
    case ErrorCode::NotACapture:
        return ErrorText::tr("%1 is a database, but no capture of Hallway.").arg(first);
    case ErrorCode::SqlRefused:
        return ErrorText::tr("The capture could not be asked: %1.").arg(first);
    case ErrorCode::LayoutTimedOut:
        return ErrorText::tr("The layout took longer than %1 s; a simpler one is shown.").arg(first);
    case ErrorCode::LayoutFailed:
        return ErrorText::tr("The layout failed (%1); a simpler one is shown.").arg(first);
    case ErrorCode::HelperMissing:
        return ErrorText::tr("The program hallway-layout is missing; a simpler layout is shown.");
    case ErrorCode::TraceNotFound:
        return ErrorText::tr("There is no trace “%1” in this capture.").arg(first);
    case ErrorCode::NodeNotFound:
        return ErrorText::tr("There is no service “%1” in this capture.").arg(first);
    case ErrorCode::EdgeNotFound:
    case ErrorCode::EdgeAmbiguous:
        return ErrorText::tr("“%1” names no single edge.").arg(first);
    case ErrorCode::BadArgument:
        return ErrorText::tr("%1 cannot be “%2”.").arg(first, second);
    case ErrorCode::BadExpression:
        return first.isEmpty() ? ErrorText::tr("Expected: %1.").arg(second)
                               : ErrorText::tr("Expected instead of “%1”: %2.").arg(first, second);
    case ErrorCode::BadFilter: // the filter field shows what is wrong itself
        return ErrorText::tr("This is not a filter: %1").arg(first);
    case ErrorCode::Internal:
        break;
    }
    return ErrorText::tr("Hallway made a mistake: %1.").arg(first);
}

} // namespace hallway

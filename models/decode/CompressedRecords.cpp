#include "decode/CompressedRecords.h"

#include "decode/Compression.h"
#include "decode/JsonDecoder.h"
#include "decode/OtlpProto.h"
#include "decode/RecordSource.h"
#include "decode/Utf8Source.h"

namespace hallway {

namespace {

bool isZstdRecords(std::string_view bytes) {
    if (bytes.size() <= frameLengthBytes) return false;
    return frameLengthOf(bytes.substr(0, frameLengthBytes)) <= largestFrame &&
           compressionOf(bytes.substr(frameLengthBytes)) == Compression::Zstd;
}

} // namespace

bool recognisesCompressedRecords(const Sniff& sniff) {
    return isZstdRecords(sniff.bytes) || framingOf(sniff.bytes) == ProtoFraming::Grpc;
}

Result<DecodedFile> decodeCompressedRecords(ByteSource& bytes, DecodeContext& context, WindowLimits limits) {
    CountingSource counted(bytes);
    ExpansionGuard own({}, counted, {});
    std::string head;
    if (const Status taken = takeHead(counted, head, frameLengthBytes + compressionMagicBytes); !taken)
        return fail(taken.error());
    const ProtoFraming framing = isZstdRecords(head) ? ProtoFraming::Length32 : ProtoFraming::Grpc;
    ReplaySource whole(std::move(head), counted);
    RecordSource records(whole, framing, context.expansion != nullptr ? *context.expansion : own,
                         limits.maximum, context.cancel);
    const auto content = records.look();
    if (!content) return fail(content.error());
    auto decoded = [&]() -> Result<DecodedFile> {
        if (*content == RecordSource::Content::Protobuf)
            return decodeFramedOtlpProto(records, framing, context, limits);
        Utf8Source text(records);
        return decodeJson(text, context, limits);
    }();
    context.problems.merge(records.problems());
    return decoded;
}

} // namespace hallway

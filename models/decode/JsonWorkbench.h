// The tools with which a decoder of a JSON format walks one file, set up once.
#pragma once

#include "decode/AttributeList.h"
#include "decode/Decoder.h"
#include "decode/ElementReader.h"
#include "decode/JsonScanner.h"

#include <optional>

namespace hallway {

struct JsonWorkbench {
    JsonWorkbench(DecodeContext& decodeContext, JsonScanner& jsonScanner)
        : context(decodeContext), scanner(jsonScanner) {}

    /// Takes the object that stands next; nothing if there is none, which is counted, null excepted.
    std::optional<JsonElement> takeElement() {
        const bool isNull = scanner.peek() == 'n';
        problems.setOffset(scanner.offset());
        auto element = scanner.takeValue();
        if (element) return element;
        if (scanner.tooLarge())
            problems.add(ProblemCode::BrokenRecord, [] { return "a record too large to be read"; });
        else if (!isNull && scanner.failure() == ScanFailure::None)
            problems.add(ProblemCode::BrokenRecord, [] { return "a record that is no object"; });
        return std::nullopt;
    }

    /// Takes the object that stands next and reads it: read(JsonObject). False if that did not work; it is
    /// counted then.
    template <class Read>
    bool readElement(Read&& read) {
        const auto element = takeElement();
        return element && elements.read(*element, read);
    }

    DecodeContext& context;
    JsonScanner& scanner;
    RecordProblems problems{context.problems, scanner.window()};
    StringCache strings{context.strings};
    /// Of resources and scopes.
    AttributeList attributes{strings, problems, AttributeWriter::Pooling::All};
    ElementReader elements{problems};
};

} // namespace hallway

// The tools that a decoder of a JSON format works with on one file, set up once.
#pragma once

#include "decode/AttributeList.h"
#include "decode/Decoder.h"
#include "decode/ElementReader.h"
#include "decode/JsonScanner.h"
#include "decode/SpanAssembler.h"

namespace hallway {

struct JsonWorkbench {
    JsonWorkbench(DecodeContext& decodeContext, JsonScanner& jsonScanner)
        : context(decodeContext), scanner(jsonScanner) {}

    /// The resource and scope of spans that name none.
    [[nodiscard]] ResourceId noResource() { return context.resources.intern({}, context.strings); }
    [[nodiscard]] ScopeId noScope() { return context.scopes.intern(StringId(0u), StringId(0u), {}); }

    /// Takes the value that stands next and reads it as an object: read(JsonObject). False if that did not
    /// work; it is counted then, null excepted.
    template <class Read>
    bool readElement(Read&& read) {
        const bool isNull = scanner.peek() == 'n';
        problems.setOffset(scanner.offset());
        const auto element = scanner.takeValue();
        if (element) return elements.read(*element, read);
        if (scanner.tooLarge())
            problems.add(ProblemCode::BrokenRecord, [] { return "a record too large to be read"; });
        else if (!isNull && scanner.failure() == ScanFailure::None)
            problems.add(ProblemCode::BrokenRecord, [] { return "a record that is no object"; });
        return false;
    }

    DecodeContext& context;
    JsonScanner& scanner;
    RecordProblems problems{context.problems, scanner};
    SpanCollector collector{context.sink};
    SpanAssembler assembler{context.strings, collector, problems};
    KeyCache keys{context.strings};
    AttributeList spanAttributes{context.strings, keys, problems};
    AttributeList innerAttributes{context.strings, keys, problems}; ///< of events, links, resources, scopes
    ElementReader elements{problems};
};

} // namespace hallway

// One file of JSON text on its way through the decoders of JSON formats: where it is read, and where its
// spans go.
#pragma once

#include "decode/JsonDocuments.h"
#include "decode/JsonWorkbench.h"
#include "decode/SpanPipeline.h"

namespace hallway {

/// Lives on the walking thread.
struct JsonFile {
    JsonFile(DecodeContext& decodeContext, JsonWindow& jsonWindow)
        : context(decodeContext), window(jsonWindow) {}

    DecodeContext& context;
    JsonWindow& window;
    JsonScanner scanner{window};
    JsonWorkbench bench{context, scanner};
    JsonDocuments documents{scanner, bench.problems};
    SpanPipeline spans{context};
    std::uint64_t spansOfPayloads = 0; ///< handed on without the pipeline

    /// Hands an element on to the readers of spans; `slice` says by which it is read, and what is known of
    /// it.
    void addSpan(const JsonElement& element, SpanSlice slice, const std::shared_ptr<SpanBlock>& block) {
        slice.hasEscapes = element.hasEscapes;
        slice.position = window.positionOf(element.offset);
        spans.add(element.text, slice, block);
    }
};

} // namespace hallway

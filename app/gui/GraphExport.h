// The graph as a file: a picture, DOT or JSON. The same road as `hallway graph`. Any thread.
#pragma once

#include "analysis/VisibleGraph.h"
#include "common/PictureFile.h"
#include "common/Theme.h"
#include "graph/GraphFigures.h"
#include "layout/LayoutEngine.h"
#include "session/Capture.h"
#include "session/GraphSubject.h"

#include <QImage>

#include <memory>
#include <string>

namespace hallway {

struct GraphExport {
    std::shared_ptr<const Capture> capture;
    std::shared_ptr<const LayoutEngine> engine;
    std::shared_ptr<const GraphSubject> subject; ///< whose ids the filters have
    std::shared_ptr<const ServiceGraph> base;    ///< what is hidden is decided by its figures
    GraphControls controls;
    bool oneTrace = false; ///< `subset` is one
    GraphFilter filter;    ///< of pictures: what the view hides is hidden there, and said
    GraphFilter chosen; ///< of JSON and DOT: what the person hid, nothing that is hidden only to be readable
    LabelMeasure measure = LabelMeasure::P99;
    Subset subset;
    Theme theme;      ///< already forPictures()
    double scale = 2; ///< of PNG: 1 … 4
};

/// By the end of the name: .png .svg .pdf .dot .gv .json. Blocks up to LayoutPatience::exporting.
/// Errors: FileUnwritable, DiskFull, LayoutFailed, Cancelled, BadArgument (the ending).
[[nodiscard]] Status writeGraph(const GraphExport& graph, const std::string& path, const CancelToken& cancel);

/// For the clipboard. Errors: LayoutFailed, Cancelled.
[[nodiscard]] Result<QImage> paintGraph(const GraphExport& graph, const CancelToken& cancel);

} // namespace hallway

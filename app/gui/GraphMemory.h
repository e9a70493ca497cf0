// What persons did to the graphs of their captures, in a small file of their own beside the settings.
#pragma once

#include "session/GraphControls.h"

#include <QString>

#include <string>

namespace hallway {

/// Each access reads the file anew, so that other windows lose nothing. Bounded: the captures used longest
/// ago go. An empty path: nothing is remembered.
class GraphMemory {
public:
    GraphMemory() = default;
    explicit GraphMemory(QString path) : m_path(std::move(path)) {}

    /// Controls of a capture nobody arranged are the default ones. A file that is missing, damaged or hostile
    /// is an empty one.
    [[nodiscard]] GraphControls controlsOf(const std::string& fingerprint) const;
    /// Default controls are forgotten. Failing to write is no error: the graph is arranged all the same.
    void keep(const std::string& fingerprint, const GraphControls& controls) const;

private:
    QString m_path;
};

} // namespace hallway

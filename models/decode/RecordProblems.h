// Counts problems of the record that is being read. A sentence is made for the first of each code only.
#pragma once

#include "trace/ImportProblems.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// Tells where in its file a byte of the stream is.
class PositionSource {
public:
    virtual ~PositionSource() = default;
    [[nodiscard]] virtual FilePosition positionOf(std::uint64_t offset) = 0;
};

class RecordProblems {
public:
    RecordProblems(ImportProblems& problems, PositionSource& positions)
        : m_problems(problems), m_positions(positions) {}

    /// What the following add() calls are about.
    void setOffset(std::uint64_t offset) {
        m_offset = offset;
        m_position.reset();
    }
    /// The same where the place is known already, perhaps of bytes that have left the window.
    void setPosition(const FilePosition& position) { m_position = position; }

    /// `detail` is called for the first of its code: a plain English clause.
    template <class Detail>
    void add(ProblemCode code, Detail&& detail, std::uint64_t count = 1) {
        if (m_isTrial)
            m_wouldCount = true;
        else if (m_problems.isNew(code))
            m_problems.add(code, m_position ? *m_position : m_positions.positionOf(m_offset), detail(),
                           count);
        else
            m_problems.add(code, std::nullopt, {}, count);
    }

    /// Until endTrial() nothing is counted, so that a record can be read again in another way.
    void beginTrial() {
        m_isTrial = true;
        m_wouldCount = false;
    }
    /// Whether there was nothing to count.
    [[nodiscard]] bool endTrial() {
        m_isTrial = false;
        return !m_wouldCount;
    }

    /// A text in quotes, short enough for a sentence.
    [[nodiscard]] static std::string quoted(std::string_view text);

private:
    ImportProblems& m_problems;
    PositionSource& m_positions;
    std::uint64_t m_offset = 0;
    std::optional<FilePosition> m_position;
    bool m_isTrial = false;
    bool m_wouldCount = false; ///< in the trial
};

} // namespace hallway

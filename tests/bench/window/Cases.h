// What hallway-bench-window can measure. Each function prints its lines and returns the exit code.
#pragma once

#include <QString>

namespace hallway::bench {

/// One trace: opened, scrolled by the wheel, jumped through, zoomed.
[[nodiscard]] int measureWaterfall(const QString& file, const QString& pictures);
/// The service graph: laid out and painted, dragged, zoomed by the wheel.
[[nodiscard]] int measureGraph(const QString& file, const QString& pictures);
/// How long the window did not return to its event loop, step by step through a session.
[[nodiscard]] int measureSession(const QString& file);

/// From starting a program to its painted window; each runs this program again as a child.
[[nodiscard]] int measureStart();
[[nodiscard]] int measureOpening(const QString& file);   ///< nothing cached
[[nodiscard]] int measureReopening(const QString& file); ///< cached, with its layout, by a run before

/// What such a child does: the window as users get it, gone as soon as it is painted; says so on stdout.
[[nodiscard]] int runUntilPainted(const QString& file, int& argc, char** argv);

} // namespace hallway::bench

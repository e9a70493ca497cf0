// The language of the window, out of catalogues inside the program.
#pragma once

#include <QString>

class QCoreApplication;

namespace hallway {

/// `language`: "de", "de_AT"; empty: as the locale says. What has no catalogue speaks English. The
/// translators belong to the application.
void installTranslations(QCoreApplication& application, const QString& language);

} // namespace hallway

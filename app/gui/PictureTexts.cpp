#include "gui/PictureTexts.h"

#include "report/PictureWords.h"

namespace hallway {

PictureText pictureTextOf(const Capture& capture) {
    PictureText text;
    text.footLeft = QString::fromStdString(sourceFacts(capture));
    text.footRight = QString::fromStdString(
        drawnBy(HALLWAY_VERSION, std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now())));
    return text;
}

} // namespace hallway

// What a person sees before anything is open: where to drop, what was open lately, keys worth knowing.
#pragma once

#include "common/Theme.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace hallway {

class KeyPlate;

class FirstStartPage : public QWidget {
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setRecent(const std::vector<QStringList>& recent); ///< latest first
    void setDropping(bool on);                              ///< files hover over the window

signals:
    void openClicked();
    void sampleClicked();
    void recentClicked(const QStringList& files);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeDropArea();
    QWidget* makeKeys();
    QWidget* makeRecent();

    Theme m_theme;
    QWidget *m_dropArea, *m_drawing;
    QVBoxLayout* m_recentRows;
    std::vector<KeyPlate*> m_plates;
    bool m_dropping = false;
};

/// "traces.json", "traces.json and 2 more": how a capture is called in lists.
[[nodiscard]] QString titleOfFiles(const QStringList& files);

} // namespace hallway

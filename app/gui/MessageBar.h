// What went wrong, in a bar above the views: never a box in the way.
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace hallway {

class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showError(const QString& sentence) { show({sentence}, true); }
    void showWarning(const QStringList& sentences) { show(sentences, false); }
    void clear();
    [[nodiscard]] QString text() const;

private:
    void show(const QStringList& sentences, bool severe);
    QLabel* m_text;
};

} // namespace hallway

// What a span is, above its attributes: service and operation, how long, what is wrong with it.
#pragma once

#include "base/FormatText.h"
#include "common/Fonts.h"
#include "common/Theme.h"
#include "items/Inspection.h"

#include <QWidget>

namespace hallway {

/// "unfinished", "clock skew −3.1 ms", … : facts a reader must know before trusting the rest.
[[nodiscard]] QStringList flagTexts(const SpanInspection& span);

class SpanHead : public QWidget {
    Q_OBJECT

public:
    explicit SpanHead(QWidget* parent = nullptr);
    void setSpan(const SpanInspection& span, format::UtcOffset offset);
    void setTheme(const Theme& theme);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Plate {
        QRectF area;
        QString text;
    };
    [[nodiscard]] std::vector<Plate> plates(double width) const;
    [[nodiscard]] double platesTop() const;
    [[nodiscard]] QRectF messageArea(double width) const;

    Theme m_theme;
    KeptFonts m_fonts;
    QString m_operation, m_service, m_facts, m_message;
    QStringList m_flags;
    QColor m_chip;
    std::string m_serviceName, m_serviceNamespace;
    bool m_failed = false, m_hasColor = false;
};

} // namespace hallway

#include "inspector/SpanHead.h"

#include "common/Marks.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "inspector/PanelStyle.h"
#include "items/FigureText.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace hallway {

namespace {

constexpr double top = 10, firstMiddle = 19, secondMiddle = 37, thirdMiddle = 54, textEnd = 64, chipWidth = 4,
                 chipHeight = 12, chipRoom = 10;
constexpr double plateHeight = 16, plateGap = 4, platePadding = 5, markRadius = 5.5, markRoom = 16,
                 messagePadding = 8, foot = 8;
constexpr qsizetype mostMessage = 600;

QString kindText(SpanKind kind) {
    switch (kind) {
    case SpanKind::Server:
        return SpanHead::tr("server");
    case SpanKind::Client:
        return SpanHead::tr("client");
    case SpanKind::Producer:
        return SpanHead::tr("producer");
    case SpanKind::Consumer:
        return SpanHead::tr("consumer");
    case SpanKind::Internal:
    case SpanKind::Unspecified:
        return SpanHead::tr("internal");
    }
    return {};
}

} // namespace

QStringList flagTexts(const SpanInspection& span) {
    QStringList texts;
    if (span.flags.has(SpanFlag::Unfinished)) texts << SpanHead::tr("no end");
    if (span.flags.has(SpanFlag::NegativeDuration)) texts << SpanHead::tr("ends before it starts");
    if (!span.start) texts << SpanHead::tr("no start");
    if (span.flags.has(SpanFlag::Orphan)) texts << SpanHead::tr("parent not in the file");
    if (span.flags.has(SpanFlag::SelfParent)) texts << SpanHead::tr("is its own parent");
    if (span.flags.has(SpanFlag::CycleBroken)) texts << SpanHead::tr("parents form a cycle");
    if (span.skew) texts << SpanHead::tr("clock skew %1").arg(toQString(format::duration(*span.skew)));
    if (span.flags.has(SpanFlag::SkewCorrected)) texts << SpanHead::tr("clock adjusted by the exporter");
    if (span.droppedCount > 0)
        texts << SpanHead::tr("%1 values dropped by the exporter")
                     .arg(toQString(format::countExact(span.droppedCount)));
    else if (span.flags.has(SpanFlag::Incomplete))
        texts << SpanHead::tr("values dropped by the exporter");
    if (span.flags.has(SpanFlag::SyntheticId)) texts << SpanHead::tr("id made up");
    if (span.flags.has(SpanFlag::SyntheticTrace)) texts << SpanHead::tr("trace id made up");
    return texts;
}

SpanHead::SpanHead(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SpanHead::setSpan(const SpanInspection& span, format::UtcOffset offset) {
    m_operation = span.operation;
    m_service = span.service;
    m_serviceName = span.serviceName.toStdString();
    m_serviceNamespace = span.serviceNamespace.toStdString();
    m_failed = span.flags.has(SpanFlag::Failed) || span.status == SpanStatus::Error;
    m_message = m_failed ? span.statusMessage.left(mostMessage) : QString();
    m_flags = flagTexts(span);
    QStringList facts{kindText(span.kind)};
    if (span.duration) facts << toQString(format::duration(*span.duration));
    if (span.selfTime && span.selfTime != span.duration)
        facts << tr("%1 self").arg(toQString(format::duration(*span.selfTime)));
    if (span.start) facts << toQString(format::timeOfDay(*span.start, offset));
    m_facts = facts.join(QStringLiteral(" · "));
    setAccessibleName(QStringList{m_service, m_operation, m_facts, m_failed ? tr("failed") : QString(),
                                  m_message, m_flags.join(QStringLiteral(", "))}
                          .join(QStringLiteral(", ")));
    setToolTip(plainToolTip(m_service + u'\n' + m_operation));
    updateGeometry();
    update();
}

void SpanHead::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

std::vector<SpanHead::Plate> SpanHead::plates(double width) const {
    const Fonts& fonts = m_fonts.of(font());
    const double inset = PanelStyle::inset * fonts.scale, height = plateHeight * fonts.scale,
                 gap = plateGap * fonts.scale;
    std::vector<Plate> result;
    double x = inset, y = platesTop();
    for (const QString& flag : m_flags) {
        const double full = textWidth(flag, fonts.hint) + 2 * platePadding * fonts.scale;
        if (x > inset && x + full > width - inset) {
            x = inset;
            y += height + gap;
        }
        const QRectF area(x, y, std::min(full, std::max(1.0, width - 2 * inset)), height);
        result.push_back({area, elided(flag, fonts.hint, area.width() - 2 * platePadding * fonts.scale)});
        x += area.width() + gap;
    }
    return result;
}

double SpanHead::platesTop() const { return (textEnd + 2) * m_fonts.of(font()).scale; }

QRectF SpanHead::messageArea(double width) const {
    const Fonts& fonts = m_fonts.of(font());
    const auto rows = plates(width);
    const double y =
        (rows.empty() ? textEnd * fonts.scale : rows.back().area.bottom()) + messagePadding * fonts.scale;
    if (m_message.isEmpty()) return {0, y - messagePadding * fonts.scale, 0, 0};
    const double left = (PanelStyle::inset + 10) * fonts.scale;
    const QRectF room(left, y + 6 * fonts.scale,
                      std::max(1.0, width - left - (PanelStyle::inset + 8) * fonts.scale), 10'000);
    QRectF text =
        QFontMetricsF(fonts.small).boundingRect(room, Qt::TextWordWrap | Qt::TextWrapAnywhere, m_message);
    text.setHeight(std::min(text.height(), 6 * QFontMetricsF(fonts.small).lineSpacing()));
    return text;
}

int SpanHead::heightForWidth(int width) const {
    const double scale = m_fonts.of(font()).scale;
    const QRectF message = messageArea(width);
    return qCeil(message.bottom() + (m_message.isEmpty() ? foot : foot + 6) * scale);
}

QSize SpanHead::sizeHint() const { return {256, heightForWidth(width() > 0 ? width() : 256)}; }

void SpanHead::paintEvent(QPaintEvent*) {
    const Fonts& fonts = m_fonts.of(font());
    const double scale = fonts.scale, inset = PanelStyle::inset * scale, room = width() - 2 * inset;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.surface);

    const double chipTop = firstMiddle * scale - chipHeight * scale / 2;
    painter.fillRect(QRectF(inset, chipTop, chipWidth * scale, chipHeight * scale),
                     m_theme.service(m_serviceNamespace, m_serviceName));
    const double serviceLeft = inset + chipRoom * scale;
    drawText(painter, {serviceLeft, baseLineAround(firstMiddle * scale, fonts.subject)},
             elided(m_service, fonts.subject, room - chipRoom * scale, Qt::ElideMiddle), fonts.subject,
             m_theme.text2);
    const QFont operation = fonts.sized(13, QFont::DemiBold);
    double left = inset;
    if (m_failed) {
        drawMark(painter, {left + markRadius * scale, secondMiddle * scale}, Health::Failing,
                 markRadius * scale, m_theme, m_theme.surface);
        left += markRoom * scale;
    }
    drawText(painter, {left, baseLineAround(secondMiddle * scale, operation)},
             elided(m_operation, operation, width() - inset - left, Qt::ElideMiddle), operation,
             m_theme.text);
    drawFigures(painter, {inset, baseLineAround(thirdMiddle * scale, fonts.small)},
                elided(m_facts, fonts.small, room), fonts.small, m_theme.text2);

    for (const Plate& plate : plates(width())) {
        painter.setPen(m_theme.line2);
        painter.setBrush(m_theme.header);
        painter.drawRoundedRect(plate.area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        drawFigures(
            painter,
            {plate.area.left() + platePadding * scale, baseLineAround(plate.area.center().y(), fonts.hint)},
            plate.text, fonts.hint, m_theme.text2);
    }
    if (m_message.isEmpty()) return;
    const QRectF text = messageArea(width());
    const QRectF box(inset, text.top() - 6 * scale, room, text.height() + 12 * scale);
    painter.setPen(Qt::NoPen);
    painter.fillRect(box, m_theme.failTint);
    painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), m_theme.failing);
    painter.setFont(fonts.small);
    painter.setPen(m_theme.text);
    painter.drawText(text, Qt::TextWordWrap | Qt::TextWrapAnywhere, m_message);
}

} // namespace hallway

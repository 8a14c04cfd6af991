// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/number.h"

#include <cmath>

namespace rnnscope {

namespace {

const QChar minus(0x2212);

QString magnitude(double size) {
    if (std::isinf(size))
        return QString(QChar(0x221E));
    if (size == 0)
        return QStringLiteral("0");
    // Rounded first: 0.9996 is 1.00, not 1.000.
    const QString rounded = QString::number(size, 'e', 2);
    const qsizetype mark = rounded.indexOf(QLatin1Char('e'));
    const int exponent = rounded.mid(mark + 1).toInt();
    if (exponent >= -3 && exponent <= 2)
        return QString::number(size, 'f', 2 - exponent);
    return rounded.left(mark) + QString::fromUtf8("·10") + superscript(exponent);
}

}  // namespace

QString shortNumber(double value) {
    if (std::isnan(value))
        return QStringLiteral("NaN");
    return (value < 0 ? QString(minus) : QString()) + magnitude(std::abs(value));
}

QString signedNumber(double value) {
    return (value > 0 ? QStringLiteral("+") : QString()) + shortNumber(value);
}

QString fullNumber(double value) {
    if (std::isnan(value))
        return QStringLiteral("nan");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-inf") : QStringLiteral("inf");
    return QString::number(value, 'g', 17);
}

QString superscript(int number) {
    static const QString digits = QString::fromUtf8("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString raised;
    for (const QChar c : QString::number(number))
        raised += c == QLatin1Char('-') ? QChar(0x207B) : digits[c.digitValue()];
    return raised;
}

QString subscript(int number) {
    QString lowered;
    for (const QChar digit : QString::number(number))
        lowered += QChar(0x2080 + digit.digitValue());
    return lowered;
}

}  // namespace rnnscope

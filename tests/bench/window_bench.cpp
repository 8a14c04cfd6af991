// SPDX-License-Identifier: GPL-3.0-or-later
// What the lecturer waits for, in milliseconds: median and p99 of many repetitions, offscreen at
// 1920 x 1080.
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QTemporaryFile>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

#include "app/card.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_player.h"
#include "app/mainwindow.h"
#include "app/plot/style.h"
#include "app/presenter/pen_layer.h"
#include "app/presenter/presenter.h"
#include "app/presenter/presenter_bar.h"
#include "app/presenter/spotlight_layer.h"

namespace rnnscope {
namespace {

double milliseconds(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void measure(const char* what, int times, const std::function<void(int)>& run) {
    std::vector<double> taken;
    for (int k = 0; k < times; ++k) {
        QElapsedTimer clock;
        clock.start();
        run(k);
        taken.push_back(milliseconds(clock));
    }
    std::sort(taken.begin(), taken.end());
    const auto at = [&](double share) {
        return taken[static_cast<std::size_t>(share * static_cast<double>(taken.size() - 1))];
    };
    std::printf("%-44s median %7.2f ms   p99 %7.2f ms   (%d times)\n", what, at(0.5), at(0.99),
                times);
}

/// Handles everything that is due, painting included.
void settle(MainWindow& window) {
    window.document().settle();
    for (int k = 0; k < 3; ++k)
        QApplication::processEvents();
}

void change(MainWindow& window, const char* option, const QString& value) {
    Setup next = window.document().setup();
    (void)setOption(next, option, value.toStdString());
    (void)window.document().change(next, "bench", option);
}

/// As settle(), and what the visible panels have worked out behind it.
void settleAll(MainWindow& window) {
    settle(window);
    Document& document = window.document();
    const auto due = [&] {
        return document.analysisRequest().wanted != NoAnalysis &&
               (!document.analyses() || document.analyses()->of != document.snapshot());
    };
    QElapsedTimer clock;
    clock.start();
    while (due() && clock.elapsed() < 60000)
        QApplication::processEvents();
    for (int k = 0; k < 3; ++k)
        QApplication::processEvents();
}

/// How long the window is busy with each picture of a running training.
void measureTraining(MainWindow& window, const char* what) {
    change(window, "updates", "1000000");
    settleAll(window);
    window.document().train();
    QElapsedTimer all;
    all.start();
    std::vector<double> busy;
    while (all.elapsed() < 6000) {
        QElapsedTimer clock;
        clock.start();
        QApplication::processEvents();
        if (const double taken = milliseconds(clock); taken > 0.5)
            busy.push_back(taken);
    }
    const int updates = window.document().update();
    window.document().pauseTraining();
    settle(window);
    std::sort(busy.begin(), busy.end());
    std::printf("%-44s median %7.2f ms   p99 %7.2f ms   (%zu pictures, %d updates in 6 s)\n", what,
                busy[busy.size() / 2], busy[busy.size() * 99 / 100], busy.size(), updates);
    window.document().showUpdate(0);
    settleAll(window);
}

double residentMegabytes() {
    QFile status("/proc/self/status");
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

/// The drawing of the cell, and its equations beside it, with everything else.
void measureInside(MainWindow& window) {
    window.card("cell")->raise();
    window.card("equations")->setFloating(true);
    window.card("equations")->resize(900, 500);
    settleAll(window);
    Playhead& playhead = window.playhead();
    for (const Phase phase : {Phase::Forward, Phase::Backward}) {
        const bool forward = phase == Phase::Forward;
        playhead.moveTo({0, phase, forward ? 0 : playhead.length() - 1});
        measure(forward ? "with cell and equations: a step, forward"
                        : "with cell and equations: a step, backward",
                180, [&](int) {
                    playhead.next();
                    QApplication::processEvents();
                });
        playhead.moveTo({0, phase, 40});
        measure(forward ? "with cell and equations: an operation, forward"
                        : "with cell and equations: an operation, backward",
                300, [&](int) {
                    playhead.nextPart();
                    QApplication::processEvents();
                });
    }
    window.card("equations")->setFloating(false);
    window.card("weights")->raise();
    settleAll(window);
    measure("a weight edited, to all redrawn (H 16, T 200)", 100, [&](int k) {
        change(window, "edit", QString("weight_hh_l0.f[3,5]=%1").arg(0.01 * k));
        settle(window);
    });
    change(window, "edit", "");
    window.card("unrolled")->raise();
    settleAll(window);
}

/// A frame in front of a class at 3840 x 2160: a step while playing, with everything that lies over
/// the window; and a change of the theme.
void measurePresenting(MainWindow& window) {
    change(window, "hidden", "16");
    change(window, "length", "200");
    settleAll(window);
    Presenter& presenter = window.presenter();
    presenter.enter();
    presenter.bar()->hide();
    settleAll(window);
    Playhead& playhead = window.playhead();
    const auto play = [&](const char* what, Phase phase) {
        playhead.moveTo({0, phase, phase == Phase::Forward ? 0 : playhead.length() - 1});
        settle(window);
        measure(what, 190, [&](int) {
            playhead.next();
            QApplication::processEvents();
        });
    };
    play("4K, presenting: a step, forward", Phase::Forward);
    play("4K, presenting: a step, backward", Phase::Backward);
    QAction* light = window.findChild<QAction*>("light");
    light->trigger();
    play("the same with the spotlight", Phase::Backward);
    measure("the spotlight moved while playing", 190, [&](int k) {
        presenter.light()->moveTo(QPointF(400 + 12 * k, 600 + 4 * k));
        playhead.previous();
        QApplication::processEvents();
    });
    light->trigger();
    window.findChild<QAction*>("pen")->trigger();
    PenLayer* pen = presenter.pen();
    const auto send = [&](QEvent::Type type, const QPointF& place) {
        QMouseEvent event(type, place, pen->mapToGlobal(place), Qt::LeftButton, Qt::LeftButton, {});
        QApplication::sendEvent(pen, &event);
    };
    pen->setStays(600000);
    for (int k = 0; k < 12; ++k) {
        send(QEvent::MouseButtonPress, QPointF(200, 200 + 120 * k));
        for (int m = 1; m < 300; ++m)
            send(QEvent::MouseMove, QPointF(200 + 11 * m, 200 + 120 * k + 100 * (m % 7)));
        send(QEvent::MouseButtonRelease, QPointF(3500, 200 + 120 * k));
    }
    settle(window);
    play("the same with twelve strokes of the pen", Phase::Backward);
    send(QEvent::MouseButtonPress, QPointF(300, 300));
    measure("a stroke drawn while playing", 190, [&](int k) {
        send(QEvent::MouseMove, QPointF(300 + 15 * k, 900 + 200 * (k % 5)));
        playhead.previous();
        QApplication::processEvents();
    });
    pen->setStays(1);
    send(QEvent::MouseButtonRelease, QPointF(3500, 900));
    measure("the strokes fade while playing", 30, [&](int) {
        playhead.next();
        QApplication::processEvents();
    });
    pen->clear();
    window.findChild<QAction*>("pen")->trigger();
    window.findChild<QAction*>("freeze")->trigger();
    play("behind a frozen picture", Phase::Backward);
    window.findChild<QAction*>("freeze")->trigger();
    measure("another theme, at 4K", 10, [&](int k) {
        window.setTheme(k % 2 == 0 ? "dark" : "light");
        settle(window);
    });
    presenter.leave();
    window.resize(1920, 1080);
    settleAll(window);
    measure("another theme, at 1920 x 1080", 10, [&](int k) {
        window.setTheme(k % 2 == 0 ? "dark" : "light");
        settle(window);
    });
}

/// Four networks side by side.
void measureComparison(MainWindow& window) {
    change(window, "cell", "lstm");
    change(window, "hidden", "16");
    change(window, "length", "200");
    change(window, "forget-bias", "1");
    change(window, "lanes", "*; cell=gru; cell=rnn; cell=lstm-peephole");
    settleAll(window);
    measure("four networks, a dial dragged (H 16, T 200)", 100, [&](int k) {
        change(window, "spectral-radius", QString::number(0.5 + 0.01 * k));
        settle(window);
    });
    Playhead& playhead = window.playhead();
    playhead.moveTo({0, Phase::Forward, 0});
    settle(window);
    measure("four networks, a step of the playhead", 400, [&](int) {
        playhead.next();
        QApplication::processEvents();
    });
    change(window, "lanes", "");
    change(window, "seed", "1");
    settleAll(window);
}

/// Each page of each lesson after the one before it, its state included.
void measureLessons(MainWindow& window) {
    double slowest = 0;
    QString slow;
    std::vector<std::pair<QString, int>> pages;
    for (const QString& file : ownLessonFiles()) {
        window.openLesson(file);
        for (int page = 1; page < window.lessons().pageCount(); ++page)
            pages.emplace_back(file, page);
    }
    std::vector<double> taken;
    for (const auto& [file, page] : pages) {
        if (page == 1)
            window.openLesson(file);
        settleAll(window);
        QElapsedTimer clock;
        clock.start();
        while (window.lessons().lesson().pages[std::size_t(page)].update > 0 &&
               clock.elapsed() < 3000)  // the one before is read
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        clock.restart();
        window.lessons().goTo(page);
        settle(window);
        taken.push_back(milliseconds(clock));
        if (taken.back() > slowest) {
            slowest = taken.back();
            slow = QString("%1 page %2").arg(file).arg(page + 1);
        }
    }
    std::sort(taken.begin(), taken.end());
    std::printf("%-44s median %7.2f ms   slowest %5.2f ms   (%s)\n",
                "the next page of a lesson, to all redrawn", taken[taken.size() / 2], slowest,
                qPrintable(slow));
    window.lessons().close();
    window.openDefault();  // the last lesson's network goes on by itself, without a loss
    settleAll(window);
}

/// Everything in another language.
void measureLanguages(MainWindow& window) {
    const char* const ids[] = {"zh_CN", "zh_TW", "en"};
    measure("another language", 12, [&](int k) {
        window.setLanguage(ids[k % 3]);
        settle(window);
    });
}

void run(QElapsedTimer sinceStart) {
    MainWindow window;
    window.resize(1920, 1080);
    window.openDefault();
    window.show();
    settle(window);
    std::printf("%-44s %14.2f ms\n", "start of the program to full first paint",
                milliseconds(sinceStart));
    std::printf("%-44s %14.2f MB\n", "memory of the default workspace", residentMegabytes());

    measureLessons(window);
    Playhead& playhead = window.playhead();
    measure("a step of the playhead, forward, to painted", 500, [&](int k) {
        k % 49 == 0 ? playhead.toStart() : playhead.next();
        QApplication::processEvents();
    });
    playhead.moveTo({0, Phase::Backward, 49});
    measure("a step of the playhead, backward, to painted", 500, [&](int k) {
        k % 49 == 0 ? playhead.moveTo({0, Phase::Backward, 49}) : playhead.next();
        QApplication::processEvents();
    });
    change(window, "task", "sine");
    change(window, "length", "100");
    change(window, "hidden", "16");
    change(window, "cell", "lstm");
    settle(window);
    measure("a dial dragged, to all redrawn (H 16, T 100)", 300, [&](int k) {
        change(window, "forget-bias", QString::number(0.01 * k));
        settle(window);
    });
    measure("the same, the flow matrix as well", 200, [&](int k) {
        change(window, "forget-bias", QString::number(0.01 * k + 0.005));
        settleAll(window);
    });
    measureTraining(window, "a picture while training (H 16, T 100)");
    change(window, "hidden", "32");
    change(window, "length", "200");
    settleAll(window);
    measure("a dial dragged, flow as well (H 32, T 200)", 100, [&](int k) {
        change(window, "forget-bias", QString::number(0.01 * k + 0.005));
        settleAll(window);
    });
    change(window, "hidden", "16");
    change(window, "length", "200");
    settle(window);
    measure("all redrawn (H 16, T 200)", 100, [&](int k) {
        change(window, "seed", QString::number(k + 100));
        settle(window);
    });
    measureInside(window);
    measureComparison(window);
    measureLanguages(window);
    measurePresenting(window);
    change(window, "hidden", "8");
    change(window, "length", "100000");
    settle(window);
    measure("all panels redrawn at T 100,000, no numerics", 20, [&](int) {
        Q_EMIT window.document().snapshotChanged();
        for (int k = 0; k < 3; ++k)
            QApplication::processEvents();
    });
    measure("a step of the playhead at T 100,000", 100, [&](int) {
        playhead.next();
        QApplication::processEvents();
    });
}

}  // namespace
}  // namespace rnnscope

int main(int argc, char** argv) {
    QElapsedTimer sinceStart;
    sinceStart.start();
    QTemporaryFile screen;  // of a projector
    if (!screen.open())
        return 1;
    screen.write(R"({"screens": [{"name": "wall", "x": 0, "y": 0, "width": 3840, "height": 2160,
                                  "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    screen.close();
    qputenv("QT_QPA_PLATFORM", ("offscreen:configfile=" + screen.fileName()).toUtf8());
    QApplication app(argc, argv);
    app.setStyle(rnnscope::makeStyle());
    rnnscope::run(sinceStart);
}

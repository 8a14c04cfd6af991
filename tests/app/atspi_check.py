#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the program as a screen reader does and compares a table with `rnnscope trace`.

    atspi_check.py PROGRAM FOLDER

Needs a display and a session bus (atspi_check.sh gives it both). Exit status: 0 all holds, 1 not.
"""
import json
import math
import subprocess
import sys
import time

import gi
import numpy

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20  # seconds until a condition has to hold
SETUP = {
    "format": "rnnscope-setup", "version": 1, "cell": "lstm", "hidden": 3, "seed": 4,
    "task": "sine", "length": 9,
}
INTERACTIVE = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX,
    Atspi.Role.RADIO_BUTTON, Atspi.Role.COMBO_BOX, Atspi.Role.SLIDER, Atspi.Role.SPIN_BUTTON,
    Atspi.Role.MENU, Atspi.Role.MENU_ITEM, Atspi.Role.CHECK_MENU_ITEM,
    Atspi.Role.RADIO_MENU_ITEM, Atspi.Role.TEXT, Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT,
    Atspi.Role.PAGE_TAB, Atspi.Role.PAGE_TAB_LIST, Atspi.Role.TABLE, Atspi.Role.CHART,
    Atspi.Role.TREE, Atspi.Role.LIST,
}
MENUS = {Atspi.Role.MENU, Atspi.Role.MENU_ITEM, Atspi.Role.CHECK_MENU_ITEM,
         Atspi.Role.RADIO_MENU_ITEM}
# Named by what they are in: a spin box speaks for its line, a list of choices for its box.
SPEAK_FOR_THEIR_PARTS = {Atspi.Role.SPIN_BUTTON, Atspi.Role.COMBO_BOX, Atspi.Role.TABLE}
# By these nobody learns what to do.
NO_ROLES = {Atspi.Role.INVALID, Atspi.Role.UNKNOWN, Atspi.Role.REDUNDANT_OBJECT}

passed = 0
failures = []
window = None  # the program


def program_ended():
    return window is not None and window.poll() is not None


def holds(what, condition):
    global passed
    if condition:
        passed += 1
    else:
        failures.append(what)
        print("FAILED", what)


def wait_for(what, condition):
    """The first true answer of `condition`; gives up with a failure after a while."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if program_ended():
            raise SystemExit(f"FAILED the program ended before this: {what}")
        try:
            answer = condition()
            if answer:
                return answer
        except GLib.Error:
            pass  # something went while it was asked
        time.sleep(0.05)
    raise SystemExit(f"FAILED waited {PATIENCE} s in vain: {what}")


def children(node):
    return [child for child in (node.get_child_at_index(k) for k in range(node.get_child_count()))
            if child is not None]


def walk(node, path=()):
    """All below, with the names on the way; not into what speaks for its parts."""
    yield node, path
    if node.get_role() in SPEAK_FOR_THEIR_PARTS:
        return
    for child in children(node):
        yield from walk(child, path + (node.get_name() or node.get_role_name(),))


def find(root, role, name):
    root.clear_cache()
    for node, _ in walk(root):
        if node.get_role() == role and node.get_name() == name:
            return node
    return None


def act(node, name):
    names = [Atspi.Action.get_action_name(node, k)
             for k in range(Atspi.Action.get_n_actions(node))]
    holds(f"'{node.get_name()}' has the action {name}, of {names}", name in names)
    if name in names:
        Atspi.Action.do_action(node, names.index(name))


def check_names(root, wanted):
    """Every element that somebody works with has a name, and a role of its kind."""
    counts = {}
    root.clear_cache()
    for node, path in walk(root):
        role = node.get_role()
        states = node.get_state_set()
        # What is hidden may have no words yet; a menu's are hidden until it opens.
        if not states.contains(Atspi.StateType.VISIBLE) and role not in MENUS:
            continue
        if role not in INTERACTIVE and not states.contains(Atspi.StateType.FOCUSABLE):
            continue
        counts[role] = counts.get(role, 0) + 1
        where = " > ".join(part for part in path[-4:])
        holds(f"{node.get_role_name()} without a name in {where}", bool(node.get_name().strip()))
        holds(f"'{node.get_name()}' without a role in {where}", role not in NO_ROLES)
    for role, least in wanted:
        found = counts.get(role, 0)
        holds(f"{found} of role {Atspi.role_get_name(role)}, at least {least}", found >= least)
    return sum(counts.values())


def check_dialog(app, item, wanted):
    """What a menu item opens, told of as the window is."""
    before = [child.get_name() for child in children(app)]
    act(find(app, Atspi.Role.MENU_ITEM, item), "Press")
    dialog = wait_for(f"{item} opens", lambda: app.clear_cache() or next(
        (child for child in children(app) if child.get_name() not in before and
         child.get_child_count() > 0), None))
    holds(f"{item} opens a dialog", dialog.get_role() == Atspi.Role.DIALOG)
    count = check_names(dialog, wanted)
    button = next((node for node, _ in walk(dialog) if node.get_role() == Atspi.Role.PUSH_BUTTON
                   and node.get_name() in ("Cancel", "Close")), None)
    holds(f"{item} can be left", button)
    act(button, "Press")
    return count


def check_editor(app):
    """A page is recorded and its question asked, as by hand; then all fields are there."""
    act(find(app, Atspi.Role.MENU_ITEM, "Write a lesson…"), "Press")
    act(wait_for("the editor opens", lambda: app.clear_cache() or
                 find(app, Atspi.Role.PUSH_BUTTON, "Record page")), "Press")
    ask = wait_for("the page is there", lambda: app.clear_cache() or
                   find(app, Atspi.Role.CHECK_BOX, "Asks a question"))
    act(ask, "Toggle")
    wait_for("its choices are there", lambda: app.clear_cache() or
             find(app, Atspi.Role.TEXT, "Choice A"))
    editor = next(node for node, _ in walk(app) if node.get_name() == "Lesson editor")
    return check_names(editor, ((Atspi.Role.PUSH_BUTTON, 6), (Atspi.Role.CHECK_BOX, 2),
                                (Atspi.Role.RADIO_BUTTON, 2), (Atspi.Role.TEXT, 8),
                                (Atspi.Role.LIST, 1), (Atspi.Role.SPIN_BUTTON, 1)))


def check_slider(app):
    timeline = find(app, Atspi.Role.SLIDER, "Timeline")
    holds("there is the timeline", timeline)
    value = timeline.get_value_iface()
    holds("the timeline begins at 0", Atspi.Value.get_minimum_value(value) == 0)
    # Forward, loss, backward, clipping, update.
    holds("the timeline ends with the update",
          Atspi.Value.get_maximum_value(value) == 2 * SETUP["length"] + 2)
    Atspi.Value.set_current_value(value, 4)
    wait_for("the timeline follows", lambda: Atspi.Value.get_current_value(value) == 4)
    holds("the timeline moves", True)


def table_of(app, title):
    return wait_for(f"a table {title}", lambda: find(app, Atspi.Role.TABLE, title))


def check_numbers(table, columns, step):
    """The table's cells are these numbers: to three digits by name, in full by description."""
    grid = table.get_table_iface()
    rows, wide = Atspi.Table.get_n_rows(grid), Atspi.Table.get_n_columns(grid)
    holds(f"{rows} rows are {SETUP['length']}", rows == SETUP["length"])
    heads = [Atspi.Table.get_column_description(grid, column) for column in range(wide)]
    compared = 0
    for column, head in enumerate(heads):
        holds(f"column {column} has a head", bool(head))
        if head not in columns:
            continue
        for row in range(rows):
            cell = Atspi.Table.get_accessible_at(grid, row, column)
            wanted = float(columns[head][row])
            holds(f"{head} at {row + 1} is a cell", cell.get_role() == Atspi.Role.TABLE_CELL)
            shown = float(cell.get_name())
            holds(f"{head} at {row + 1}: {cell.get_name()} for {wanted!r}",
                  math.isclose(shown, wanted, rel_tol=0.0051, abs_tol=0))
            number, _, words = cell.get_description().partition(",")
            holds(f"{head} at {row + 1} in full: {number} for {wanted!r}", float(number) == wanted)
            holds(f"{head} at {row + 1} is marked where the playhead is, and only there",
                  bool(words) == (row == step))
            compared += 1
    missing = [name for name in columns if name not in heads]
    holds(f"the table has {missing}, its columns are {heads}", not missing)
    return compared


def trace(program, setup, folder):
    file = f"{folder}/pass.npz"
    subprocess.run([program, "trace", "--setup", setup, "--out", file], check=True,
                   stdout=subprocess.DEVNULL)
    return numpy.load(file)


def main(program, folder):
    global window
    setup = f"{folder}/setup.json"
    with open(setup, "w", encoding="utf-8") as out:
        json.dump(SETUP, out)
    arrays = trace(program, setup, folder)
    state = {"t (step)": numpy.arange(1, SETUP["length"] + 1)}
    for quantity in "ifgoch":
        for unit in range(SETUP["hidden"]):
            state[f"{quantity}_{unit + 1}"] = arrays[f"{quantity}_l0"][:, unit]

    Atspi.init()
    started = time.monotonic()
    window = subprocess.Popen([program, setup])
    try:
        desktop = Atspi.get_desktop(0)
        app = wait_for("the program says that it is there", lambda: next(
            (each for each in children(desktop) if each and each.get_name() == "RNNScope"), None))
        wait_for("the window is filled", lambda: find(app, Atspi.Role.CHART, "Hidden state"))
        count = check_names(app, ((Atspi.Role.PUSH_BUTTON, 15), (Atspi.Role.CHECK_BOX, 1),
                                  (Atspi.Role.COMBO_BOX, 5), (Atspi.Role.SLIDER, 5),
                                  (Atspi.Role.SPIN_BUTTON, 2), (Atspi.Role.MENU_ITEM, 40),
                                  (Atspi.Role.TEXT, 4), (Atspi.Role.CHART, 8)))
        check_slider(app)

        act(find(app, Atspi.Role.CHART, "Hidden state"), "As a table")
        table = table_of(app, "Inside, over time as a table")
        wait_for("the numbers are in the table", lambda: table.get_table_iface() and
                 Atspi.Table.get_n_rows(table.get_table_iface()) > 0)
        compared = check_numbers(table, state, 4)

        # By the menu, of the panel that has the focus.
        chart = find(app, Atspi.Role.CHART, "Gradient through time")
        Atspi.Component.grab_focus(chart.get_component_iface())
        holds("the plot tells its verdict and its place: " + chart.get_description(),
              "t = 5 of 9" in chart.get_description())
        act(find(app, Atspi.Role.MENU_ITEM, "As a table"), "Press")
        table = table_of(app, "Gradient through time as a table")
        norms = numpy.linalg.norm(arrays["grad_h_l0"], axis=1)
        grid = table.get_table_iface()
        heads = [Atspi.Table.get_column_description(grid, column)
                 for column in range(Atspi.Table.get_n_columns(grid))]
        for row in range(SETUP["length"]):
            cell = Atspi.Table.get_accessible_at(grid, row, heads.index("norm_grad_h"))
            holds(f"the gradient's norm at {row + 1}",
                  math.isclose(float(cell.get_name()), norms[row], rel_tol=0.0051))
        count += check_dialog(app, "Draw a sequence…", ((Atspi.Role.PUSH_BUTTON, 5),
                                                        (Atspi.Role.TABLE, 1)))
        count += check_dialog(app, "Export figure…", ((Atspi.Role.PUSH_BUTTON, 3),
                                                      (Atspi.Role.COMBO_BOX, 2),
                                                      (Atspi.Role.SPIN_BUTTON, 1)))
        count += check_editor(app)
    finally:
        window.terminate()
        window.wait(10)
    print(f"{passed} passed, {len(failures)} failed: {count} elements told of, "
          f"{compared} numbers compared, {time.monotonic() - started:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema is one, takes every lesson, and refuses what is no lesson.

    schema.py resources/lessons
"""

import copy
import json
import pathlib
import sys

import jsonschema

folder = pathlib.Path(sys.argv[1])
schema = json.loads((folder / "lesson.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
failed = 0


def fail(words):
    global failed
    failed += 1
    print("FAILED", words)


lessons = sorted(folder.glob("[0-9]*.json"))
if len(lessons) < 12:
    fail(f"{len(lessons)} lessons")
for file in lessons:
    for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
        fail(f"{file.name}: {list(error.path)}: {error.message}")

whole = json.loads(lessons[0].read_text(encoding="utf-8"))


def page(lesson):
    return next(page for page in lesson["pages"] if "question" in page and "claims" in page)


def claim(lesson):
    return page(lesson)["claims"][0]


# A change a row, each of which makes a lesson wrong.
changes = {
    "another format": lambda lesson: lesson.update(format="rnnscope-setup"),
    "a newer version": lambda lesson: lesson.update(version=2),
    "capitals in an id": lambda lesson: lesson.update(id="One"),
    "an unknown language": lambda lesson: lesson.update(languages=["fr"]),
    "a title in an unknown language": lambda lesson: lesson.update(title={"fr": "Un"}),
    "an empty title": lambda lesson: lesson.update(title=""),
    "no pages": lambda lesson: lesson.update(pages=[]),
    "no setup": lambda lesson: lesson.pop("setup"),
    "no sequence": lambda lesson: lesson["setup"].pop("task"),
    "two sequences": lambda lesson: lesson["setup"].update(input="x.csv"),
    "an unknown choice": lambda lesson: lesson["setup"].update(hiden=3),
    "null in a lesson's setup": lambda lesson: lesson["setup"].update(hidden=None),
    "an unknown field of a page": lambda lesson: page(lesson).update(plays=True),
    "no text": lambda lesson: page(lesson).pop("text"),
    "an unknown phase": lambda lesson: page(lesson).update(at={"phase": "back"}),
    "an unknown panel": lambda lesson: page(lesson).update(panels=["heatmap"]),
    "pointing at nothing": lambda lesson: page(lesson).update(point=[{}]),
    "pointing at two": lambda lesson: page(lesson).update(
        point=[{"panel": "gates", "quantity": "f"}]
    ),
    "one choice": lambda lesson: page(lesson)["question"].update(choices=["yes"]),
    "no answer": lambda lesson: page(lesson)["question"].pop("answer"),
    "an unknown measure": lambda lesson: claim(lesson).update(measure="size"),
    "an unknown option": lambda lesson: claim(lesson).update({"with": {"size": 1}}),
    "no seeds": lambda lesson: claim(lesson).update(seeds=[]),
    "a range of three": lambda lesson: claim(lesson).update(range=[1, 2, 3]),
}
for words, change in changes.items():
    lesson = copy.deepcopy(whole)
    change(lesson)
    if validator.is_valid(lesson):
        fail(f"takes {words}")

print(f"{len(lessons)} lessons, {len(changes)} mistakes, {failed} failed")
sys.exit(failed > 0)

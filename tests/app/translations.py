# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says in other languages is whole, and keeps what it has to keep.

    translations.py ROOT LUPDATE

ROOT is the source tree, LUPDATE Qt's program of that name. Each check is first shown to fail on
something that is wrong on purpose.
"""

import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else Path(".")
LUPDATE = sys.argv[2] if len(sys.argv) > 2 else "lupdate"

# Names that are the same in every language, and units.
SAME = {
    "RNN", "RNN ReLU", "LSTM", "GRU", "MGU", "UGRNN", "SGD", "Adam", "RMSprop", "JSON", "PC",
    "PC %1", "%1 kB", "%L1 MB", "%1 × %2 px", "%1 dpi", "Safetensors (*.safetensors)",
}  # fmt: skip

# What a reader there would not say: of the other script, or of the other place.
FORBIDDEN = {
    "zh_CN": "檔案 文檔 滑鼠 螢幕 遗忘闸 输入闸 输出闸 单元状态 胞元 通过时间反向 梯度截断 默认值为 "
    "隐含状态 隐状态 神经元状态 打印机 光标处 缺省".split(),
    "zh_TW": "文件夾 鼠標 屏幕 菜單 默認 缺省 設置 數據 程序 網絡 信息 視頻 打印 剪貼板 窗口 導出 "
    "導入 加載 打開 關閉窗 優化器 遺忘門 輸入門 輸出門 更新門 重置門 通過時間 單元狀態 "
    "隱含狀態 軟件 硬件 硬盤 激活 全屏 界面 質量 圖標 字符 字符串 數組 粘貼 撤銷 縮進 方程組 "
    "當前 反饋 概率 方差 組態".split(),
}
# In the tables of both scripts, yet of one of them only in such words as ours.
AMBIGUOUS = {"zh_CN": "", "zh_TW": "后里云准于干"}
CODE = {"zh_CN": "gb2312", "zh_TW": "big5"}
HAN = "\u4e00-\u9fff"


@dataclass
class Message:
    context: str
    source: str
    comment: str
    texts: list  # one, or one a plural form
    state: str  # "", "unfinished", "vanished", "obsolete"

    def __str__(self):
        return f"{self.context}: {self.source!r}"


def messages(file):
    found = []
    for context in ET.parse(file).getroot().findall("context"):
        for each in context.findall("message"):
            target = each.find("translation")
            forms = [form.text or "" for form in target.findall("numerusform")]
            found.append(
                Message(
                    context.findtext("name"),
                    each.findtext("source"),
                    each.findtext("comment") or "",
                    forms or [target.text or ""],
                    target.get("type") or "",
                )
            )
    return found


def mnemonics(text):
    return [key.upper() for key in re.findall(r"&(\w)", re.sub(r"&&|&(?:nbsp|lt|gt|amp|quot);", "", text))]


def kept(text):
    """What a translation has to have as its source has it."""
    return {
        "placeholders": sorted(set(re.findall(r"%L?\d|%L?n", text))),
        "line breaks": text.count("\n"),
        "tabs": text.count("\t"),
        "tags": sorted(re.findall(r"</?\w+", text)),
        "access key": mnemonics(text),
        "… at the end": text.endswith("…"),
        "file patterns": re.findall(r"\*\.\w+", text),
    }


def has_words(text):
    return re.search(r"[A-Za-z]{2}", re.sub(r"%L?[\dn]|<[^>]*>|&\w+;", "", text))


def wrong_in(message, language):
    """One line for each thing that is wrong with it."""
    if message.state in ("vanished", "obsolete"):
        yield "is in the sources no more"
        return
    for text in message.texts:
        if not text.strip():
            yield "is not translated"
            continue
        if message.state == "unfinished":
            yield "is not marked as finished"
        had = kept(message.source)
        for what, has in kept(text).items():
            if has != had[what]:
                yield f"has other {what} in {text!r}"
        if mnemonics(text) and not re.search(r"\(&\w\)…?$", text):
            yield f"has its access key not in brackets at the end: {text!r}"
        if text == message.source and has_words(text) and text not in SAME:
            yield "is as in English"
        for word in FORBIDDEN.get(language, ()):
            if word in text:
                yield f"says {word!r} in {text!r}"
        if language in CODE:
            for sign in re.findall(f"[{HAN}]", text):
                if sign in AMBIGUOUS[language] or not sign.encode(CODE[language], "ignore"):
                    yield f"has {sign!r} of the other script in {text!r}"
            # Beside a Chinese sign stand Chinese signs; a key in brackets is no part of the words.
            plain = re.sub(r"\(&\w\)| \(\*?\.?[^)]*\.\w+\)| \(\*\)|;;", "", text)
            jumble = f"[{HAN}] ?[,;:!?(]|[,;:!?)][{HAN}]|[，。；：？！、（] | [，。；：？！、（）]"
            if found := re.search(jumble, plain):
                yield f"has half-width beside full-width signs, {found[0]!r}, in {text!r}"
            if re.search(r"\.\.\.|。…|……", text):
                yield f"has dots for … in {text!r}"


def wrong_in_file(file):
    language = re.fullmatch(r"\w+?_(\w+)\.ts", file.name)[1]
    return [f"{file.name}: {m} {w}" for m in messages(file) for w in wrong_in(m, language)]


def lacking(file, sources, include):
    """What lupdate finds in the sources and the file lacks, and what it finds no more."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / file.name
        copy.write_bytes(file.read_bytes())
        subprocess.run(
            [LUPDATE, "-silent", "-disable-heuristic", "sametext", "-disable-heuristic",
             "similartext", "-I", str(include), *map(str, sources), "-ts", str(copy)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return [f"{file.name}: {m} is {m.state}" for m in messages(copy) if m.state]


# Calls that put a text before someone.
SHOWS = re.compile(
    r"\b(set(?:Text|PlainText|Html|ToolTip|StatusTip|WindowTitle|Title|PlaceholderText|Prefix|"
    r"Suffix|IconText|AccessibleName|AccessibleDescription|SpecialValueText|Label|LabelText)"
    r"|add(?:Action|Menu|Section|Item|Items|Tab|Group|Choice|Row|Heading|Dial|Title)"
    r"|new (?:QLabel|QPushButton|QToolButton|QCheckBox|QRadioButton|QAction|QGroupBox|QMenu|Dial)"
    r"|QLabel(?: \w+)?|QAction(?: \w+)?|drawText|showText|messages_->show|insertItem)\s*\("
)
# Behind the text stand numbers, ids and data.
FIRST_ONLY = {"addItem", "addAction", "addMenu"}
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
# Not for readers: ids, formats that hold no word, keys.
SILENT = re.compile(
    r"\b(?:tr|translate|QT_TRANSLATE_NOOP|QKeySequence|findChild\w*(?:<[^>]*>)?|setObjectName|"
    r"property|setProperty|arg|value|tip)\s*\(\s*$"
)
# What other programs read: the key of a picture's title.
DATA = {'"Title"'}
# What is the same in every language: symbols and names.
NAMES = re.compile(r"\b(?:tanh|log|max|softmax|NaN|Inf|ReLU|RNNScope|PyTorch|LaTeX|px|Esc|nbsp)\b")


def argument(code, start):
    """The text between the bracket before `start` and the one that closes it."""
    depth, at = 1, start
    for part in re.finditer(LITERAL + r"|'(?:[^'\\]|\\.)'|[(){}]", code[start:]):
        at = start + part.end()
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(part[0], 0)
        if depth == 0:
            break
    return code[start:at]


def first_of(arguments):
    depth = 0
    for part in re.finditer(LITERAL + r"|'(?:[^'\\]|\\.)'|[(){},]", arguments):
        if part[0] == "," and depth == 0:
            return arguments[: part.start()]
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(part[0], 0)
    return arguments


def untranslated_in(code, name):
    code = re.sub(r"//[^\n]*", "", code)
    found = []
    for call in SHOWS.finditer(code):
        inside = argument(code, call.end())
        if "[" in inside and "{" in inside:  # what a slot does is looked at by itself
            inside = inside[: inside.index("[")]
        if call[1] in FIRST_ONLY:
            inside = first_of(inside)
        for literal in re.finditer(rf"(?:{LITERAL}\s*)+", inside):
            before = inside[: literal.start()]
            if re.search(r"\btr\(\s*$|\btranslate\(\s*(?:\"[^\"]*\",\s*)?$|"
                         r"QT_TRANSLATE_NOOP\(\s*(?:\"[^\"]*\",\s*)?$", before):
                continue
            if re.search(r"\btr\((?:[^()]|\([^()]*\))*,\s*$", before):  # a translator's comment
                continue
            if SILENT.search(before) and not before.rstrip().endswith("arg("):
                continue
            words = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literal[0]))
            words = NAMES.sub("", re.sub(r"<[^>]*>|&\w+;|%L?\d|\\[un]\w*|\\.", " ", words))
            an_id = call[1] == "addChoice" and re.fullmatch(r"[a-z-]+", words)
            if re.search(r"[A-Za-z]{3}", words) and not an_id and literal[0] not in DATA:
                line = code.count("\n", 0, call.start()) + 1
                found.append(f"{name}:{line}: {literal[0].strip()} without tr() in {call[1]}")
    return found


# A name of core's that is put on the screen as it is.
PLAIN_NAME = re.compile(
    r"\b(?:text|fromUtf8|fromLatin1)\(\s*[\w.\->()\[\]*:]*"
    r"(?:quantit|innerValue|cell|task|starter|optimi[sz]er)[\w.\->()\[\]*:]*(?:\.|->)(?:name|summary)\b"
)


def core_names_in(code, name):
    return [
        f"{name}:{code.count(chr(10), 0, each.start()) + 1}: {each[0]} is not in inWords()"
        for each in PLAIN_NAME.finditer(code)
    ]


# Calls that say something to a user without showing it themselves.
TOLD = re.compile(r"\bError\s*[{(]|\b(?:problem|mismatch|warn|refuse|errorAt)\s*\(")
# Looks like a sentence: two words beside each other.
SENTENCE = re.compile(r'"[^"]*[A-Za-z]{2,},? [A-Za-z]{2,}[^"]*"')


def english_told_in(code, name):
    """Sentences of core that no language can say otherwise."""
    code = re.sub(r"//[^\n]*", "", code)
    found = []
    for call in TOLD.finditer(code):
        inside = argument(code, call.end())
        while said := re.search(r"\b(?:\w+::)?tr\s*\(", inside):
            spoken = argument(inside, said.end())
            inside = inside[: said.start()] + inside[said.end() + len(spoken) :]
        if SENTENCE.search(inside):
            line = code.count("\n", 0, call.start()) + 1
            found.append(f"{name}:{line}: {SENTENCE.search(inside)[0]} is not in Sentence::tr()")
    return found


def untranslated(folder):
    found = []
    for file in sorted(folder.rglob("*.cpp")):
        if "cli" not in file.relative_to(folder).parts:
            code = file.read_text(encoding="utf-8")
            found += untranslated_in(code, file.relative_to(folder))
            found += core_names_in(code, file.relative_to(folder))
    return found


def english_labels_in(text, labels, name):
    """Controls that a Chinese sentence of a lesson calls as the English window does."""
    labels = labels - SAME - {"output"}  # PyTorch's
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(f"[{HAN}]", line):
            for label in re.findall("[“「]([^”」]*)[”」]", line):
                if label in labels and has_words(label):
                    found.append(f"{name}:{number}: {label!r} is called so in English")
    return found


BROKEN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en">
<context><name>Broken</name>
<message><source>{source}</source><translation{state}>{text}</translation></message>
</context></TS>
"""


class Checks(unittest.TestCase):
    """Each check finds what is wrong on purpose, and is silent where all is right."""

    def told(self, source, text, language="zh_CN", state=""):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"broken_{language}.ts"
            state = f' type="{state}"' if state else ""
            file.write_text(
                BROKEN.format(language=language, source=source, text=text, state=state),
                encoding="utf-8",
            )
            return wrong_in_file(file)

    def test_right_ones_pass(self):
        for source, text in [
            ("update %1 of %2", "第 %1/%2 次更新"),
            ("&amp;Save as…", "另存为(&amp;S)…"),
            ("RNN", "RNN"),
            ("%1 = %2", "%1 = %2"),
            ("Tables (*.csv)", "表格 (*.csv)"),
            ("one&#10;two", "一&#10;二"),
        ]:
            self.assertEqual(self.told(source, text), [])
        self.assertEqual(self.told("forget gate", "遺忘閘", "zh_TW"), [])

    def test_wrong_ones_fail(self):
        for source, text, what in [
            ("step %1", "步", "placeholders"),
            ("step %1", "第 %2 步", "placeholders"),
            ("%n steps", "步", "placeholders"),
            ("%L1 MB of", "%1 MB 之", "placeholders"),
            ("one&#10;two", "一二", "line breaks"),
            ("one&#9;two", "一二", "tabs"),
            ("<![CDATA[<b>one</b>]]>", "一", "tags"),
            ("Open…", "打开", "… at the end"),
            ("Open", "打开…", "… at the end"),
            ("&amp;Open", "打开", "access key"),
            ("&amp;Open", "打开(&amp;P)", "access key"),
            ("Open", "打开(&amp;O)", "access key"),
            ("&amp;Open", "&amp;O打开", "in brackets"),
            ("Tables (*.csv)", "表格 (*.tsv)", "file patterns"),
            ("Open", "Open", "as in English"),
            ("Open", "", "not translated"),
            ("state", "隐含状态", "says"),
            ("set", "設定", "other script"),
            ("one, two", "一, 二", "half-width"),
            ("one (two)", "一 (二)", "half-width"),
            ("one…", "一...", "dots"),
        ]:
            with self.subTest(source=source, text=text):
                self.assertTrue(any(what in line for line in self.told(source, text)), text)
        for text, what in [("设置", "other script"), ("遺忘門", "says"), ("以后", "other script")]:
            told = self.told("word", text, "zh_TW")
            self.assertTrue(any(what in line for line in told), text)
        self.assertTrue(self.told("word", "词", state="unfinished"))
        self.assertTrue(self.told("word", "词", state="obsolete"))
        self.assertTrue(self.told("word", "词", state="vanished"))

    def test_lupdate_finds_new_and_gone(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "some.cpp").write_text(
                'void A::f() { use(A::tr("new words"), Sentence::tr("new sentence")); }'
            )
            file = folder / "broken_zh_CN.ts"
            file.write_text(
                BROKEN.format(language="zh_CN", source="old words", text="旧词", state=""),
                encoding="utf-8",
            )
            told = lacking(file, [folder], folder)
            for new in ("new words", "new sentence"):
                self.assertTrue(any(new in t and "unfinished" in t for t in told), told)
            self.assertTrue(any("old words" in t and "vanished" in t for t in told), told)

    def test_names_of_core_are_found(self):
        for code in [
            "label = text(cell.quantities()[k].name);",
            "QString::fromUtf8(cell->name().data(), qsizetype(cell->name().size()))",
            "text(quantity.name)",
            "text(task->summary)",
        ]:
            self.assertTrue(core_names_in(code, "some.cpp"), code)
        for code in ["inWords(quantity.name)", "text(quantity.symbol)", "text(column.name)"]:
            self.assertEqual(core_names_in(code, "some.cpp"), [])

    def test_what_core_tells_in_english_is_found(self):
        for code in [
            'return Error{"there is no file"};',
            'return Error{Sentence::tr("all is %1", x) + "; write it again"};',
            'reader.problem(place, "is no number; write one");',
            'return Error{.message = "the file is gone"};',
        ]:
            self.assertTrue(english_told_in(code, "some.cpp"), code)
        for code in [
            'return Error{Sentence::tr("there is no file %1", shown(name)), file};',
            'reader.problem(place, one ? Sentence::tr("is not one") : Sentence::tr("is no list"));',
            'return Error{message, "file"};',
        ]:
            self.assertEqual(english_told_in(code, "some.cpp"), [], code)

    def test_labels_in_lessons_are_found(self):
        labels = {"Train", "LSTM"}
        self.assertTrue(english_labels_in('"按“Train”看看"', labels, "some.json"))
        self.assertTrue(english_labels_in('"按「Train」看看"', labels, "some.json"))
        for right in ['"按“训练”看看"', '"“LSTM”与“其他”"', '"press “Train”"']:
            self.assertEqual(english_labels_in(right, labels, "some.json"), [])

    def test_scan_finds_texts_without_tr(self):
        for code in [
            'label->setText("Some words");',
            'new QLabel("Some words", this);',
            'auto* a = menu->addAction(QStringLiteral("Some words"), this, [this] { go("x"); });',
            'setToolTip(on ? tr("Yes, it is") : "No, it is not");',
            'QLabel label("Some "\n    "words");',
            'setWindowTitle(QStringLiteral("%1 of them").arg(tr("all")));',
        ]:
            with self.subTest(code=code):
                self.assertTrue(untranslated_in(code, "some.cpp"))
        for code in [
            'label->setText(tr("Some words"));',
            'label->setText(tr("Some "\n    "words"));',
            'label->setText(tr("both", "both start states"));',
            'menu->addAction(tr("Some words"), QKeySequence("Ctrl+E"), this, [this] { f("abc"); });',
            'label->setText(QStringLiteral("<b>%1</b> &nbsp; %2"));',
            'setAccessibleName(QCoreApplication::translate("Some::Panel", "Some words"));',
        ]:
            with self.subTest(code=code):
                self.assertEqual(untranslated_in(code, "some.cpp"), [])


class Translations(unittest.TestCase):
    def setUp(self):
        self.files = sorted((ROOT / "resources/translations").glob("*.ts"))

    def assertNone(self, told):
        self.assertFalse(told, "\n" + "\n".join(told))

    def test_there_are_some(self):
        self.assertEqual(
            [file.name for file in self.files], ["rnnscope_zh_CN.ts", "rnnscope_zh_TW.ts"]
        )
        for file in self.files:
            self.assertGreater(len(messages(file)), 1000)

    def test_nothing_is_wrong(self):
        self.assertNone([line for file in self.files for line in wrong_in_file(file)])

    def test_sentences_of_core_are_looked_up_by_themselves(self):
        # A literal behind the sentence would be taken for a remark that belongs to it.
        found = [m for m in messages(self.files[0]) if m.context.endswith("Sentence")]
        self.assertTrue(found)
        # By these two names they are looked up.
        self.assertLessEqual({m.context for m in found}, {"rnnscope::Sentence", "Sentence"})
        self.assertNone([m for m in found if m.comment])

    def test_nothing_is_lacking(self):
        for file in self.files:
            self.assertNone(lacking(file, [ROOT / "app", ROOT / "core"], ROOT))

    def test_lessons_name_what_is_on_the_screen(self):
        labels = {m.source.replace("&", "") for m in messages(self.files[0])}
        for file in sorted((ROOT / "resources/lessons").glob("*.json")):
            self.assertNone(
                english_labels_in(file.read_text(encoding="utf-8"), labels, file.name)
            )

    def test_nothing_is_shown_without_translation(self):
        self.assertNone(untranslated(ROOT / "app"))

    def test_core_tells_nothing_in_english(self):
        for file in sorted((ROOT / "core").rglob("*.[ch]*")):
            code = file.read_text(encoding="utf-8")
            self.assertNone(english_told_in(code, file.relative_to(ROOT)))
        for file in sorted((ROOT / "app").rglob("*.cpp")):
            if "cli" not in file.parts and file.name != "main.cpp":
                code = file.read_text(encoding="utf-8")
                self.assertNone(english_told_in(code, file.relative_to(ROOT)))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])

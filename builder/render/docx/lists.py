"""Lists, steps, things to tick, terms and what they mean, and stories in order."""

from builder.document import (
    BulletList,
    DefinitionList,
    NumberedList,
    Question,
    Rich,
    Strong,
    Text,
    TickList,
    Timeline,
    plain,
)
from builder.render.docx.inlines import line_break, never_alone, paragraph, runs, tab, words
from builder.render.docx.look import TICK_FACE
from builder.render.docx.numbering import Mark
from builder.render.docx.setting import Setting
from builder.render.docx.styles import TERM_SHARE
from builder.render.docx.xml import Element, e, w

TITLE_LETTERS = 60
"""As much of an item as a box to tick is called by."""
AFTER_TERM = 8.0


def bullets(block: BulletList, setting: Setting) -> list[Element]:
    # The style for lists on a page is a list by itself.
    own = None if setting.place == "page" else setting.book.lists.number("bullet", setting.place)
    style = setting.style("bullet")
    return never_alone([paragraph(style, *words(item, setting.book), numbering=own) for item in block.items])


def steps(block: NumberedList, setting: Setting) -> list[Element]:
    """Numbered from 1; what to do stands on a line of its own, above the detail."""
    return counted(tuple(_parted(item) for item in block.items), "number", setting)


def options(block: Question, setting: Setting) -> list[Element]:
    return counted(tuple((option, ()) for option in block.options), "letter", setting)


def counted(items: tuple[tuple[Rich, Rich], ...], mark: Mark, setting: Setting) -> list[Element]:
    """Items of two lines each, the second of which may be empty, counted anew."""
    if not items:
        return []
    number = setting.book.lists.number(mark, setting.place)
    style = setting.style("letter" if mark == "letter" else "number")
    return never_alone(
        [
            paragraph(
                style,
                *words(first, setting.book),
                *((line_break(), *words(rest, setting.book)) if rest else ()),
                numbering=number,
            )
            for first, rest in items
        ]
    )


def _parted(item: Rich) -> tuple[Rich, Rich]:
    """A step and its detail, without the space between the two."""
    if not (len(item) > 1 and isinstance(item[0], Strong) and plain(item[1:]).strip()):
        return item, ()
    rest = item[1:]
    if isinstance(rest[0], Text):
        rest = (Text(rest[0].text.lstrip()), *rest[1:])
    return item[:1], rest


def ticks(block: TickList, setting: Setting) -> list[Element]:
    style = setting.style("tick")
    return never_alone(
        [
            paragraph(style, _box(plain(item), setting), tab(), *words(item, setting.book))
            for item in block.items
        ]
    )


def _box(named: str, setting: Setting) -> Element:
    """A box that a click ticks, in Word and in LibreOffice; on paper it is a box."""
    sign = w("r", w("rPr", w("rStyle", val="TickBox")), w("t", UNTICKED))
    states = (
        e("w14:checked", {"w14:val": "0"}),
        e("w14:checkedState", {"w14:val": f"{ord(TICKED):04X}", "w14:font": TICK_FACE}),
        e("w14:uncheckedState", {"w14:val": f"{ord(UNTICKED):04X}", "w14:font": TICK_FACE}),
    )
    about = w(
        "sdtPr",
        w("alias", val=named[:TITLE_LETTERS]),
        w("id", val=setting.book.next_id()),
        e("w14:checkbox", {}, *states),
    )
    return w("sdt", about, w("sdtContent", sign))


TICKED, UNTICKED = "☒", "☐"


def definitions(block: DefinitionList, setting: Setting) -> list[Element]:
    """Terms with what they mean beside them, or below where a term is too long for its place."""
    room = setting.page.text_w * TERM_SHARE - AFTER_TERM
    return never_alone(
        [
            paragraph(
                "Definition",
                *runs(term, "Strong"),
                tab() if setting.length(term, "Definition", bold=True) <= room else line_break(),
                *words(meaning, setting.book),
            )
            for term, meaning in block.items
        ]
    )


def timeline(block: Timeline, setting: Setting) -> list[Element]:
    return never_alone(
        [
            paragraph(
                "Timeline",
                *((*runs(beat.label, "BeatLabel"), line_break()) if beat.label else ()),
                *runs(beat.text),
                numbering=None if setting.place == "page" else setting.book.lists.number("bead", "page"),
            )
            for beat in block.beats
        ]
    )

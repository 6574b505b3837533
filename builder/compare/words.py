"""Changes in a teacher's words: every line in full, or short bullets for a list of what is new."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from builder.compare.changes import (
    Compared,
    Edit,
    FileChange,
    HelpChange,
    PackChanges,
    SectionChange,
    SlideChange,
)

SHORT = 110
"""Letters that a bullet quotes of a paragraph."""
FEW = 2
"""Edits that a bullet tells; of more, how many."""
ABOUT = {
    "builder": "made with version",
    "date": "date",
    "draft": "draft",
    "licence": "licence",
    "paper": "paper",
    "signed": "signed texts",
    "waived": "rules set aside, with reasons",
}
TOLD = ("draft", "paper")
NO_WORDS = "Not the same, though no change in words was found"
_ENDED = re.compile(r"[.?!…]”\.$")
_MARKS = re.compile(r"([\\`*_<>\[\]#|])")


def in_words(changes: PackChanges) -> list[str]:
    """Short Markdown bullets, one for each slide, section, help service and file; none without changes.

    Dates and versions are left out, as is what a page only repeats from slides or from another page.
    """
    told = {edit for one in changes.slides for edit in (*one.words, *one.notes)} | {*changes.everywhere}
    bullets = [f"{_upper(ABOUT[key])}: {_edit(edit, _short)}" for key, edit in changes.about if key in TOLD]
    bullets += _few("Every slide", changes.everywhere)
    for slide in changes.slides:
        bullets += [_marked(f"{said}.") for said in _slide_itself(slide)]
        if not slide.whole:
            bullets += _few(_slide(slide), slide.words)
            bullets += _few(f"Notes of {_slide(slide, small=True)}", slide.notes)
    new = {one.title for one in changes.slides if one.old is None}
    gone = {one.was_title for one in changes.slides if one.new is None}
    for section in changes.sections:
        if section.was_heading is None and _last(section.heading) in new:
            continue
        if section.heading is None and _last(section.was_heading) in gone:
            continue
        bullets += [_marked(f"{said}.") for said in _section_itself(section)]
        own = [edit for edit in section.words if edit not in told and edit.was != edit.now]
        bullets += [] if section.whole else _few(_section(section), own)
        # The same words on another page are no further news.
        told |= {*own}
    bullets += [_marked(line) for service in changes.help for line in _help(service)]
    bullets += [_marked(said) for said in _files([one for one in changes.files if one.how != "changed"])]
    return [f"- {bullet}" for bullet in dict.fromkeys(bullets)]


def _last(heading: str | None) -> str:
    return (heading or "").rsplit(" › ", 1)[-1]


def _few(where: str, edits: Sequence[Edit]) -> list[str]:
    if not edits:
        return []
    said = "; ".join(_edit(edit, _short).removesuffix(".") for edit in edits[:FEW])
    more = len(edits) - FEW
    return [_ended(f"{_marked(where)}: {said}{f'; and {more} more' if more > 0 else ''}.")]


def _ended(text: str) -> str:
    """A sentence whose last quotation has its own full stop needs no other."""
    return text[:-1] if _ENDED.search(text) else text


def human(compared: Compared) -> str:
    """Every change on a line of its own under headings, for people; ends with a newline."""
    lines = [f"{name} is new." for name in compared.added]
    lines += [f"{name} is no longer there." for name in compared.removed]
    for pack in compared.packs:
        lines += ["", pack.name if pack.name == pack.was_name else f"{pack.was_name} → {pack.name}"]
        for heading, said in told(pack):
            lines += [f"  {heading}", *(f"    {line}" for line in said)]
    if compared.nothing:
        lines = ["Nothing that anyone reads has changed."]
    elif compared.unchanged:
        lines += [
            "",
            f"{compared.unchanged} more {'pack is' if compared.unchanged == 1 else 'packs are'} the same.",
        ]
    return "\n".join(lines).strip("\n") + "\n"


def told(changes: PackChanges) -> Iterator[tuple[str, list[str]]]:
    """Headings with full lines beneath; only headings that have some."""
    stretches: tuple[tuple[str, list[str]], ...] = (
        ("The pack", [f"{_upper(ABOUT.get(key, key))}: {_edit(edit)}" for key, edit in changes.about]),
        ("Slides", [*_each("Every slide", changes.everywhere), *_of_slides(changes.slides)]),
        (
            "Speaker notes",
            [line for one in changes.slides if not one.whole for line in _each(_slide(one), one.notes)],
        ),
        ("Pages", list(_of_sections(changes.sections))),
        ("Who can help", [line for one in changes.help for line in _help(one)]),
        ("Files", list(_files(changes.files))),
    )
    return (stretch for stretch in stretches if stretch[1])


def _of_slides(slides: Iterable[SlideChange]) -> Iterator[str]:
    for one in slides:
        yield from (f"{said}." for said in _slide_itself(one))
        yield from () if one.whole else _each(_slide(one), one.words)


def _of_sections(sections: Iterable[SectionChange]) -> Iterator[str]:
    for one in sections:
        yield from (f"{said}." for said in _section_itself(one))
        yield from () if one.whole else _each(_section(one), one.words)


def _each(where: str, edits: Iterable[Edit]) -> list[str]:
    return [f"{where}: {_edit(edit)}" for edit in edits]


def _plain(text: str) -> str:
    return f"“{text}”"


def _short(text: str) -> str:
    cut = text if len(text) <= SHORT else text[:SHORT].rsplit(" ", 1)[0] + " …"
    return f"“{_marked(cut)}”"


def _marked(text: str) -> str:
    """Words are words, also to a reader of Markdown."""
    return _MARKS.sub(r"\\\1", text)


def _edit(edit: Edit, quoted: Callable[[str], str] = _plain) -> str:
    what = {"text": "", "question": "the question ", "picture": "the picture’s description "}[edit.sort]
    if edit.was == edit.now:
        return f"{what}{quoted(edit.now)} stands in another place."
    if not edit.was:
        return f"{what}{quoted(edit.now)} is new."
    if not edit.now:
        return f"{what}{quoted(edit.was)} was taken out."
    was, now = _around(edit.was, edit.now) if quoted is _short else (edit.was, edit.now)
    return _ended(f"{what}was {quoted(was)}, now {quoted(now)}.")


def _around(was: str, now: str) -> tuple[str, str]:
    """Both wordings from a little before they part, or a short quotation might show no difference."""
    shared = next(
        (at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now))
    )
    if shared <= SHORT // 2:
        return was, now
    start = was.rfind(" ", 0, shared - SHORT // 3) + 1
    return (f"… {was[start:]}", f"… {now[start:]}") if start else (was, now)


def _slide(one: SlideChange, small: bool = False) -> str:
    title = one.title if one.new is not None else one.was_title
    number = one.new if one.new is not None else one.old
    return f"{'slide' if small else 'Slide'} {number}{f' “{title}”' if title else ''}"


def _slide_itself(one: SlideChange) -> Iterator[str]:
    if one.old is None:
        yield f"{_slide(one)} is new"
    elif one.new is None:
        yield f"{_slide(one)} was taken out"
    else:
        if one.moved:
            yield f"{_slide(one)} has moved: it was slide {one.old}"
        if one.renamed:
            yield f"{_slide(one)} was called “{one.was_title}”"


def _section(one: SectionChange) -> str:
    heading = one.heading if one.heading is not None else one.was_heading
    return f"{one.document}{f', “{heading}”' if heading else ''}"


def _section_itself(one: SectionChange) -> Iterator[str]:
    if one.was_heading is None:
        yield f"{_section(one)} is new"
    elif one.heading is None:
        yield f"{_section(one)} was taken out"
    else:
        if one.moved:
            yield f"{_section(one)} stands in another place"
        if one.was_heading != one.heading:
            yield f"{_section(one)} was called “{one.was_heading}”"


def _help(one: HelpChange) -> Iterator[str]:
    if one.was_name is None:
        yield f"{one.name} is new."
    elif one.name is None:
        yield f"{one.was_name} was taken out."
    elif one.was_name != one.name:
        yield f"{one.name} was called {one.was_name}."
    for way, edit in one.ways:
        if not edit.was:
            yield f"{one.name}: {way} {edit.now} is new."
        elif not edit.now:
            yield f"{one.name}: {way} {edit.was} was taken out."
        else:
            yield f"{one.name}: {way} was {edit.was}, now {edit.now}."
    if one.checked_on:
        yield f"{one.name}: checked again on {one.checked_on}."


def _files(files: Sequence[FileChange]) -> Iterator[str]:
    for how, said in (("added", "is new"), ("removed", "is no longer there")):
        yield from (f"{one.name} {said}." for one in files if one.how == how)
    if rest := [one.name for one in files if one.how == "changed"]:
        yield f"{NO_WORDS}: {', '.join(rest)}."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]

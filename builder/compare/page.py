"""Changes as one web page that needs nothing else: old beside new, with pictures of the slides."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from builder.compare.changes import Compared, Edit, PackChanges, SlideChange
from builder.compare.look import STYLE
from builder.compare.marked import marked
from builder.compare.opening import Shown
from builder.compare.pictures import NoPicturesError, Picture, pictures
from builder.compare.words import told

MOST_PICTURES = 240
"""Of more, a page would be too large for a browser to show."""
TOO_MANY = (
    "Pictures are left out from here on, as there are too many. Compare one pack to see all of its slides."
)
NOTHING = "Nothing that anyone reads has changed."
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
WORDS = {"text": "Words", "question": "Question", "picture": "The picture’s description"}

Pictures = dict[int, Picture]


def page(compared: Compared, shown: Sequence[Shown], old: str, new: str) -> tuple[str, list[str]]:
    """The page, and what is to be said about its pictures; `old` and `new` are what was compared."""
    said: dict[str, None] = {}
    parts = [f"<h1>What changed</h1>\n<p>From <b>{escape(old)}</b> to <b>{escape(new)}</b>.</p>"]
    parts += [
        _listed("New packs", compared.added),
        _listed("Packs that are no longer there", compared.removed),
    ]
    if compared.nothing:
        parts.append(f"<p>{NOTHING}</p>")
    left = MOST_PICTURES
    for changes, slides in zip(compared.packs, shown, strict=True):
        before, after, why = _taken(changes, slides) if left > 0 else ({}, {}, [TOO_MANY])
        left -= len(before) + len(after)
        said |= dict.fromkeys(why)
        parts.append(_pack(changes, before, after, why))
    if compared.unchanged:
        packs = "pack is" if compared.unchanged == 1 else "packs are"
        parts.append(f"<p>{compared.unchanged} more {packs} the same.</p>")
    body = "\n".join(part for part in parts if part)
    title = f"What changed from {escape(old)} to {escape(new)}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    ), list(said)


def _taken(changes: PackChanges, shown: Shown) -> tuple[Pictures, Pictures, list[str]]:
    """Pictures of the old and the new slides that look otherwise, and why there are none."""
    seen = [one for one in changes.slides if _looks_otherwise(one)]
    found: list[Pictures] = []
    why: dict[str, None] = {}
    sides = (
        (shown.old, changes.counts[0], [one.old for one in seen]),
        (shown.new, changes.counts[1], [one.new for one in seen]),
    )
    for pdf, count, numbers in sides:
        wanted = [number for number in numbers if number is not None]
        try:
            found.append(pictures(pdf, count, wanted) if wanted else {})
        except NoPicturesError as fault:
            found.append({})
            why[str(fault)] = None
    return found[0], found[1], list(why)


def _looks_otherwise(one: SlideChange) -> bool:
    return one.whole or bool(one.words) or one.renamed


def _pack(changes: PackChanges, before: Pictures, after: Pictures, why: Iterable[str]) -> str:
    name = changes.name if changes.name == changes.was_name else f"{changes.was_name} → {changes.name}"
    parts = [f"<h2>{escape(name)}</h2>"]
    parts += [f'<p class="note">{escape(one)}</p>' for one in why]
    # Slides and pages stand side by side; for what is short, a list says it better.
    lists = dict(told(changes))
    for heading in ("The pack", "Who can help"):
        parts.append(_listed(heading, lists.get(heading, ()), "h3"))
    if changes.everywhere or changes.slides:
        parts.append("<h3>Slides</h3>")
    if changes.everywhere:
        parts.append("<h4>On every slide</h4>\n" + _table("On every slide", _rows(changes.everywhere)))
    for one in changes.slides:
        parts.append(_slide(one, before, after))
    if changes.sections:
        parts.append("<h3>Pages</h3>")
    for section in changes.sections:
        was, now = section.was_heading, section.heading
        heading = escape(f"{section.document}: {now if now is not None else was}")
        state = _state(was is None, now is None, section.moved)
        rows = [_row("Heading", was, now)] if was is not None and now is not None and was != now else []
        rows += _rows(section.words)
        parts.append(f"<h4>{heading}{state}</h4>" + (f"\n{_table(heading, rows)}" if rows else ""))
    parts.append(_listed("Files", lists.get("Files", ()), "h3"))
    return "\n".join(part for part in parts if part)


def _slide(one: SlideChange, before: Pictures, after: Pictures) -> str:
    number = one.new if one.new is not None else one.old
    title = one.title if one.new is not None else one.was_title
    heading = escape(f"Slide {number}{f' “{title}”' if title else ''}")
    was = f" (it was slide {one.old})" if one.moved else ""
    state = _state(one.old is None, one.new is None, one.moved)
    rows = list(_pictured(one, before, after))
    rows += [_row("Title", one.was_title, one.title)] if one.renamed else []
    rows += [*_rows(one.words), *_rows(one.notes, "Speaker notes")]
    return f"<h4>{heading}{state}{was}</h4>" + (f"\n{_table(heading, rows)}" if rows else "")


def _state(came: bool, went: bool, moved: bool) -> str:
    word, kind = ("new", "came") if came else ("taken out", "went") if went else ("moved", "moved")
    return f' <span class="{kind}">{word}</span>' if came or went or moved else ""


def _pictured(one: SlideChange, before: Pictures, after: Pictures) -> Iterator[str]:
    sides = ((one.old, before, "old", one.was_title), (one.new, after, "new", one.title))
    cells = []
    for number, found, side, title in sides:
        picture = found.get(number) if number is not None and _looks_otherwise(one) else None
        if picture is None:
            cells.append("<td>none</td>")
            continue
        alt = escape(
            f"The {side} slide {number}{f', “{title}”' if title else ''}, as it is shown", quote=True
        )
        size = f'width="{picture.width}" height="{picture.height}"'
        cells.append(f'<td><img src="{picture.uri}" {size} alt="{alt}"></td>')
    if any("<img" in cell for cell in cells):
        yield f'<tr><th scope="row">Picture</th>{"".join(cells)}</tr>'


def _rows(edits: Iterable[Edit], what: str = "") -> list[str]:
    return [
        f'<tr><th scope="row">{what or WORDS[one.sort]}</th>'
        f'<td colspan="2">Stands in another place: {escape(one.now)}</td></tr>'
        if one.was == one.now
        else _row(what or WORDS[one.sort], one.was, one.now)
        for one in edits
    ]


def _row(what: str, was: str | None, now: str | None) -> str:
    old, new = marked(was or "", now or "")
    return f'<tr><th scope="row">{what}</th><td>{old or "none"}</td><td>{new or "none"}</td></tr>'


def _table(caption: str, rows: Sequence[str]) -> str:
    head = '<thead><tr><th scope="col">What</th><th scope="col">Old</th><th scope="col">New</th></tr></thead>'
    body = "\n".join(rows)
    hidden = f'<caption class="aside">{caption}: old beside new</caption>'
    return f"<table>{hidden}\n{head}\n<tbody>\n{body}\n</tbody></table>"


def _listed(heading: str, lines: Iterable[str], level: str = "h2") -> str:
    items = "\n".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<{level}>{heading}</{level}>\n<ul>\n{items}\n</ul>" if items else ""

"""What is told in order: message threads and timelines."""

from builder import document as d
from builder.render.html.lists import LIST
from builder.render.html.markup import NOTHING, Html, element, esc, joined


def thread(block: d.MessageThread) -> Html:
    """Messages left and right, each with its sender's name; it is shown where the sender changes."""
    rows: list[Html] = []
    before = ""
    for entry in block.entries:
        if isinstance(entry, d.Pause):
            rows.append(element("li", element("p", esc(entry.text)), class_="pause"))
            before = ""
            continue
        again = "unseen" if entry.sender == before else ""
        sender = element("b", esc(f"{entry.sender}:"), class_=f"sender {again}".strip())
        words = joined((sender if entry.sender.strip() else NOTHING, esc(" ")))
        rows.append(element("li", words, element("p", esc(entry.text)), class_=entry.side))
        before = entry.sender
    return element("ol", joined(rows), class_="thread", **LIST) if rows else NOTHING


def timeline(block: d.Timeline) -> Html:
    rows = joined(
        element(
            "li",
            element("p", esc(beat.label), class_="when") if beat.label.strip() else NOTHING,
            element("p", esc(beat.text)),
        )
        for beat in block.beats
    )
    return element("ol", rows, class_="timeline", **LIST) if rows else NOTHING

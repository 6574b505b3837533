"""What stands in a frame or behind a mark: callouts, questions, minutes, the slides that notes belong to."""

from math import cos, pi, sin

from builder import document as d
from builder.render.html.fields import answer_lines
from builder.render.html.inlines import rich
from builder.render.html.lists import LIST
from builder.render.html.markup import NOTHING, Html, element, esc, joined
from builder.render.html.setting import Setting
from builder.render.html.svg import number

HEADED = ("card", "key")
"""Callouts whose title heads what pupils read; the others are cues beside a text."""
LINES_BESIDE = 4
"""How many lines there are to write on beside a slide."""


def opened(block: d.Callout, setting: Setting) -> tuple[Html, Setting]:
    """A callout's title, and the setting of what stands under it."""
    if not block.title.strip():
        return NOTHING, setting
    name = f"{setting.key}-t"
    headed = setting.on_slide and block.kind in HEADED
    title = element(f"h{setting.level}" if headed else "p", esc(block.title), class_="title", id=name)
    return title, setting.under(block.title, name) if headed else setting


def callout(block: d.Callout, title: Html, inner: Html, setting: Setting) -> Html:
    """A group with its title as name: a landmark for each of ninety would be a fence, not a help."""
    if not title and not inner:
        return NOTHING
    return element(
        "div",
        title,
        inner,
        class_=f"callout {block.kind}",
        role="group" if title else "",
        aria_labelledby=f"{setting.key}-t" if title else "",
    )


def question(block: d.Question, answer: Html, setting: Setting) -> Html:
    asked = element("p", rich(block.question, setting.at("q")), class_="asked") if block.question else NOTHING
    options = joined(
        element("li", element("span", rich(option, setting.at(n))))
        for n, option in enumerate(block.options, 1)
    )
    listed = element("ol", options, class_="options", type="A", **LIST) if options else NOTHING
    return element("div", asked, listed, answer, class_="question")


def minutes(block: d.Minutes) -> Html:
    # “min” is the same in every language that the labels may be in.
    count = element("strong", esc(f"{block.minutes} min"))
    label = element("span", esc(block.label)) if block.label.strip() else NOTHING
    return element("p", _clock(block.minutes), joined((count, esc(" "), label)), class_="minutes")


def _clock(taken: int) -> Html:
    """A small clock face with the minutes as a wedge."""
    turn = 2 * pi * max(0, min(taken, 60)) / 60
    x, y = 10 + 8 * sin(turn), 10 - 8 * cos(turn)
    large = 1 if turn > pi else 0
    wedge = element("path", class_="wedge", d=f"M10 10V2A8 8 0 {large} 1 {number(x)} {number(y)}Z")
    if taken >= 60:
        wedge = element("circle", class_="wedge", cx="10", cy="10", r="8")
    face = element("circle", class_="rim", cx="10", cy="10", r="8")
    return element(
        "svg", wedge, face, class_="clock", viewBox="0 0 20 20", aria_hidden="true", focusable="false"
    )


def slide_reference(block: d.SlideReference, setting: Setting) -> Html:
    """“Slide 3” with the slide's title, unless the heading says it already; with lines, room to write."""
    titles = {slide.number: slide.title for slide in setting.deck.slides}
    found = [titles[n] for n in block.numbers if n in titles]
    label = block.label.strip()
    if block.size == "with_lines":
        words = " · ".join(part for part in (label, *found) if part)
        return answer_lines(d.AnswerLines(d.rich(words), LINES_BESIDE), setting) if words else NOTHING
    strong = element("strong", esc(label)) if label and label != setting.label.strip() else NOTHING
    others = [element("span", esc(title)) for title in found if title.strip() != setting.heading.strip()]
    parts = [part for part in (strong, *others) if part]
    return element("p", Html(" ".join(parts)), class_="slide-ref") if parts else NOTHING

"""Room to write, as fields on screen and as lines on paper. Nothing that is typed is sent or kept."""

from builder import document as d
from builder.render.html.inlines import rich
from builder.render.html.lists import LIST
from builder.render.html.markup import NOTHING, Html, element, joined
from builder.render.html.setting import Setting

MOST_LINES = 40


def answer_lines(block: d.AnswerLines, setting: Setting) -> Html:
    """A prompt and its field, as many lines high as a pupil has on paper."""
    prompt = rich(block.prompt, setting, fields=False)
    asked = d.plain(block.prompt).strip()
    if block.lines < 1:
        return element("p", prompt, class_="prompt") if asked else NOTHING
    name = f"{setting.key}-field"
    label = element("label", prompt, for_=name, class_="prompt") if asked else NOTHING
    unnamed = "" if asked else setting.named("")
    if block.lines == 1:
        field = element("input", type="text", id=name, aria_label=unnamed, autocomplete="off")
        return element("div", label, field, class_="write one")
    return element("div", label, room(name, unnamed, block.lines), class_="write")


def room(name: str, label: str, lines: int) -> Html:
    """Several lines to write on; `label` is their name where no words on the page are."""
    lines = min(lines, MOST_LINES)
    return element(
        "textarea",
        id=name,
        rows=str(lines),
        style=f"--lines:{lines}",
        aria_label=label,
        autocomplete="off",
    )


def ticks(block: d.TickList, setting: Setting) -> Html:
    rows = joined(element("li", _tick(item, setting.at(n))) for n, item in enumerate(block.items, 1))
    return element("ul", rows, class_="ticks", **LIST) if rows else NOTHING


def _tick(item: d.Rich, setting: Setting) -> Html:
    name = f"{setting.key}-tick"
    words = rich(item, setting, fields=False)
    said = d.plain(item).strip()
    unnamed = "" if said else setting.named("")
    box = element("input", type="checkbox", id=name, aria_label=unnamed, autocomplete="off")
    return joined((box, element("label", words, for_=name) if said else NOTHING))

"""Room to write, on paper and on screen: lines under a prompt, or one that runs on after it."""

from builder.document import AnswerLines, Rich, plain
from builder.render.docx.inlines import kept_together, paragraph, runs, tab, words
from builder.render.docx.setting import Setting
from builder.render.docx.xml import Element

LEAST_LINE = 0.45
"""The least that a line after its prompt takes of the width; with less it stands under the prompt."""
LEAST_ON_CARD = 60.0


def answer_lines(block: AnswerLines, setting: Setting) -> list[Element]:
    card = setting.place == "card"
    if block.lines == 1 and _fits(block.prompt, setting):
        return [fill_in(block.prompt, setting)]
    asked = words(block.prompt, setting.book)
    prompt = [paragraph("CardText" if card else "Prompt", *asked)] if plain(block.prompt).strip() else []
    return kept_together([*prompt, *lines(block.lines)])


def lines(count: int) -> list[Element]:
    """Empty paragraphs with a line under each."""
    return [paragraph("WritingLine") for _ in range(count)]


def fill_in(prompt: Rich, setting: Setting) -> Element:
    """A short prompt with a line after it, up to the right edge."""
    style = "CardLine" if setting.place == "card" else "FillInLine"
    return paragraph(style, *words(prompt, setting.book), *runs(" "), tab())


def _fits(prompt: Rich, setting: Setting) -> bool:
    card = setting.place == "card"
    if not card and setting.width < setting.page.text_w:
        # The style's line ends at the page's edge, and would run on past a strip's.
        return False
    width = setting.length(plain(prompt), "CardLine" if card else "FillInLine")
    least = LEAST_ON_CARD if card else LEAST_LINE * setting.width
    return width + least <= setting.width

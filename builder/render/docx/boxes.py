"""Callouts, questions with their answers, and threads of messages."""

from collections.abc import Sequence

from builder.document import Callout, Message, MessageThread, Paragraph, Question, Quote, answer_word
from builder.render.docx.callouts import callout_id
from builder.render.docx.inlines import is_paragraph, kept_together, paragraph, runs, words
from builder.render.docx.lists import options
from builder.render.docx.setting import Setting
from builder.render.docx.xml import Element

WHOLE = 500
"""Up to so many letters, a box isn't parted over two pages."""


def callout(block: Callout, inner: Sequence[Element], setting: Setting) -> list[Element]:
    style = "CardHelp" if setting.place == "card" else f"{callout_id(block.kind)}Title"
    title = [paragraph(style, *runs(block.title))] if block.title else []
    return whole([*title, *inner])


def whole(made: list[Element]) -> list[Element]:
    """The paragraphs, on one page where they are few."""
    if any(not is_paragraph(one) for one in made) or sum(len(one.text) for one in made) > WHOLE:
        return made
    return kept_together(made)


def quote(block: Quote, setting: Setting) -> list[Element]:
    """Words to say aloud; straight on the page with a rule of their own, in a box without."""
    style = "Quote" if setting.place == "page" else setting.style("words")
    return [paragraph(style, *words(block.content, setting.book))]


def prose(block: Paragraph, setting: Setting) -> list[Element]:
    """A paragraph in the style of its role; in a box, its words are set as its role asks."""
    if setting.place == "page":
        styles = {"body": "BodyText", "lead": "Lead", "label": "Label", "small": "SmallPrint"}
        return [paragraph(styles[block.role], *words(block.content, setting.book))]
    letters = {"body": "", "lead": "", "label": "Strong", "small": "SmallWords"}[block.role]
    return [paragraph(setting.style("words"), *words(block.content, setting.book, letters))]


def question(block: Question, setting: Setting) -> list[Element]:
    style = "Prompt" if setting.place == "page" else setting.style("words")
    letters = "" if setting.place == "page" else "Strong"
    asked = paragraph(style, *words(block.question, setting.book, letters))
    made = kept_together([asked, *options(block, setting)])
    if not block.answer:
        return made
    said = answer_word(setting.language)
    inside = setting.inside("answer")
    lines = [paragraph(inside.style("words"), *words(line, setting.book)) for line in block.answer]
    return [*made, *callout(Callout("answer", said, ()), lines, setting)]


def thread(block: MessageThread) -> list[Element]:
    """Who writes, above what is written; the narrator's words between."""
    made: list[Element] = []
    for entry in block.entries:
        if isinstance(entry, Message):
            side = "Right" if entry.side == "right" else ""
            made.append(paragraph(f"MessageSender{side}", *runs(entry.sender)))
            made.append(paragraph(f"Message{side}", *runs(entry.text)))
        else:
            made.append(paragraph("MessagePause", *runs(entry.text)))
    return made

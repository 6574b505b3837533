"""The teacher's observation and evaluation sheet: what was learned, and what to change."""

from builder.document import AnswerLines, Block, Callout, Document, Paragraph, Section, Table, TickList, rich
from builder.plan.brief import Brief


def evaluation(brief: Brief) -> Document:
    lesson, words = brief.lesson, brief.labels.evaluation
    seen = Table(
        (words.objective, *words.how_many),
        tuple((rich(one), *((),) * len(words.how_many)) for one in lesson.objectives),
        (6, *(2,) * len(words.how_many)),
        room_to_write=True,
    )
    heard = Table(
        (words.asked, words.listen_for, words.heard),
        tuple((rich(one.ask), rich(one.listen_for), ()) for one in lesson.check_for_understanding),
        (4, 5, 4),
        room_to_write=True,
    )
    signs = TickList(tuple(rich(line) for line in words.signs))
    sections = (
        _section(brief, "observed", words.observed, Paragraph(rich(words.no_names)), seen),
        _section(brief, "heard", words.understanding, heard),
        _section(brief, "signs", words.signs_title, Callout("do", "", (signs,))),
        _section(brief, "after", words.afterwards, *(AnswerLines(rich(line), 2) for line in words.questions)),
    )
    return Document(
        name="observation-sheet",
        medium="pages",
        edition="staff",
        title=words.title,
        subtitle=lesson.title,
        language=brief.language,
        date=brief.date,
        furniture=brief.furniture(),
        sections=sections,
        keywords=(words.title, brief.ages()),
    )


def _section(brief: Brief, name: str, title: str, *blocks: Block) -> Section:
    return Section(f"evaluation.{name}", title, blocks, brief.mark("objectives"))

"""A poster for a wall: one sentence, what to do, and the numbers. Scales to A4 and A3."""

from builder.content.signposted import ages_of, covers
from builder.document import Document, Furniture, HelpPanel, NumberedList, Paragraph, Section, Strong, rich
from builder.plan.brief import Brief
from builder.plan.people import in_short
from builder.plan.school import known_in_short


def posters(brief: Brief) -> tuple[Document, ...]:
    """The poster of the lesson's ages, or none."""
    sheets = brief.checked.sheets
    for number, poster in enumerate(sheets.model.posters):
        if not covers(poster.ages, *ages_of(brief.lesson.age_band)):
            continue
        steps = NumberedList(tuple((Strong(step),) for step in poster.steps))
        # The number for an emergency and the helpline: a wall is read in passing.
        numbers = HelpPanel(in_short(brief)[:2], known=known_in_short(brief))
        section = Section(
            "poster",
            poster.title,
            (Paragraph(rich(poster.message), "lead"), steps, numbers, *brief.figure(poster.picture)),
            sheets.mark("posters", number),
            "poster",
        )
        draft = brief.furniture().draft
        return (
            Document(
                name="poster",
                medium="slides",
                edition="pupil",
                title=poster.title,
                subtitle="",
                language=brief.language,
                date=brief.date,
                furniture=Furniture("", "", draft),
                sections=(section,),
            ),
        )
    return ()

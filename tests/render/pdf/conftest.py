"""Two documents that hold every kind of block: notes for a teacher and a handout for pupils."""

import pytest

from builder.document import (
    AnswerLines,
    Card,
    CutOutCards,
    Document,
    Furniture,
    Gap,
    HelpPanel,
    Paragraph,
    Question,
    Text,
    TickList,
    rich,
)
from tests.render.pdf.sample_notes import closing, lesson, opening
from tests.render.pdf.samples import HELPERS, PEOPLE, TITLE, box, bullets, grid, para, section, steps, story


@pytest.fixture(scope="session")
def teacher_notes() -> Document:
    return Document(
        "teacher-notes",
        "pages",
        "teacher",
        TITLE,
        "Teacher notes · Ages 11 to 14 · 50 minutes",
        "en-GB",
        "2026-09-01",
        Furniture(TITLE, "Page {n} of {total}", "DRAFT: staff to check before use"),
        (*opening(), *lesson(), *closing()),
        ("Teacher notes", "Ages 11 to 14"),
    )


@pytest.fixture(scope="session")
def handout() -> Document:
    help_card = Card("Help card", (HelpPanel(HELPERS), *(AnswerLines(rich(who), 1) for who in PEOPLE)))
    sort = grid(
        ("Card", "Where does it go? Helps now / can wait", "Why?"),
        (5, 4, 5),
        ("Tell an adult who listens", "", ""),
        ("Stop replying, and keep the messages", "", ""),
        ("Find out who it was", "", ""),
        ("Ask Report Remove about the picture", "", ""),
        write=True,
    )
    gaps = (Text("If someone sends a threat, I can tell "), Gap(14), Text(" or "), Gap(14), Text("."))
    sections = (
        section(
            "what-to-do",
            "If it happens to you or a friend",
            bullets(
                "It is not your fault. The person doing the blackmail is the one doing wrong.",
                "People get through this, with help. Pictures can often be taken down.",
            ),
            steps(
                ("Stop replying.", "You don’t owe them an answer. Don’t pay, don’t send more."),
                ("Keep the messages.", "They help the people who help you. Then block."),
                ("Tell someone today.", "If one adult can’t help, tell another."),
                ("Ask for the picture to be taken down.", "Report Remove is free."),
            ),
            box(
                "key",
                "",
                "Asking for help is always right. Today is a good day to tell. So is tomorrow, "
                "and so is months later.",
            ),
            level=1,
        ),
        section(
            "case",
            "After midnight",
            para("Read the story, then write on your own.", "lead"),
            para("True story, details left out", "label"),
            story(
                ("One evening", "Robin gets a friendly message."),
                ("Late that night", "The friendly person wants money."),
                ("Ten minutes later", "Robin wakes his aunt. She makes tea and listens."),
            ),
            AnswerLines(rich("What made it hard for Robin to tell someone?"), 3),
            AnswerLines(rich("What did his aunt do that helped?"), 3),
            box(
                "key",
                "How it turned out",
                "The account was closed. Robin was never in trouble. He says "
                "the worst part was the ten minutes before he told her.",
            ),
            level=1,
            new_page=True,
        ),
        section("sort", "What helps now, what can wait", sort, level=1, new_page=True),
        section(
            "gaps",
            "Finish the sentences",
            Paragraph(gaps),
            TickList((rich("I know who I would tell."), rich("I know where the help card is."))),
            Question(
                rich("Which of these is a good first step?"),
                (rich("Tell someone"), rich("Wait and see"), rich("Pay")),
            ),
        ),
        section(
            "who",
            "Who can help",
            para(
                "Someone at home, at school or elsewhere who listens and stays calm. If one can’t help, try "
                "another.",
                "lead",
            ),
            HelpPanel(HELPERS, PEOPLE),
            level=1,
            new_page=True,
        ),
        section(
            "cards",
            "Help card",
            para("Cut it out, fold it, keep it.", "small"),
            CutOutCards((help_card,) * 8, "wallet"),
            level=1,
            new_page=True,
        ),
    )
    return Document(
        "handout",
        "pages",
        "pupil",
        TITLE,
        "You are not on your own with it",
        "en-GB",
        "2026-09-01",
        Furniture(TITLE, "Page {n} of {total}"),
        sections,
        ("Handout",),
    )

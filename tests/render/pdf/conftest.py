"""Two documents that hold every kind of block: notes for a teacher and a handout for pupils."""

from typing import Literal

import pytest

from builder.diagnostics import Mark
from builder.document import (
    AnswerLines,
    Beat,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Card,
    CutOutCards,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Furniture,
    Gap,
    HelpEntry,
    HelpPanel,
    Image,
    Link,
    Message,
    MessageThread,
    Minutes,
    NumberedList,
    Paragraph,
    Pause,
    Question,
    Quote,
    Section,
    SlideReference,
    Strong,
    Table,
    Text,
    TickList,
    Timeline,
    rich,
)

TITLE = "When someone threatens to share a picture"
PEOPLE = ("My safe adult at home or elsewhere", "My safe adult at school", "My school’s safeguarding lead")
HELPERS = (
    HelpEntry(
        "emergency",
        "Emergency",
        "Anyone in danger now",
        "Police, ambulance or fire service, day and night.",
        "Someone answers and sends help.",
        phone="999",
    ),
    HelpEntry(
        "helpline",
        "Childline",
        "Anyone under 19, about anything",
        "A trained counsellor listens. You don’t have to give your name.",
        "You talk for as long as you like, and decide together what to do next.",
        phone="0800 1111",
        chat="childline.org.uk, 1-2-1 chat",
        cost="Free, and not on the bill",
    ),
    HelpEntry(
        "report",
        "CEOP Safety Centre",
        "Under 18s, about someone online",
        "A form that goes to child protection advisors.",
        "An advisor contacts you and makes a plan with you.",
        address="ceop.police.uk/safety-centre",
    ),
    HelpEntry(
        "removal",
        "Report Remove",
        "Under 18s, about a picture or video of themselves",
        "Asks for a picture to be taken down or blocked. It can’t reach private chats or saved copies.",
        "Childline tells you what happened.",
        address="childline.org.uk, Report Remove",
    ),
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f0001"
    "040100785ee01e0000000049454e44ae426082"
)


def para(text: str, role: Literal["body", "lead", "label", "small"] = "body") -> Paragraph:
    return Paragraph(rich(text), role)


def bullets(*points: str) -> BulletList:
    return BulletList(tuple(rich(point) for point in points))


def box(kind: CalloutKind, title: str, *lines: str) -> Callout:
    return Callout(kind, title, (bullets(*lines) if len(lines) > 1 else para(lines[0]),))


def say(line: str) -> Callout:
    return Callout("say", "Say", (Quote(rich(line)),))


def steps(*pairs: tuple[str, str]) -> NumberedList:
    return NumberedList(tuple((Strong(do), Text(f" {detail}")) for do, detail in pairs))


def story(*beats: tuple[str, str]) -> Timeline:
    return Timeline(tuple(Beat(when, text) for when, text in beats))


def grid(
    header: tuple[str, ...],
    shares: tuple[int, ...],
    *rows: tuple[str, ...],
    caption: str = "",
    write: bool = False,
) -> Table:
    cells = tuple(tuple(rich(cell) if cell else () for cell in row) for row in rows)
    return Table(header, cells, shares, caption, write)


def section(
    name: str, heading: str, *blocks: Block, level: int = 2, new_page: bool = False, label: str = ""
) -> Section:
    mark = Mark("lesson.yaml", 7, 1)
    return Section(name, heading, blocks, mark, level=level, new_page=new_page, label=label)


def _opening() -> tuple[Section, ...]:
    facts = DefinitionList(
        (
            ("For", rich("Ages 11 to 14, England")),
            ("Time", rich("50 minutes")),
            (
                "Tell before the lesson",
                rich(
                    "The safeguarding lead and the pastoral team: the date, the class, the time. Keep the "
                    "safeguarding lead free for an hour afterwards."
                ),
            ),
            (
                "Print and bring",
                rich("One handout each, pens, scissors, the question box and a stack of slips."),
            ),
        )
    )
    plan = grid(
        ("Minutes", "What happens", "Slides", "Handout"),
        (2, 8, 2, 3),
        ("5", "Starter: Two truths about online friends", "1–3", ""),
        ("10", "Explain: What online blackmail is, and what it isn’t", "4–6", ""),
        ("12", "Case study: After midnight", "7–11", "Worksheet"),
        ("10", "Sort: What helps, and what can wait", "12", "Worksheet"),
        ("8", "Write: A message to a friend", "13", "Worksheet"),
        ("3", "Where to get help: People who do this every day", "14", "Help card"),
        ("2", "Calm ending: One breath", "15", ""),
        ("50", "Total", "", ""),
    )
    law = Paragraph(
        (
            Text("The law protects you when you "),
            Emphasis("don’t"),
            Text(" look. Guidance: "),
            Link("gov.uk/sharing-nudes", "https://www.gov.uk/sharing-nudes?a=1&b=2"),
            Text("."),
        )
    )
    return (
        section(
            "at-a-glance",
            "At a glance",
            para(
                "Pupils learn to notice online blackmail early, and practise telling someone. They leave "
                "with three people and three numbers in their pocket.",
                "lead",
            ),
            facts,
            box(
                "stop",
                "Waiting for a person",
                "This pack is a draft. 14 things wait for someone to check "
                "them: they are listed on the last pages.",
            ),
            box(
                "key",
                "Pupils will be able to",
                "say what online blackmail is, in their own words",
                "name three people they could tell",
                "explain why telling early works, and why telling late is fine too",
            ),
            level=1,
        ),
        section("plan", "Timed plan", plan, level=1),
        section(
            "safe-teaching",
            "Teaching this safely",
            para(
                "Someone in the room may have been asked for a picture, or sent one. Teach every sentence as "
                "if they were listening, because they are.",
                "lead",
            ),
            level=1,
            new_page=True,
        ),
        section(
            "rules",
            "Agree how you talk",
            para("Spend two minutes on this, every time."),
            bullets(
                "Everyone may pass, and nobody is asked why.",
                "We talk about “someone”, never about ourselves or people we know.",
                "Questions can go into the box without a name. It is read today.",
            ),
            say("“If something here reminds you of somebody, you can find me, or any adult you like.”"),
        ),
        section(
            "disclosure",
            "If a pupil tells you something",
            steps(
                ("Listen.", "Sit down, stay calm, let silences be. You don’t need to know what to say."),
                ("Thank them.", "“Thank you for telling me. It’s not your fault.”"),
                ("Say who you will tell.", "Never promise to keep it secret; say who needs to know."),
                ("Write it down", "in their words, today, and pass it to the safeguarding lead."),
            ),
            box(
                "never",
                "Never",
                "Never look at, copy, send, print or delete a picture. Not even to check.",
                "Never ask “Why did you send it?”",
                "Never promise that a picture will vanish.",
            ),
            Callout("note", "Note", (law,)),
        ),
    )


def _lesson() -> tuple[Section, ...]:
    return (
        section("slides", "The lesson, slide by slide", level=1, new_page=True),
        section(
            "n1",
            "Two truths about online friends",
            SlideReference((1,), "Slide 1"),
            Minutes(5, "Starter: Two truths · slide 1 of 2"),
            say("Today we look at something that can happen to anyone online, and how people get help."),
            box("do", "Do", "Have this slide up as they come in.", "Put the question box within reach."),
            level=3,
            label="Starter",
        ),
        section(
            "n2",
            "True or not?",
            SlideReference((2, 3), "Slides 2 to 3"),
            Minutes(5, "Starter: Two truths · slide 2 of 2"),
            Question(
                rich("How many people your age know somebody this happened to?"),
                (rich("Hardly anyone"), rich("About one in ten"), rich("More than you’d think")),
                (rich("More than you’d think. It’s not a sign of being careless."),),
            ),
            box(
                "answer",
                "You might hear, or offer",
                "“It only happens to girls.” It happens to boys at least as often.",
                "“They must have been stupid.” The people who do this practise it all day, on thousands "
                "of people. Being tricked by somebody skilled is not being stupid.",
            ),
            level=3,
        ),
        section(
            "n3",
            "What somebody might receive",
            SlideReference((4,), "Slide 4"),
            Minutes(10, "Explain"),
            say("Listen for the moment when the mood changes."),
            MessageThread(
                (
                    Message("Someone new", "hey, you seem nice. we like the same music", "left"),
                    Message("Robin", "haha thanks, who are you?", "right"),
                    Pause("Three days of friendly messages go by."),
                    Message("Someone new", "I have your picture now. Pay me, or everyone sees it.", "left"),
                    Message("Robin", "I’m telling my aunt.", "right"),
                )
            ),
            box("do", "Do", "Ask what Robin did well. (He told someone.)"),
            level=3,
            label="Explain",
        ),
        section(
            "n4",
            "After midnight",
            SlideReference((5,), "Slide 5"),
            Minutes(12, "Case study"),
            story(
                ("Monday", "Robin gets a friendly message."),
                ("Thursday, late", "The friendly person asks for money."),
                ("Ten minutes later", "Robin wakes his aunt. She makes tea and listens."),
                ("A month later", "The account is closed. Robin plays football again."),
            ),
            Figure("lamp", "A lamp on a table."),
            Figure(Image(PNG, 60, 40), ""),
            box("support", "Support", "Offer the sentence “He could tell …, because …”."),
            box("stretch", "Stretch", "Write what the aunt might say next week."),
            level=3,
            label="Case study",
        ),
    )


def _closing() -> tuple[Section, ...]:
    thoughts = grid(
        ("Pupils may think", "Say"),
        (2, 3),
        ("It only happens to careless people.", "It happens to careful people too."),
        (
            "Once a picture is out, nothing can be done.",
            "A lot can be done. Free services find copies and take them down or block them, every day.",
        ),
        ("Paying makes it stop.", "Paying mostly brings another message. Telling is what helps."),
        ("The police will be cross with me.", "Asking for help is always right."),
        caption="Four thoughts worth answering",
    )
    strip = Card("Thought to take home", (para("It may feel huge tonight. People get through this."),))
    return (
        section("before", "What pupils may think, and what to say", thoughts, level=1, new_page=True),
        section("exit", "Exit question", Quote(rich("What is one thing you would tell a friend tonight?"))),
        section("help", "Who can help, for staff", HelpPanel(HELPERS)),
        section(
            "check",
            "To check before you use this pack",
            para("Tick each one off.", "small"),
            TickList(
                (
                    rich("Ring Childline’s number: does it still hold?"),
                    rich("Read the school’s own route with the safeguarding lead."),
                )
            ),
        ),
        section(
            "card",
            "One strip",
            CutOutCards((strip,), "strip"),
            Callout("card", "On the board", (para("Leave this up while they pack.", "label"),)),
        ),
    )


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
        (*_opening(), *_lesson(), *_closing()),
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

"""Teacher notes as a lesson would have them, for looking at and for testing."""

from builder.document import (
    Callout,
    Card,
    CutOutCards,
    DefinitionList,
    Emphasis,
    Figure,
    HelpPanel,
    Image,
    Link,
    Message,
    MessageThread,
    Minutes,
    Paragraph,
    Pause,
    Question,
    Quote,
    Section,
    SlideReference,
    Text,
    TickList,
    rich,
)
from tests.render.pdf.samples import HELPERS, PNG, box, bullets, grid, para, say, section, steps, story


def opening() -> tuple[Section, ...]:
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


def lesson() -> tuple[Section, ...]:
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


def closing() -> tuple[Section, ...]:
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

"""One slide of every layout, in the words such lessons use, for tests of layout and drawing."""

from builder.diagnostics import Mark
from builder.document import (
    Beat,
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Document,
    Figure,
    Furniture,
    HelpEntry,
    HelpPanel,
    Link,
    Message,
    MessageThread,
    Minutes,
    NumberedList,
    Paragraph,
    Pause,
    Question,
    Rich,
    Section,
    SlideLayout,
    Strong,
    Text,
    TickList,
    Timeline,
    rich,
)

NOTES: tuple[Block, ...] = (
    Minutes(5, "Starter"),
    Callout("say", "Say", (Paragraph(rich("Take your time.")),)),
)


def lit(before: str, strong: str, after: str = "") -> Rich:
    return tuple(part for part in (Text(before), Strong(strong), Text(after)) if part.text)


def items(*texts: str) -> tuple[Rich, ...]:
    return tuple(rich(text) for text in texts)


def section(
    layout: SlideLayout,
    heading: str,
    *blocks: Block,
    label: str = "Explain · 5 minutes",
    line: int = 1,
    notes: tuple[Block, ...] = NOTES,
) -> Section:
    return Section(
        heading.lower().replace(" ", "-"),
        heading,
        blocks,
        Mark("lesson.yaml", line, 1),
        layout,
        label,
        notes=notes,
    )


def deck_of(*sections: Section, draft: str = "") -> Document:
    return Document(
        "slides",
        "slides",
        "teacher",
        "Online blackmail: there is help",
        "How to recognise it",
        "en-GB",
        "2026-01-15",
        Furniture("Online blackmail: there is help · Greenfield School", "{n} of {total}", draft),
        sections,
        ("online safety",),
    )


CHILDLINE = HelpEntry(
    "helpline",
    "Childline",
    "Under 19, UK",
    "",
    "A counsellor listens. You choose what to say.",
    "0800 1111",
    chat="1-2-1 chat online",
    address="childline.org.uk",
    cost="Free",
)

SAMPLE = deck_of(
    section(
        "title",
        "Online blackmail: there is help",
        Paragraph(rich("Ages 11 to 14 · 50 minutes"), "lead"),
        Figure("two-people-bench", "Two young people talking on a bench"),
        label="",
        line=3,
    ),
    section(
        "list",
        "How we talk today",
        Paragraph(rich("So that everyone feels safe:"), "lead"),
        TickList(
            items(
                "We can always pass.",
                "We talk about “someone”, never about ourselves.",
                "We listen and we don’t laugh.",
                "Questions can go in the box, without a name.",
            )
        ),
    ),
    section(
        "list",
        "By the end of today",
        BulletList(
            (
                lit("I can ", "spot the signs", " of online blackmail."),
                lit("I can ", "say what to do", " if it happens to someone."),
                lit("I know ", "who can help", ", and that it is never too late."),
            )
        ),
    ),
    section(
        "list",
        "Words we need",
        DefinitionList(
            (
                ("Blackmail", rich("Making someone do something by threatening them.")),
                ("Consent", rich("A free and clear yes, which may be taken back.")),
                ("Trusted adult", rich("A grown-up you feel safe with, who will listen.")),
            )
        ),
    ),
    section(
        "list",
        "Signs to look out for",
        BulletList(
            items(
                "Someone new is very friendly, very fast.",
                "They ask to move to another app.",
                "They say: don’t tell anyone.",
            )
        ),
        Figure("phone-from-back", "A phone seen from the back"),
    ),
    section(
        "statement",
        "The most important thing",
        Paragraph(lit("It is ", "not their fault", "."), "lead"),
        Paragraph(rich("The person who threatens is the one doing wrong.")),
    ),
    section(
        "columns",
        "A friend or a fake",
        Callout("card", "A real friend", (BulletList(items("Lets you say no", "Is happy to wait")),)),
        Callout("card", "A blackmailer", (BulletList(items("Rushes you", "Asks you to keep secrets")),)),
    ),
    section(
        "thread",
        "Sam gets a message",
        Paragraph(rich("Where does the tone change?"), "lead"),
        MessageThread(
            (
                Message("Robin", "I feel like I’ve known you for ages!", "left"),
                Message("Sam", "Ha, thanks! Same.", "right"),
                Pause("Stop here. What do you notice?"),
                Message("Robin", "Let’s chat somewhere else. Just us.", "left"),
            )
        ),
    ),
    section(
        "timeline",
        "How it often goes",
        Timeline(
            (
                Beat("Friendly", "A new contact is kind and chatty."),
                Beat("Private", "They ask to move to another app."),
                Beat("Threat", "“Pay, or I’ll send it to everyone.”"),
                Beat("Telling", "Someone tells an adult. The power shifts."),
            )
        ),
    ),
    section(
        "question", "Think, pair, share", Question(lit("Why might someone ", "wait", " before telling?"))
    ),
    section(
        "question",
        "What helped most",
        Question(
            rich("What helped most in this story?"),
            items("Telling the same night", "Not being alone with it", "Parents who stayed calm"),
        ),
    ),
    section(
        "steps",
        "What to do",
        NumberedList(
            (
                lit("", "Stop replying.", " You owe them nothing."),
                lit("", "Don’t pay.", " It rarely makes it stop."),
                lit("", "Keep", " the messages."),
                lit("", "Tell", " an adult you trust."),
                lit("", "Report", " the account, then block it."),
            )
        ),
    ),
    section(
        "sort",
        "Helpful or not",
        Callout("card", "Helps", ()),
        Callout("card", "Makes it harder", ()),
        BulletList(
            items("Telling a teacher", "Paying once", "Saving the messages", "Saying “I believe you”")
        ),
    ),
    section(
        "case_study",
        "The message at midnight",
        Paragraph(rich("True story, details left out"), "label"),
        Paragraph(rich("Someone is threatened online and tells. It ends well."), "lead"),
        Figure("door-ajar", "A door standing open, with light behind it"),
    ),
    section(
        "beats",
        "What happened",
        Timeline(
            (
                Beat("One evening", "A stranger demands money over a picture."),
                Beat("Later", "He wakes his parents and tells them."),
            )
        ),
        Callout("key", "How it came out", (Paragraph(rich("Within hours the messages stopped.")),)),
    ),
    section(
        "picture",
        "Who is on your side",
        Figure("kettle-and-mugs", "A kettle and two mugs"),
        Paragraph(rich("Think of one adult at home or elsewhere, and one at school.")),
    ),
    section(
        "help",
        "Who can help",
        HelpPanel(
            (
                HelpEntry(
                    "person", "An adult you trust", "At home or school", "Stays calm.", "You decide together."
                ),
                CHILDLINE,
                HelpEntry("emergency", "In danger now?", "", "", "", "999"),
            ),
            ("My safe adult at school",),
        ),
    ),
    section(
        "calm_ending",
        "One slow breath",
        Paragraph(lit("Help exists. You are ", "never alone", "."), "lead"),
        Figure("path-and-hills", "A path over green hills"),
    ),
    draft="DRAFT: help lines not yet confirmed",
)

LINKED = Paragraph((Text("See "), Link("childline.org.uk", "https://www.childline.org.uk")))

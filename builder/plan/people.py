"""Help as printed for pupils: services in the order of use, and lines for the adults they know."""

from dataclasses import replace

from builder.content.help import Service
from builder.content.signposted import Half, halves, one_of_each, signposted
from builder.diagnostics import Mark
from builder.document import (
    NO_BREAK,
    AnswerLines,
    Block,
    Card,
    CutOutCards,
    HelpEntry,
    HelpPanel,
    Paragraph,
    Rich,
    Section,
    Strong,
    Text,
    rich,
    unbroken,
)
from builder.plan.brief import Brief
from builder.plan.school import adults_at_school, known, known_in_short, school_of

CARDS_TO_A_SHEET = 8
ON_SLIDE, ON_CARD = 60, 74
"""So many letters of adults' names go on a slide, and on a card."""


def services_of(brief: Brief) -> tuple[Service, ...]:
    """The services that this lesson signposts, in the order of its roles, fit for its readers."""
    return tuple(service for _, service in signposted(brief.lesson, brief.checked.help.model))


def entry(service: Service, for_adults: bool = False) -> HelpEntry:
    """A service as those who take part see it, with what it can't do.

    A frightened child must not hesitate over a doubtful opening hour, so what nobody has confirmed
    about hours, cost and text words is left off; the number itself stands. Adults see the text words,
    for some of the services that are meant for them have no other way.
    """
    confirmed = service.checked_on is not None
    cant = f" {service.limits}" if service.limits else ""
    chat, address = service.chat or "", service.address or ""
    return HelpEntry(
        role=service.role,
        name=service.name,
        for_whom=service.for_whom,
        what=service.what + cant,
        next=service.next,
        phone=unbroken(service.phone or ""),
        text=(service.text or "") if confirmed or for_adults else "",
        chat=chat,
        address="" if address and address in chat else address,
        hours=(service.hours or "") if confirmed else "",
        cost=(service.cost or "") if confirmed else "",
    )


def crisis_lines(brief: Brief) -> str:
    """Whom adults may ring who have just heard of a death: it stands beside every telling of one."""
    services = brief.checked.help.model.services
    lines = (f"{s.name} {s.phone}".replace(" ", NO_BREAK) for s in services if s.role == "crisis" and s.phone)
    return brief.labels.adults.touches_you.replace("{lines}", ", ".join(lines))


def people(brief: Brief) -> tuple[str, ...]:
    """The lines to write a name on: none for the lead where the school has said who that is."""
    words = brief.labels.pupils
    if school_of(brief) is not None:
        at_school = () if adults_at_school(brief) else (words.safe_adult_school,)
        return (words.safe_adult_home, *at_school) if brief.lesson.audience == "pupils" else ()
    lead = words.lead.replace("{lead}", brief.checked.help.model.lead)
    if brief.lesson.audience != "pupils":
        return (brief.labels.adults.lead.replace("{lead}", brief.checked.help.model.lead),)
    return (words.safe_adult_home, words.safe_adult_school, lead)


def on_slide(brief: Brief, half: Half | None = None) -> tuple[HelpPanel, ...]:
    """For a slide: the people nearest to a pupil, the number for an emergency, a service of each kind."""
    short = in_short(brief, half)
    urgent = tuple(service for service in short if service.role == "emergency")
    others = tuple(service for service in short if service.role != "emergency")
    # The adults to name are the same on both sides of eighteen: the first slide asks for them.
    # Under a title of two lines or a long name, those whom pupils know best stand in the handout alone.
    lead = known_in_short(brief)
    crowded = half or any(len(who) > ON_SLIDE for _, who in lead)
    best = () if crowded else adults_at_school(brief, ON_SLIDE)
    nearest = HelpPanel((), people(brief), (*lead, *best))
    panels = (nearest if half != "over" else HelpPanel(()), HelpPanel(urgent), HelpPanel(others))
    return tuple(panel for panel in panels if panel.entries or panel.people or panel.known)


def panel(brief: Brief) -> HelpPanel:
    """For a page: every service with its limits, and lines for the people nearest to a pupil."""
    adults = brief.lesson.audience != "pupils"
    entries = tuple(entry(service, adults) for service in services_of(brief))
    return HelpPanel(entries, () if school_of(brief) else people(brief))


def own_people(brief: Brief, name: str, mark: Mark) -> tuple[Section, ...]:
    """Whom a pupil of this school can go to, before the services: those fill a page by themselves."""
    if school_of(brief) is None:
        return ()
    nearest = HelpPanel((), people(brief), known(brief))
    return (Section(name, brief.labels.school.people, (nearest,), mark),)


def help_cards(brief: Brief) -> CutOutCards:
    """A sheet of wallet cards: numbers on top, the adults' names to write below.

    Where some have come of age, cards for both sides of eighteen stand side by side, to keep as a pair.
    """
    named = tuple(Paragraph(_on_card(role, who), "small") for role, who in known_in_short(brief))
    home, *others = (AnswerLines(rich(person), 1) for person in people(brief))
    if named:
        home = AnswerLines(rich(brief.labels.school.at_home), 1)
    # A card holds so much: where the lead is known by name, that is the adult at school.
    lines: tuple[Block, ...] = (home, *(named or others))
    # A heading takes room, so each card of a pair asks for one adult: at home, and at school.
    by_half = {"under": lines[:1], "over": named or lines[1:2], None: lines}
    words = brief.labels.pupils
    titles = {"under": words.under_18, "over": words.over_18}
    # No heading otherwise: whoever carries it should not have to explain it.
    kinds = [
        Card(
            titles[half] if half else "",
            (HelpPanel(in_short(brief, half)), *by_half[half]),
            # Beside a code, the one line that such a card has would be too short for a name.
            _code(brief) if half is None else "",
        )
        for half in halves(brief.lesson) or (None,)
    ]
    return CutOutCards(tuple(kinds * (CARDS_TO_A_SHEET // len(kinds))), "wallet")


def _code(brief: Brief) -> str:
    """The helpline's own address: where somebody who can't speak may write. Printed beside it in letters."""
    found = one_of_each(services_of(brief), brief.lesson)
    return next((str(s.link) for s in found if s.role == "helpline" and s.link), "")


def _on_card(role: str, who: str) -> Rich:
    """A name that takes two lines by itself stands without what its bearer is at school."""
    if len(role) + len(who) <= ON_CARD:
        return (Strong(f"{role}: "), Text(who))
    name, dot, where = who.partition(" · ")
    return (Strong(name), Text(f"{dot}{where}"))


def in_short(brief: Brief, half: Half | None = None) -> tuple[HelpEntry, ...]:
    """The first service of each role, in short: a slide and a card the size of a bank card hold no more.

    What each is for and can't do stands in the handout, where there is room and time to read.
    """
    words = brief.labels.pupils
    chosen = one_of_each(services_of(brief), brief.lesson, half)
    return tuple(
        replace(
            entry(service),
            for_whom=getattr(words, service.role),
            what="",
            next="" if service.role == "emergency" else service.next,
        )
        for service in chosen
    )

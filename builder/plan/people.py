"""Help as printed for pupils: services in the order of use, and lines for the adults they know."""

from dataclasses import replace

from builder.content.help import Role, Service
from builder.document import AnswerLines, Card, CutOutCards, HelpEntry, HelpPanel, rich
from builder.plan.brief import Brief

CARDS_TO_A_SHEET = 8


def pupil_services(brief: Brief) -> tuple[Service, ...]:
    """The services that this lesson signposts, in the order of its roles, fit for its ages."""
    youngest, oldest = (int(age) for age in brief.lesson.age_band.split("-"))
    found = brief.checked.help.model.services
    return tuple(
        service
        for role in brief.lesson.signposting.roles
        for service in found
        if service.role == role
        and service.for_pupils
        and service.ages.youngest <= youngest
        and service.ages.oldest >= oldest
    )


def entry(service: Service) -> HelpEntry:
    """A service as pupils see it, with what it can't do.

    A frightened child must not hesitate over a doubtful opening hour, so what nobody has confirmed
    about hours, cost and text words is left off; the number itself stands.
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
        phone=service.phone or "",
        text=(service.text or "") if confirmed else "",
        chat=chat,
        address="" if address and address in chat else address,
        hours=(service.hours or "") if confirmed else "",
        cost=(service.cost or "") if confirmed else "",
    )


def people(brief: Brief) -> tuple[str, ...]:
    words = brief.labels.pupils
    return (
        words.safe_adult_home,
        words.safe_adult_school,
        words.lead.replace("{lead}", brief.checked.help.model.lead),
    )


def panel(brief: Brief, on_slide: bool = False) -> HelpPanel:
    """Every service with its limits for a page; one of each kind, in short, for a slide."""
    if on_slide:
        return HelpPanel(_one_of_each(brief), people(brief))
    return HelpPanel(tuple(entry(service) for service in pupil_services(brief)), people(brief))


def help_cards(brief: Brief) -> CutOutCards:
    """A sheet of wallet cards, all alike: numbers on top, the adults' names to write below."""
    lines = tuple(AnswerLines(rich(person), 1) for person in people(brief))
    # No heading: whoever carries it should not have to explain it.
    card = Card("", (HelpPanel(_one_of_each(brief)), *lines))
    return CutOutCards((card,) * CARDS_TO_A_SHEET, "wallet")


def _one_of_each(brief: Brief) -> tuple[HelpEntry, ...]:
    """The first service of each role, in short: a slide and a card the size of a bank card hold no more.

    What each is for and can't do stands in the handout, where there is room and time to read.
    """
    words = brief.labels.pupils
    purposes: dict[Role, str] = {
        "emergency": words.emergency,
        "helpline": words.helpline,
        "report": words.report,
        "removal": words.removal,
    }
    chosen: dict[Role, HelpEntry] = {}
    for service in pupil_services(brief):
        if service.role not in chosen:
            urgent = service.role == "emergency"
            chosen[service.role] = replace(
                entry(service),
                for_whom=purposes.get(service.role, service.for_whom),
                what="",
                next="" if urgent else service.next,
            )
    return tuple(chosen.values())

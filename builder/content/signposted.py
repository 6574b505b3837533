"""Which services of a country a lesson signposts, and the switch at eighteen."""

from collections.abc import Iterable, Iterator
from typing import Literal

from builder.content.help import Ages, HelpDirectory, Service
from builder.content.lesson import AgeBand, Lesson

ADULT = 18
Half = Literal["under", "over"]
"""The two halves of a class in which some have come of age: services differ between them."""


def ages_of(band: AgeBand) -> tuple[int, int]:
    """The youngest and the oldest of a band, in years."""
    youngest, oldest = (int(age) for age in band.split("-"))
    return youngest, oldest


def halves(lesson: Lesson) -> tuple[Half, ...]:
    """Both halves where pupils of the band may be under and over eighteen; else none."""
    if lesson.audience == "pupils" and ages_of(lesson.age_band) == (16, ADULT):
        return ("under", "over")
    return ()


def covers(ages: Ages, youngest: int, oldest: int) -> bool:
    """Whether everybody from `youngest` to `oldest` lies within `ages`."""
    return ages.youngest <= youngest and oldest <= ages.oldest


def serves(service: Service, lesson: Lesson, half: Half | None = None) -> bool:
    """Whether the service is for those who read this lesson (that half of them, if one is named)."""
    if lesson.audience != "pupils":
        return True
    if not service.for_pupils:
        return False
    youngest, oldest = ages_of(lesson.age_band)
    under = covers(service.ages, youngest, ADULT - 1)
    over = covers(service.ages, ADULT, ADULT)
    if half:
        return under if half == "under" else over
    return under or over if halves(lesson) else covers(service.ages, youngest, oldest)


def signposted(lesson: Lesson, directory: HelpDirectory) -> Iterator[tuple[int, Service]]:
    """The services that the lesson prints, with their numbers, in the order of its roles.

    Adults ask for a child: in their sessions what is for those of age alone comes after the rest of its role.
    """
    roles = lesson.signposting.roles
    adults = lesson.audience != "pupils"
    police = [one for one in directory.services if one.role == "police" and "police" in roles]
    known = {one.name for one in police} | {one.phone for one in police if one.phone}
    numbered = list(enumerate(directory.services))
    if adults:
        numbered.sort(key=lambda one: one[1].ages.youngest >= ADULT)
    for role in roles:
        for number, service in numbered:
            # Written for a class of 16 to 18; adults find the same police under the role “police”.
            again = adults and role == "report" and (service.name in known or service.phone in known)
            if service.role == role and serves(service, lesson) and not again:
                yield number, service


def one_of_each(services: Iterable[Service], lesson: Lesson, half: Half | None = None) -> list[Service]:
    """The first service of each role: what a slide and a card the size of a bank card hold.

    One that can be reached by what is printed goes before one that can't; beside each half of a class,
    one that is for that half alone before one for everybody.
    """
    chosen: dict[str, Service] = {}
    for service in services:
        if serves(service, lesson, half):
            first = chosen.setdefault(service.role, service)
            if _rank(service, half) > _rank(first, half):
                chosen[service.role] = service
    return list(chosen.values())


def _rank(service: Service, half: Half | None) -> tuple[bool, bool]:
    own = (half == "over" and service.ages.youngest >= ADULT) or (
        half == "under" and service.ages.oldest < ADULT
    )
    return reachable(service), own


def reachable(service: Service) -> bool:
    """Whether a way is printed; a number to text stays off until somebody has confirmed it."""
    ways = (service.phone, service.chat, service.address, service.text if service.checked_on else None)
    return any(ways)

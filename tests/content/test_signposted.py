"""The switch at eighteen: which services a lesson prints, and which for which half of the class."""

from builder.content.help import Service
from builder.content.lesson import Lesson
from builder.content.signposted import halves, one_of_each, serves
from tests.checks.small import library

LESSON = library().lessons["small"].model


def lesson(band: str, audience: str = "pupils") -> Lesson:
    return LESSON.model_copy(update={"age_band": band, "audience": audience})


def service(name: str, role: str, youngest: int, oldest: int, *, for_pupils: bool = True) -> Service:
    return Service.model_validate(
        {
            "id": name, "role": role, "name": name, "for_whom": "anyone", "for_pupils": for_pupils,
            "ages": {"from": youngest, "to": oldest}, "what": "Helps.", "next": "Someone answers.",
            "sources": ["a"], "confidence": "sourced",
        }
    )  # fmt: skip


YOUNG = service("young", "report", 0, 17)
GROWN = service("grown", "report", 18, 120)
EVERYONE = service("everyone", "helpline", 0, 120)


def test_a_service_that_ends_before_the_band_does_is_not_printed() -> None:
    assert serves(YOUNG, lesson("14-16"))
    assert not serves(GROWN, lesson("14-16"))
    assert not serves(service("teens", "report", 13, 17), lesson("11-14"))


def test_a_class_on_both_sides_of_eighteen_sees_both() -> None:
    mixed = lesson("16-18")

    assert halves(mixed) == ("under", "over")
    assert serves(YOUNG, mixed)
    assert serves(GROWN, mixed)
    assert one_of_each([YOUNG, GROWN, EVERYONE], mixed, "under") == [YOUNG, EVERYONE]
    assert one_of_each([YOUNG, GROWN, EVERYONE], mixed, "over") == [GROWN, EVERYONE]


def test_other_ages_have_no_halves() -> None:
    assert halves(lesson("14-16")) == ()
    assert halves(lesson("9-18", "parents")) == ()


def test_what_is_not_for_pupils_is_for_adults_alone() -> None:
    staff = service("staff", "staff", 18, 120, for_pupils=False)

    assert not serves(staff, lesson("16-18"))
    assert serves(staff, lesson("9-18", "staff"))

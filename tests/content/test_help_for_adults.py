"""Adults ask for a child: no service for those of age stands before one that serves children."""

import pytest

from builder.content.library import read_library
from builder.content.shelves import Shelf, countries
from builder.content.signposted import ADULT, one_of_each, signposted
from tests.conftest import ROOT


@pytest.mark.parametrize("country", list(countries()))
@pytest.mark.parametrize("lesson", ["parents-and-carers", "staff-briefing"])
def test_what_serves_children_comes_first_and_the_police_once(country: str, lesson: str) -> None:
    found, said = read_library([Shelf(ROOT)], country, [lesson])
    assert found is not None, said
    model = found.lessons[lesson].model
    services = [service for _, service in signposted(model, found.help.model)]

    for role in model.signposting.roles:
        of_age = [service.ages.youngest >= ADULT for service in services if service.role == role]
        assert of_age == sorted(of_age), role
    # Lines that advise adults on a child are for adults, of course.
    shown = [one for one in one_of_each(services, model) if one.role in ("report", "helpline", "removal")]
    assert [one.name for one in shown if one.ages.youngest >= ADULT] == []
    police = {one.name for one in services if one.role == "police"}
    assert police
    assert [one.name for one in services if one.role == "report" and one.name in police] == []

"""What is shipped keeps its promises: clean in every country, nothing confirmed that nobody confirmed."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from builder.build import plan
from builder.checks import Rules, check, check_library, readings
from builder.checks.ids import PARTS
from builder.content.case_study import PublicRecord
from builder.content.lesson import Lesson
from builder.content.library import Library, read_library
from builder.content.loaded import Loaded
from builder.content.shelves import Shelf, countries
from builder.diagnostics import Severity
from builder.render.text import render_text
from builder.source import Data
from builder.theme import Theme
from builder.words.deep import WEIGHTS, load_deep
from builder.words.readings import Readings
from tests.conftest import DATE, ROOT

DOUBTS = ("verify", "unconfirmed", "to be confirmed", "(?)", "general knowledge")
COUNTRIES = ("AU", "CA", "GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "IE", "NZ", "US")


def read(country: str) -> Library:
    found, said = read_library([Shelf(ROOT)], country)
    assert found is not None, said
    return found


def models(library: Library) -> list[Lesson]:
    return [one.model for one in library.lessons.values()]


def test_there_is_help_for_every_country_that_is_promised() -> None:
    assert tuple(countries()) == COUNTRIES


def test_there_is_a_lesson_for_every_age_and_for_adults(library: Library) -> None:
    found: list[tuple[str, str]] = [(m.audience, m.age_band) for m in models(library)]

    for band, least in (("9-11", 1), ("11-14", 5), ("14-16", 2), ("16-18", 1)):
        assert found.count(("pupils", band)) >= least, band
    assert {audience for audience, _ in found} == {"pupils", "parents", "staff"}


def test_what_was_read_before_is_what_the_deep_reader_reads(library: Library, rules: Rules) -> None:
    recalled, anew = load_deep(), load_deep(recalling=False)
    check_library(library, replace(rules, judge=replace(rules.judge, deep=recalled)))

    assert recalled.weights == hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()[:16]
    assert len(recalled.known) > 500
    for sentence, (score, way) in list(recalled.known.items())[::25]:
        assert anew.read(sentence).score == pytest.approx(score, abs=0.01), sentence
        assert anew.read(sentence).way == way


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_pack_of_the_country_is_clean_fits_and_is_honest(
    country: str, rules: Rules, theme: Theme
) -> None:
    """One walk for all of it: planning every pack of nine countries is most of what these tests cost."""
    found = read(country)
    deep = load_deep()
    rules = replace(rules, judge=replace(rules.judge, deep=deep))
    assert not [d for d in check_library(found, rules) if d.severity is not Severity.NEEDS_PERSON]
    for lesson in found.lessons:
        checked, _ = check(found, lesson, rules)
        assert checked is not None
        assert checked.draft
        documents, _, misfits = plan(checked, theme, DATE)
        assert not misfits, lesson
        for _, document in documents:
            assert document.furniture.draft
            if document.name == "if-it-happens" and "the first one under “Who can help”" in render_text(
                document
            ):
                _, _, help_listed = render_text(document).partition("Who can help”")
                first = next(line for line in help_listed.splitlines() if re.match(r"[a-z]+: ", line))
                assert first.startswith("emergency: "), first
            if document.edition == "pupil":
                text = render_text(document).casefold()
                for doubt in DOUBTS:
                    assert doubt not in text, f"{lesson}/{document.name}: {doubt}"
    kept = Readings(deep.weights)
    unread = [sentence for sentence in deep.known if kept.of(sentence) is None]
    assert not unread, "run “python tools/messaging.py --read”, and look at what it changed"


@pytest.mark.parametrize("country", COUNTRIES)
def test_nobody_has_confirmed_anything_yet(country: str) -> None:
    """Taken out, entry by entry, as people confirm: with their name, in their own change."""
    found = read(country)
    directory = found.help.model
    entries = [*directory.services, *directory.law, *directory.good_to_know]
    entries += [directory.in_trouble] if directory.in_trouble else []

    assert all(entry.checked_on is None and entry.checked_by is None for entry in entries)
    assert all(link.status != "read" for one in found.lessons.values() for link in one.model.curriculum_links)


def test_a_case_with_a_death_or_without_a_verdict_is_for_staff(library: Library) -> None:
    cases = library.cases
    assert all(one.model.tier == "staff" for one in cases.values() if one.model.someone_died)
    for name in ("one-report", "a-fortnight", "joined-reports"):
        assert cases[name].model.tier == "staff"
        record = cases[name].model.provenance
        assert isinstance(record, PublicRecord)
        assert record.where.startswith("Left out") or cases[name].model.someone_died


def test_there_are_composed_cases_and_they_say_so(library: Library) -> None:
    composed = [one for one in library.cases.values() if one.model.provenance.kind == "composite"]

    assert len(composed) >= 4
    assert all(
        one.model.provenance.drawn_from for one in composed if one.model.provenance.kind == "composite"
    )


def test_no_lesson_is_harder_to_read_than_its_age(library: Library, rules: Rules) -> None:
    measured = readings(library, rules)

    assert len(measured) == len(library.lessons)
    assert [said for _, _, said in measured if said] == []


def test_a_class_on_both_sides_of_eighteen_sees_both_kinds_of_help(rules: Rules, theme: Theme) -> None:
    checked, _ = check(read("GB-ENG"), "at-eighteen", rules)
    assert checked is not None
    slides = next(d for _, d in plan(checked, theme, DATE)[0] if d.name == "slides-to-share")
    shown = {s.id: render_text(replace(slides, sections=(s,))) for s in slides.sections}

    assert "CEOP" in shown["signposting"]
    assert "101" in shown["signposting-over"]
    assert "Revenge Porn Helpline" in shown["signposting-over"]


def test_every_part_that_a_school_may_change_has_a_name(library: Library) -> None:
    files: list[Loaded[Any]] = [*library.lessons.values(), *library.cases.values()]

    assert [at for one in files for at in nameless(one.source.data, one.name)] == []


def nameless(data: Data, at: str) -> Iterator[str]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        if key in PARTS and isinstance(value, list):
            yield from (
                f"{at}.{key}.{n}"
                for n, item in enumerate(value)
                if isinstance(item, dict) and "id" not in item
            )
        yield from nameless(value, f"{at}.{key}")

"""A small library in which nothing is wrong, and the same with some of its lines changed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from builder.content.case_study import CaseStudy
from builder.content.help import HelpDirectory
from builder.content.labels import Labels
from builder.content.lesson import Lesson
from builder.content.library import Library
from builder.content.loaded import Loaded
from builder.content.review import Review, to_sign
from builder.content.safe_teaching import SafeTeaching
from builder.content.sheets import Sheets
from builder.content.text import Model
from builder.content.validate import validate
from builder.source import read_text

M = TypeVar("M", bound=Model)
VALID = Path(__file__).parent / "valid"
LABELS = Path(__file__).parents[2] / "builder" / "data" / "labels" / "en.yaml"
EXPECT = re.compile(r"\s*# expect: (?P<rules>.+)$")
CASE = "open-door"

Changes = Sequence[tuple[str, str]]


def changed(name: str, changes: Changes) -> str:
    """The valid file with each old text, which stands in it once, put in the new one's place."""
    text = (VALID / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times in {name}.yaml: {old}"
        text = text.replace(old, new)
    return text


def library(
    lesson: Changes = (),
    case: Changes = (),
    help: Changes = (),  # noqa: A002 - the file's name
    safe_teaching: Changes = (),
    case_id: str = CASE,
) -> Library:
    return Library(
        {"small": loaded("small", "lesson", lesson, Lesson)},
        {case_id: signed(loaded(case_id, "case", case, CaseStudy))},
        loaded("GB-ENG", "help", help, HelpDirectory),
        loaded("en", "safe_teaching", safe_teaching, SafeTeaching),
        loaded("en", "sheets", (), Sheets),
        labels(),
    )


def signed(case: Loaded[CaseStudy]) -> Loaded[CaseStudy]:
    """The case as if a second person had signed it, whatever was changed in it."""
    review = Review(name="Sam Reid", role="deputy head", date="2026-09-01", of=to_sign(case.source.data))
    return replace(case, model=case.model.model_copy(update={"review": review}))


def loaded(id_: str, name: str, changes: Changes, model: type[M]) -> Loaded[M]:
    text = "\n".join(EXPECT.sub("", line) for line in changed(name, changes).split("\n"))
    source, said = read_text(text.encode(), f"{name}.yaml")
    assert source is not None, said
    found, faults = validate(model, source)
    assert found is not None, faults
    return Loaded(id_, found, source)


def labels() -> Labels:
    source, said = read_text(LABELS.read_bytes(), "labels.yaml")
    assert source is not None, said
    found, faults = validate(Labels, source)
    assert found is not None, faults
    return found

"""Figures: whoever prints a number says who counted."""

import re
from collections.abc import Iterator

from builder.checks.context import Context, Shared
from builder.content.case_study import CaseStudy, PublicRecord
from builder.content.loaded import Loaded
from builder.content.text import Passage, Voice, passages
from builder.diagnostics import Address, Diagnostic, error
from builder.source import Source

_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|a hundred|half)"
)
_TIME = r"(?! ?(?:am|pm|a\.m|p\.m|o'clock|minutes?|hours?|seconds?|days?|weeks?))"
FIGURES = (
    re.compile(r"\d+(?:\.\d+)? ?(?:%|per ?cent\b|percent\b)"),
    re.compile(
        rf"\b{_NUMBER} in (?:every )?(?!one\b){_NUMBER}\b(?!-){_TIME}(?! (?:pairs|groups|teams))", re.I
    ),
    re.compile(rf"\b{_NUMBER} out of (?:every )?{_NUMBER}\b", re.I),
    re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+\b"),
    re.compile(r"\b(?:thousands|millions|billions) of\b", re.I),
    re.compile(r"\b(?:\d+|a|one|two|three|several|many|over a|half a) (?:thousand|million|billion)\b", re.I),
    # 9.30 is a time of day, and 2.1 may be one; a decimal has a figure too many or too large for that.
    re.compile(rf"(?<![\d.,])\d+\.(?:\d{{3,}}|[6-9]\d|\d)(?![\d.]){_TIME}"),
    re.compile(r"[£$€] ?\d[\d,.]*"),
)
# In a made-up message, story or answer a sum of money is part of the story.
STORY = ("messages", "beats", "options", "cards")
# The source stands beside it, it is a publication's own title, or it is never printed.
SOURCED = ("facts", "sources", "curriculum_links", "services", "in_trouble", "verify", "waivers")


def figure_in(text: str, story: bool = False) -> str:
    """The first figure in `text`, or nothing; in a story a sum of money is none."""
    for pattern in FIGURES[:-1] if story else FIGURES:
        if found := pattern.search(text):
            return found[0].rstrip(".,")
    return ""


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    lesson = context.lesson
    for passage in context.passages:
        at = passage.address
        if passage.voice is Voice.QUOTED or set(SOURCED) & set(at):
            continue
        if at[0] == "activities" and isinstance(at[1], int) and lesson.model.activities[at[1]].sources:
            continue
        yield from _unsourced(
            lesson.source,
            passage,
            "Move it to a slide with “shows: facts”, or name its source in the activity's “sources”.",
        )


def check_case(case: Loaded[CaseStudy], _shared: Shared) -> Iterator[Diagnostic]:
    if isinstance(case.model.provenance, PublicRecord):
        return
    for passage in passages(case.model):
        if passage.voice is Voice.STAFF and passage.address[0] != "provenance":
            yield from _unsourced(case.source, passage, "Leave it out: an invented story has no source.")


def check_shared(shared: Shared) -> Iterator[Diagnostic]:
    file = shared.safe_teaching
    for passage in passages(file.model):
        at = passage.address
        if at[0] == "advice" and isinstance(at[1], int) and file.model.advice[at[1]].sources:
            continue
        if at[0] != "sources":
            yield from _unsourced(file.source, passage, "Name its source in the advice's “sources”.")


def _unsourced(source: Source, passage: Passage, hint: str) -> Iterator[Diagnostic]:
    address: Address = passage.address
    if found := figure_in(passage.text, story=bool(set(STORY) & set(address))):
        yield error(
            source.mark(address),
            "source/missing",
            f"“{found}” is a figure, and nothing here says who counted.",
            "A figure without a source can't be checked, and frightening ones are often made up.",
            hint,
            address,
        )

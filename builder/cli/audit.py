"""`lessonpack audit`"""

from collections.abc import Sequence
from pathlib import Path

import click

from builder.audit import Audited
from builder.cli.common import (
    CONTENT_FAULT,
    audience_option,
    failed,
    format_option,
    iso_date,
    quick_option,
    speak,
    strict_option,
    wrong,
)
from builder.words.finding import Audience
from builder.words.judge import Judge

ONE_PAGE = 1
SMALL_PT, SMALL_LEADING_PT = 10.0, 13.0


@click.command("audit")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@audience_option
@strict_option
@format_option
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.pdf",
    help="Also write one page to take to a meeting.",
)
@click.option(
    "--date", callback=iso_date, metavar="YYYY-MM-DD", help="The date on that page.  [default: today]"
)
@quick_option
def command(
    files: tuple[Path, ...],
    audience: Audience,
    strict: bool,
    form: str,
    report: Path | None,
    date: str,
    quick: bool,
) -> None:
    """Read each FILE (PPTX, DOCX, PDF, HTML, Markdown or plain text) and say what in it may harm.

    Everything is read as text for pupils, unless --audience says otherwise; the notes of slides for
    pupils are read as text for staff. Places are slides, pages, paragraphs or lines. Words in pictures
    can't be read. Nothing is changed, and nothing is fetched from the internet.

    \b
    Examples:
      lessonpack audit assembly.pptx letter.docx
      lessonpack audit *.pdf --audience parent --report check.pdf
    """
    if report is not None:
        _may_be_written(report, files)

    from builder.audit import audit
    from builder.words.shipped import load_judge

    judge = load_judge(quick)
    audited = [audit(file, audience, judge) for file in dict.fromkeys(files)]
    said = [one for each in audited for one in each.said]
    speak(said, form, strict)
    if report is not None:
        report.write_bytes(_page(audited, audience, judge, date))
    if form == "human":
        for one in audited:
            click.echo(_told(one))
    if failed(said, strict):
        raise SystemExit(CONTENT_FAULT)


def _told(one: Audited) -> str:
    if one.read is None:
        return f"{one.file}: couldn't be read"
    units = one.read.unit if one.read.count == 1 else f"{one.read.unit}s"
    found = f"{len(one.said)} found" if one.said else "nothing found"
    return f"{one.file}: {one.read.count} {units} read, {found}"


def _may_be_written(report: Path, files: Sequence[Path]) -> None:
    if report.suffix.lower() != ".pdf":
        wrong(f"The report is a PDF: call it {report.name}.pdf, for example.")
    if any(file.exists() and report.exists() and file.samefile(report) for file in files):
        wrong(f"{report} is one of the files to read: choose another name for the report.")
    if not report.parent.is_dir():
        wrong(f"There is no folder {report.parent} to put the report into.")


def _page(audited: Sequence[Audited], audience: Audience, judge: Judge, date: str) -> bytes:
    """The report, with as many of the findings told in full as one page holds."""
    from builder.audit.summary import FIRST, summary
    from builder.content.library import read_labels
    from builder.layout import lacking
    from builder.render.pdf import draw_within
    from builder.theme import load_theme

    theme, labels = load_theme("house"), read_labels()
    sizes = theme.pages.model_copy(update={"body_pt": SMALL_PT, "body_leading_pt": SMALL_LEADING_PT})
    small = theme.model_copy(update={"pages": sizes})
    titles = {rule.id: f"{rule.summary[:1].upper()}{rule.summary[1:]}" for rule in judge.rules()}

    def printable(text: str) -> str:
        missing = set(lacking(text, theme))
        return "".join("?" if letter in missing else letter for letter in text)

    for first in range(FIRST, -1, -1):
        page = labels.furniture.page
        document = summary(audited, audience, titles, labels.audit, page, date, printable, first)
        for size in (theme, small):
            drawn = draw_within(document, size, ONE_PAGE)
            if drawn is not None:
                return drawn
    raise AssertionError("a report without findings fits on a page")

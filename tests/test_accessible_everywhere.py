"""Run by `make soak`: every PDF of every lesson, country and variant before the reference validator."""

from pathlib import Path

import pytest

from builder.build import Wanted, build, theme_for
from builder.checks import Rules
from builder.content.library import Library, read_library
from builder.content.shelves import Shelf
from builder.plan import PRINTS
from builder.theme import variants
from tests.conftest import DATE, LESSONS, ROOT
from tests.ua import needs_java, vera

COUNTRIES = sorted(file.stem for file in (ROOT / "builder" / "data" / "help").glob("*.yaml"))


@pytest.mark.soak
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_pdf_passes_the_reference_validator(country: str, rules: Rules, tmp_path: Path) -> None:
    """All of a country at once: the validator takes longer to start than to read a file."""
    needs_java()
    library, said = read_library([Shelf(ROOT)], country)
    assert library is not None, said
    files = [file for lesson in LESSONS for file in _written(library, lesson, rules, tmp_path)]

    assert len(files) > 10 * len(LESSONS)
    assert vera(files) == []


def _written(library: Library, lesson: str, rules: Rules, folder: Path) -> list[Path]:
    """Every PDF of a lesson in every variant and print."""
    model, paper = library.lessons[lesson].model, library.help.model.paper
    changed = {name: theme_for(model, variant=name, paper=paper) for name in variants()}
    wanted = Wanted(tuple(PRINTS), changed)
    built = build(library, lesson, rules, theme_for(model, paper=paper), DATE, wanted)
    assert built.pack is not None, built.diagnostics
    files = []
    for file in built.pack.files:
        if file.name.endswith(".pdf"):
            files.append(folder / f"{lesson}-{file.name.replace('/', '-')}")
            files[-1].write_bytes(file.data)
    return files

"""Run by `make soak`: every PDF of every lesson, country and variant before the reference validator."""

from pathlib import Path

import pytest

from builder.build import Wanted, build, theme_for
from builder.checks import Rules
from builder.content.library import read_library
from builder.content.shelves import Shelf
from builder.plan import PRINTS
from builder.theme import variants
from tests.conftest import DATE, LESSONS, ROOT
from tests.ua import needs_java, vera

COUNTRIES = sorted(file.stem for file in (ROOT / "builder" / "data" / "help").glob("*.yaml"))


@pytest.mark.soak
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_pdf_passes_the_reference_validator(
    country: str, lesson: str, rules: Rules, tmp_path: Path
) -> None:
    needs_java()
    library, said = read_library([Shelf(ROOT)], country)
    assert library is not None, said
    model, paper = library.lessons[lesson].model, library.help.model.paper
    changed = {name: theme_for(model, variant=name, paper=paper) for name in variants()}
    wanted = Wanted(tuple(PRINTS), changed)
    built = build(library, lesson, rules, theme_for(model, paper=paper), DATE, wanted)
    assert built.pack is not None, built.diagnostics
    files = []
    for file in built.pack.files:
        if file.name.endswith(".pdf"):
            files.append(tmp_path / file.name.replace("/", "-"))
            files[-1].write_bytes(file.data)

    assert len(files) > 10
    assert vera(files) == []

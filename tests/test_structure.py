"""The house rules that a linter can't say."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "builder").rglob("*.py"))
LONGEST = 300


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_a_module_reads_in_one_sitting_and_says_what_it_is(module: Path) -> None:
    text = module.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(ast.parse(text)), "a module starts with a sentence that says what it is"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_nothing_is_left_to_do_later(module: Path) -> None:
    text = module.read_text(encoding="utf-8")

    for word in ("TODO", "FIXME", "XXX", "NotImplementedError"):
        assert word not in text


def test_package_exports_nothing_that_insiders_import() -> None:
    # Modules that import names from the package root make import rings.
    names = ast.parse((ROOT / "builder/__init__.py").read_text(encoding="utf-8")).body

    assert all(isinstance(node, ast.Expr | ast.Assign) for node in names)


def test_the_readme_answers_where_do_i() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "Where do I" in readme
    for place in ("lessons/", "case_studies/", "builder/data/help/", "builder/data/messaging/"):
        assert place in readme


def test_every_command_is_in_the_readme_or_the_manual() -> None:
    from builder.cli import COMMANDS

    text = (ROOT / "README.md").read_text(encoding="utf-8")

    for name, _, _ in COMMANDS:
        assert f"lessonpack {name}" in text

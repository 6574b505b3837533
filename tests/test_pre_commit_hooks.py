"""The hooks for other people's repositories: whole, and starting commands that are there."""

import re
from typing import Any

import click
import pytest
import yaml

from builder.cli import COMMANDS, lessonpack
from tests.conftest import ROOT

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BY_ID = {hook["id"]: hook for hook in HOOKS}
# What pre-commit's own schema of a hooks file knows, of the fields that are of use here.
KNOWN = {
    "id", "name", "entry", "language", "files", "exclude", "types", "types_or", "args", "description",
    "pass_filenames", "require_serial", "always_run", "stages", "verbose", "minimum_pre_commit_version",
}  # fmt: skip
NAMES = {name for name, _, _ in COMMANDS}


def hooks() -> list[Any]:
    return [
        pytest.param(
            hook,
            id=hook["id"],
            marks=pytest.mark.xfail(
                "audit" not in NAMES and hook["id"] == "lessonpack-audit",
                reason="the audit command is still being written",
            ),
        )
        for hook in HOOKS
    ]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_has_what_pre_commit_asks_for(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "files", "description"} <= set(hook) <= KNOWN
    assert hook["language"] == "python"
    re.compile(hook["files"])


def test_ids_are_told_apart() -> None:
    assert set(BY_ID) == {"lessonpack-check", "lessonpack-audit"}
    assert len(HOOKS) == len(BY_ID)


@pytest.mark.parametrize("hook", hooks())
def test_every_entry_is_a_command_with_its_options(hook: dict[str, Any]) -> None:
    program, name, *options = hook["entry"].split()

    assert program == lessonpack.name
    assert name in NAMES
    command = lessonpack.get_command(click.Context(lessonpack), name)
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(options) <= known


@pytest.mark.parametrize(
    ("hook", "path", "started"),
    [
        ("lessonpack-check", "lessons/our-own/lesson.yaml", True),
        ("lessonpack-check", "case_studies/quiet-evening.yml", True),
        ("lessonpack-check", "docs/lessons/notes.yaml", False),
        ("lessonpack-check", "lessons/our-own/picture.png", False),
        ("lessonpack-audit", "old slides/Week 3.PPTX", True),
        ("lessonpack-audit", "policy.docx", True),
        ("lessonpack-audit", "site/index.htm", True),
        ("lessonpack-audit", "README.md", True),
        ("lessonpack-audit", "handout.pdf", True),
        ("lessonpack-audit", "notes.mdx", False),
    ],
)
def test_a_hook_is_started_for_its_own_files(hook: str, path: str, started: bool) -> None:
    assert bool(re.search(BY_ID[hook]["files"], path)) is started

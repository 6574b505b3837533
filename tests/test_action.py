"""The action for repositories of schools: whole, and its steps do in a school's folder what they say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
GUIDE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
SCHOOL = """\
name: Riverside Academy
country: GB-ENG
lead:
  name: Jo Bell
  room: Room 12
"""


def given(text: str, inputs: dict[str, str]) -> str:
    """An expression's value, of the two kinds that steps use."""
    text = re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: inputs[found[1]], text)
    return text.replace("${{ github.action_path }}", str(ROOT))


def run(name: str, folder: Path, **changed: str) -> "subprocess.CompletedProcess[str]":
    """A step as a runner would run it: bash, stopping at the first failure."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash here")
    inputs = {name: str(about["default"]) for name, about in ACTION["inputs"].items()} | changed
    step = STEPS[name]
    own = {name: given(value, inputs) for name, value in step.get("env", {}).items()}
    (folder / "bin").mkdir(exist_ok=True)
    command = folder / "bin" / "lessonpack"
    command.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "from builder.door import main; main()" "$@"\n'
    )
    command.chmod(0o755)
    environment = os.environ | own  # noqa: TID251 - what a runner hands on
    environment |= {
        "PATH": f"{folder / 'bin'}{os.pathsep}{environment['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_OUTPUT": str(folder / "outputs.txt"),
    }
    return subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder / given(step.get("working-directory", "."), inputs),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_is_one_that_a_runner_takes() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {"name", "description", "inputs", "outputs", "runs"} <= set(ACTION)
    for step in ACTION["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert "run" not in step or step["shell"] == "bash"
        # What somebody else writes never stands in a script, only in its environment.
        assert "${{" not in step.get("run", "")
    used = set(re.findall(r"inputs\.(\w+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])


def test_the_guide_names_every_input_with_what_it_is_otherwise_and_its_example_uses_them() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", GUIDE, re.MULTILINE))
    assert set(rows) == set(ACTION["inputs"])
    for name, about in ACTION["inputs"].items():
        assert rows[name] == (f"`{about['default']}`" if about["default"] else rows[name])
    (example,) = re.findall(r"```yaml\n(.+?)```", GUIDE, re.DOTALL)
    steps = yaml.safe_load(example)["jobs"]["packs"]["steps"]
    assert set(steps[-1]["with"]) <= set(ACTION["inputs"])


def test_a_school_is_checked_and_its_packs_are_built(tmp_path: Path) -> None:
    school = tmp_path / "ours"
    school.mkdir()
    (school / "school.yaml").write_text(SCHOOL, encoding="utf-8")

    checked = run("Check", tmp_path, folder="ours", strict="false")
    assert checked.returncode == 0, checked.stderr
    built = run("Build", tmp_path, folder="ours", lessons="holiday-check-in", options="--date 2026-09-01")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "outputs.txt").read_text() == "packs=ours/packs\n"
    pattern = ACTION["runs"]["steps"][-1]["with"]["path"].replace("${{ steps.build.outputs.packs }}/", "")
    assert [file.name for file in (school / "packs").glob(pattern)] == ["holiday-check-in-GB-ENG.zip"]


def test_a_fault_stops_the_run_and_is_shown_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "school.yaml").write_text(SCHOOL.replace("country", "contry"), encoding="utf-8")
    checked = run("Check", tmp_path)

    assert checked.returncode == 1
    assert re.search(r"::error file=school\.yaml,line=2", checked.stdout)


def test_words_of_others_are_arguments_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "school.yaml").write_text(SCHOOL, encoding="utf-8")
    built = run("Build", tmp_path, lessons="$(touch harm) ; touch harm * `touch harm`")

    assert built.returncode != 0
    assert not (tmp_path / "harm").exists()


def test_what_the_container_copies_is_there() -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    for name in re.findall(r"/tool/([\w./-]+)", text):
        assert (ROOT / name).exists(), name

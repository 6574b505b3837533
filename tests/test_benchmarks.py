"""Benchmarks judge no time; that they take turns, print what was taken and are all explained is tested."""

from pathlib import Path

import pytest

from benchmarks.run import peers
from benchmarks.run.table import Row, Section, printed
from benchmarks.run.taking import FailedError, Figures, Job, Taken, in_turns

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "benchmarks"
SCRIPTS = [
    *FOLDER.glob("*.py"),
    *FOLDER.glob("peers/*"),
    *(main.parent for main in FOLDER.glob("*/__main__.py")),
]


def taken(*processor: float) -> Taken:
    return Taken(tuple(Figures(seconds, 2 * seconds, 40) for seconds in processor))


def row_of(text: str, name: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(f"  {name}"))


def test_a_row_has_its_medians_and_its_ratio_round_by_round() -> None:
    rows = [Row("ours", taken(0.2, 0.6, 0.3), "16"), Row("theirs", taken(0.1, 0.2, 0.3), "3")]

    text = printed([Section("1. Cold", "theirs", rows)])

    assert "1. Cold (ratio: to “theirs”)" in text
    # 300 ms of processor time at the median, and twice, three times and once as much as the peer.
    assert row_of(text, "ours").split() == [
        *("ours", "16", "300", "(200–600)", "600", "40", "3.33", "2.00", "(1.00–3.00)")
    ]
    assert row_of(text, "theirs").split()[-1] == "1"


def test_columns_stand_below_their_heads() -> None:
    rows = [Row("ours", taken(14.16, 14.371, 123.409), "16"), Row("theirs", taken(0.0123, 0.01, 1))]

    lines = printed([Section("Cold", "theirs", rows)]).splitlines()

    assert len({len(line) for line in (lines[0], *lines[3:])}) == 1
    assert " 16 " in lines[3]


def test_who_is_not_there_is_named_with_what_installs_it() -> None:
    text = printed([Section("Cold", "ours", [Row("ours", taken(1.0)), Row("typst", Taken((), peers.PIP))])])

    assert "not installed: pip install --group bench" in row_of(text, "typst")


def test_without_a_base_there_are_figures_but_no_ratio() -> None:
    text = printed([Section("Cold", "theirs", [Row("ours", taken(1.0)), Row("theirs", Taken((), "broke"))])])

    assert row_of(text, "ours").endswith("–")


def test_jobs_take_turns_and_the_first_round_is_not_counted() -> None:
    done: list[tuple[str, int]] = []

    def job(name: str) -> Job:
        def once(number: int) -> Figures:
            done.append((name, number))
            return Figures(number, 0, 0)

        return once

    found = in_turns({"a": job("a"), "b": job("b")}, 2)

    assert done == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2)]
    assert [one.processor for one in found["a"].figures] == [1, 2]


def test_a_peer_that_fails_is_told_and_left_out_from_then_on() -> None:
    asked: list[int] = []

    def breaks(number: int) -> Figures:
        asked.append(number)
        raise FailedError("no browser")

    found = in_turns({"marp": breaks, "ours": lambda _: Figures(1, 1, 1)}, 2)

    assert asked == [0]
    assert found["marp"] == Taken((), "no browser")
    assert len(found["ours"].figures) == 2


def test_peers_that_are_not_there_are_no_fault() -> None:
    found = peers.find("no-such-python", "no-such-marp")

    assert found.versions == {}
    assert found.by_pandoc("typst", Path("words"), Path("out")) == []
    assert found.by_marp(Path("words"), Path("out")) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_script_is_explained(script: Path) -> None:
    name = script.relative_to(FOLDER).as_posix()
    text = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert f"`{name}" in text or f"benchmarks.{name}`" in text

"""A pack's folder changes in one step, also where the system has no such step."""

from pathlib import Path

import pytest

from builder import swap


def folder(place: Path, word: str) -> Path:
    place.mkdir()
    (place / "file.txt").write_text(word, encoding="utf-8")
    return place


def word(place: Path) -> str:
    return (place / "file.txt").read_text(encoding="utf-8")


def names(place: Path) -> list[str]:
    return sorted(child.name for child in place.iterdir())


def test_the_first_pack_takes_its_place(tmp_path: Path) -> None:
    swap.put_in_place(folder(tmp_path / "new", "one"), tmp_path / "pack")

    assert word(tmp_path / "pack") == "one"
    assert names(tmp_path) == ["pack"]


@pytest.mark.parametrize("one_step", [True, False])
def test_a_new_pack_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_step: bool
) -> None:
    if not one_step:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    place = folder(tmp_path / "pack", "old")

    swap.put_in_place(folder(tmp_path / "new", "new"), place)

    assert word(place) == "new"
    assert names(tmp_path) == ["pack"]


def test_the_old_pack_steps_back_when_the_new_one_cant_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    place = folder(tmp_path / "pack", "old")
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise PermissionError(13, "in use", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PermissionError):
        swap.put_in_place(folder(tmp_path / "new", "new"), place)

    assert word(place) == "old"


@pytest.mark.parametrize("new_arrived", [True, False])
def test_a_crash_between_two_steps_is_mended_by_the_next_build(tmp_path: Path, new_arrived: bool) -> None:
    folder(tmp_path / ".pack-old", "old")
    if new_arrived:
        folder(tmp_path / "pack", "newer")

    swap.put_in_place(folder(tmp_path / "new", "newest"), tmp_path / "pack")

    assert word(tmp_path / "pack") == "newest"
    assert names(tmp_path) == ["pack"]

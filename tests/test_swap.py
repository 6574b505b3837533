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
def test_a_new_pack_takes_the_place_of_the_old_which_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_step: bool
) -> None:
    if not one_step:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    place = folder(tmp_path / "pack", "old")

    old = swap.put_in_place(folder(tmp_path / "new", "new"), place)

    assert word(place) == "new"
    assert old is not None
    assert word(old) == "old"
    assert len(names(tmp_path)) == 2


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


def test_a_crash_before_the_new_pack_arrived_brings_the_old_one_back(tmp_path: Path) -> None:
    folder(tmp_path / ".pack-old", "old")

    assert swap.recover(tmp_path / "pack") is None

    assert word(tmp_path / "pack") == "old"
    assert names(tmp_path) == ["pack"]


def test_a_crash_after_the_new_pack_arrived_leaves_the_old_one_to_put_away(tmp_path: Path) -> None:
    folder(tmp_path / ".pack-old", "old")
    folder(tmp_path / "pack", "newer")

    left = swap.recover(tmp_path / "pack")

    assert left is not None
    assert word(left) == "old"
    assert word(tmp_path / "pack") == "newer"


def test_nothing_is_left_over_where_nothing_went_wrong(tmp_path: Path) -> None:
    assert swap.recover(tmp_path / "pack") is None


def test_a_place_that_another_took_meanwhile_is_left_to_it(tmp_path: Path) -> None:
    place, new = folder(tmp_path / "pack", "theirs"), folder(tmp_path / "new", "ours")

    assert not swap.put_if_free(new, place)

    assert (word(place), word(new)) == ("theirs", "ours")


def test_a_pack_that_another_build_put_there_meanwhile_is_exchanged_like_any_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, new = folder(tmp_path / "pack", "theirs"), folder(tmp_path / "new", "ours")
    real, asked = Path.exists, []

    def exists(self: Path) -> bool:
        # As if it came right after somebody looked.
        asked.append(self)
        return real(self) if len(asked) > 1 else False

    monkeypatch.setattr(Path, "exists", exists)
    old = swap.put_in_place(new, place)

    assert word(place) == "ours"
    assert old is not None
    assert word(old) == "theirs"

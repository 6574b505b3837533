"""What is kept is found whole or not at all, whoever else writes, and whatever happened to the file."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.store import Store, key_of

KEY = key_of("a drawing")


def test_what_was_kept_is_found_and_nothing_else(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "cache"))
    store.put(KEY, b"some bytes")

    assert store.get(KEY) == b"some bytes"
    assert Store(str(tmp_path / "cache")).get(KEY) == b"some bytes"
    assert store.get(key_of("another")) is None


def test_parts_are_not_run_together() -> None:
    assert key_of("ab", "c") != key_of("a", "bc") != key_of("abc")
    assert key_of("ab", "c") == key_of(b"ab", b"c")


@given(at=st.integers(min_value=0), bit=st.integers(min_value=0, max_value=7))
def test_a_damaged_entry_is_found_and_made_again(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("store")
    store = Store(str(folder))
    store.put(KEY, b"the bytes of a drawing")
    (place,) = folder.glob("*/*")
    data = bytearray(place.read_bytes())
    data[at % len(data)] ^= 1 << bit
    place.write_bytes(data)

    assert store.get(KEY) is None
    assert not place.exists()
    store.put(KEY, b"the bytes of a drawing")
    assert store.get(KEY) == b"the bytes of a drawing"


@pytest.mark.parametrize("left", [0, 1, 31, 32, 40])
def test_half_an_entry_is_none(tmp_path: Path, left: int) -> None:
    store = Store(str(tmp_path))
    store.put(KEY, b"the bytes of a drawing")
    (place,) = tmp_path.glob("*/*")
    place.write_bytes(place.read_bytes()[:left])

    assert store.get(KEY) is None


def test_a_folder_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    store = Store(str(tmp_path / "cache"))
    store.put(KEY, b"some bytes")
    store.prune()

    assert store.get(KEY) is None
    assert (tmp_path / "cache").read_text() == "a file where the folder should be"


def test_what_was_kept_longest_ago_goes_first(tmp_path: Path) -> None:
    store = Store(str(tmp_path), most_bytes=250)
    for number in range(4):
        store.put(key_of(str(number)), bytes(68))
        place = tmp_path / key_of(str(number))[:2] / key_of(str(number))[2:]
        os.utime(place, ns=(number, number))
    store.prune()

    assert [store.get(key_of(str(number))) is not None for number in range(4)] == [False, False, True, True]

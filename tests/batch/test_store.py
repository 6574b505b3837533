"""Where packs go: whole or not at all, and a record that never vouches for another pack."""

import contextlib
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem

from builder.batch import store as store_module
from builder.batch.pool import by_processes
from builder.batch.store import CantStoreError, finished, keep, record_name, try_out
from builder.batch.targets import store_at
from tests.batch import quick
from tests.batch.tables import table_in

PACK = "hill/a-lesson-IE.zip"


@pytest.fixture(params=["folder", "file", "fsspec", "memory", "s3"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "s3":
        return str(request.getfixturevalue("bucket"))
    if request.param == "memory":
        MemoryFileSystem.store.clear()
        return "memory://packs"
    return {"folder": "", "file": "file://", "fsspec": "local://"}[request.param] + str(tmp_path / "out")


def test_what_is_kept_is_finished_for_what_it_was_made_from_alone(target: str) -> None:
    store = store_at(target)
    assert not finished(store, PACK, "a")

    keep(store, PACK, "a", b"pack")

    again = store_at(target)
    assert again.read(PACK) == b"pack"
    assert finished(again, PACK, "a")
    assert not finished(again, PACK, "b")


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b"{}", b'{"fingerprint": "a"}', b"\xff", b"3"])
def test_a_damaged_record_counts_for_nothing(target: str, record: bytes) -> None:
    store = store_at(target)
    keep(store, PACK, "a", b"pack")
    store.put(record_name(PACK), record)

    assert not finished(store, PACK, "a")


def test_a_pack_that_was_changed_or_lost_is_not_finished(target: str) -> None:
    store = store_at(target)
    keep(store, PACK, "a", b"pack")
    store.put(PACK, b"puck")
    assert not finished(store, PACK, "a")

    store.put(PACK, b"pack")
    assert finished(store, PACK, "a")

    store.remove(PACK)
    assert not finished(store, PACK, "a")


def test_a_copy_of_the_target_is_as_finished(tmp_path: Path) -> None:
    keep(store_at(str(tmp_path / "one")), PACK, "a", b"pack")
    (tmp_path / "one").rename(tmp_path / "two")
    pack = tmp_path / "two" / PACK
    pack.write_bytes(pack.read_bytes())
    os.utime(pack, (1, 1))

    assert finished(store_at(str(tmp_path / "two")), PACK, "a")


@pytest.mark.parametrize("step", range(1, 4))
def test_a_crash_at_any_step_leaves_no_record_of_another_pack(
    target: str, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_at(target)
    keep(store, PACK, "a", b"pack a")
    steps = 0

    def crashing(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            nonlocal steps
            steps += 1
            if steps == step:
                raise KeyboardInterrupt
            return real(*arguments)

        return call

    monkeypatch.setattr(store, "put", crashing(store.put))
    monkeypatch.setattr(store, "remove", crashing(store.remove))
    with pytest.raises(KeyboardInterrupt):
        keep(store, PACK, "b", b"pack b")

    for mark in "ab":
        if finished(store_at(target), PACK, mark):
            assert store.read(PACK) == f"pack {mark}".encode()
    assert store.read(PACK) in (b"pack a", b"pack b")


def test_a_pack_is_never_seen_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_at(str(tmp_path))
    store.put(PACK, b"old")

    def power_cut(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", power_cut)
    with pytest.raises(KeyboardInterrupt):
        store.put(PACK, b"new")

    assert (tmp_path / PACK).read_bytes() == b"old"
    assert [file.name for file in (tmp_path / "hill").iterdir()] == [Path(PACK).name]


def test_where_objects_are_not_put_whole_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    real = LocalFileSystem.pipe_file

    def pipe_file(self: LocalFileSystem, path: str, value: bytes, **more: object) -> None:
        written.append(Path(path).name)
        real(self, path, value, **more)

    monkeypatch.setattr(LocalFileSystem, "pipe_file", pipe_file)
    store_at(f"local://{tmp_path}/out").put(PACK, b"pack")

    assert written[0].startswith(f".{Path(PACK).name}.new-")
    assert [file.name for file in (tmp_path / "out" / "hill").iterdir()] == [Path(PACK).name]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody can be asked whether a process lives")
def test_what_a_killed_process_left_is_cleared_and_what_a_live_one_writes_is_not(tmp_path: Path) -> None:
    store = store_at(str(tmp_path))
    store.put(PACK, b"pack")
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    ours = vars(store)["_ours"]
    dead, live, other = (
        tmp_path / "hill" / f".{Path(PACK).name}.new-{owner}-0"
        for owner in (f"{ours}{child.pid}", f"{ours}{os.getpid()}", f"another-machine-{child.pid}")
    )
    for file in (dead, live, other):
        file.write_bytes(b"half")

    store.tidy("hill")

    assert [file.exists() for file in (dead, live, other)] == [False, True, True]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_the_disk_refuses_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    store = store_at(str(tmp_path))
    store.put(PACK, b"old")

    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(CantStoreError) as raised:
        store.put(PACK, b"new")

    assert os.strerror(code) in raised.value.message
    assert "\n" not in raised.value.message
    assert raised.value.for_all == (code != errno.EACCES)
    assert store.read(PACK) == b"old"
    assert [file.name for file in (tmp_path / "hill").iterdir()] == [Path(PACK).name]


def test_a_target_that_is_a_file_is_told_before_anything_is_built(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")

    with pytest.raises(CantStoreError, match="out"):
        try_out(store_at(str(tmp_path / "out")))


def test_a_bucket_that_is_not_there_is_told_before_anything_is_built(bucket: str) -> None:
    with pytest.raises(CantStoreError, match="bucket does not exist") as raised:
        try_out(store_at(bucket.replace("packs-", "lost-")))

    assert "\n" not in raised.value.message


def test_a_batch_into_a_bucket_ends_in_the_same_packs_and_goes_on_where_it_was(
    bucket: str, tmp_path: Path
) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(4)))
    order = replace(quick.order_of(tmp_path), target=bucket)
    expected = quick.expected(table, tmp_path)

    def states() -> list[str]:
        with contextlib.closing(by_processes(order, quick.tasks_of(table), 2, quick.Quick)) as outcomes:
            return sorted(outcome.state for outcome in outcomes)

    assert states() == ["made"] * 4
    store = store_at(bucket)
    assert {name: store.read(name) for name in expected} == expected

    lost = next(iter(expected))
    store.remove(lost)
    assert states() == ["made", *["there"] * 3]
    assert store.read(lost) == expected[lost]


def test_a_kind_of_store_that_nothing_here_knows_is_told() -> None:
    with pytest.raises(CantStoreError, match="gopher"):
        store_at("gopher://hole/packs")


def test_a_store_that_breaks_in_its_own_way_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("the bucket\nis gone")

    store = store_at("memory://packs")
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", refuse)
    with pytest.raises(CantStoreError) as raised:
        store.put(PACK, b"pack")

    assert "the bucket is gone" in raised.value.message


def test_a_path_of_windows_is_a_folder() -> None:
    assert isinstance(store_at("C://packs"), store_module.Folder)

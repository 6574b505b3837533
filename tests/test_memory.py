"""Memory: made once of the same things, anew of others."""

from builder.memory import FORGETFUL, Memory


def test_the_same_things_are_made_once() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    memory = Memory()

    assert [memory.once("a", (1, "x"), make) for _ in range(3)] == [0, 0, 0]
    assert memory.holds("a", (1, "x"))
    assert not memory.holds("a", (2, "x"))
    assert memory.once("a", (2, "x"), make) == 1
    # Only the last is kept, so that a long day of edits fits into memory.
    assert memory.once("a", (1, "x"), make) == 2


def test_parts_know_nothing_of_one_another() -> None:
    memory = Memory()
    memory.part("one").once("a", (), lambda: 1)

    assert memory.part("one").holds("a", ())
    assert not memory.part("two").holds("a", ())


def test_a_single_run_keeps_nothing() -> None:
    made: list[int] = []
    for _ in range(2):
        FORGETFUL.part("x").once("a", (), lambda: made.append(1))

    assert made == [1, 1]
    assert not FORGETFUL.part("x").holds("a", ())

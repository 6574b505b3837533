from builder.diagnostics import Mark, any_error, did_you_mean, error, in_order, needs_person, warning

HERE = Mark("a.yaml", 3, 5)
LATER = Mark("a.yaml", 9, 1)


def test_a_mark_reads_as_editors_write_places() -> None:
    assert str(HERE) == "a.yaml:3:5"


def test_in_order_sorts_by_place_and_says_each_once() -> None:
    late, early = error(LATER, "x/late", "Late."), warning(HERE, "x/early", "Early.")

    assert in_order([late, early, late]) == [early, late]


def test_only_errors_stop_a_pack() -> None:
    assert not any_error([warning(HERE, "x/w", "W."), needs_person(HERE, "x/p", "P.")])
    assert any_error([error(HERE, "x/e", "E.")])


def test_did_you_mean_offers_the_nearest_words() -> None:
    assert did_you_mean("objektives", ["objectives", "minutes"]) == "Did you mean “objectives”?"


def test_did_you_mean_lists_all_words_where_none_is_near() -> None:
    assert did_you_mean("zzz", ["minutes", "title"]) == "Known here: minutes, title."
    assert did_you_mean("zzz", []) == ""

"""Single parts of a file are changed, and every other line stays as its author wrote it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.source import Data, Source, read_text
from builder.source.writing import as_yaml, with_block, with_changed_item, with_item, without_item

FILE = """\
# What we changed.
author: Jo Bell

changes:
  # Shorter, for our pupils.
  - at: title
    replace: Ours
  - at: subtitle
    remove: "yes"

# Signed last term.
review:
  name: Sam Reid
"""


def read(text: str) -> Source:
    source, said = read_text(text.encode(), "changes.yaml")
    assert source is not None, said
    return source


def test_an_item_is_added_behind_the_last() -> None:
    made = with_item(FILE, read(FILE), "changes", {"at": "summary", "replace": "Short."})

    assert read(made).data["changes"][2] == {"at": "summary", "replace": "Short."}  # type: ignore[index, call-overload]
    assert made.replace("  - at: summary\n    replace: Short.\n", "") == FILE


def test_a_new_list_stands_before_what_follows_it() -> None:
    text = "author: Jo Bell\nreview:\n  name: Sam Reid\n"

    made = with_item(text, read(text), "changes", {"at": "title"}, ("review",))

    assert made == "author: Jo Bell\nchanges:\n  - at: title\nreview:\n  name: Sam Reid\n"


def test_an_item_taken_out_is_given_back() -> None:
    rest, taken = without_item(FILE, read(FILE), "changes", 0)

    assert taken == "  - at: title\n    replace: Ours\n"
    assert read(rest).data["changes"] == [{"at": "subtitle", "remove": "yes"}]  # type: ignore[index, call-overload]
    assert "# Shorter, for our pupils." in rest
    assert "# Signed last term." in rest


def test_with_its_last_item_the_list_goes() -> None:
    text = "author: Jo Bell\nchanges:\n  - at: title\n    replace: Ours\n"

    rest, _ = without_item(text, read(text), "changes", 0)

    assert rest == "author: Jo Bell\n"


def test_an_item_is_written_anew_with_its_remarks() -> None:
    text = FILE.replace("    replace: Ours\n", "    # the head wants this\n    replace: Ours\n")

    made = with_changed_item(text, read(text), "changes", 0, {"at": "title", "replace": "Theirs"})

    assert "# the head wants this" in made
    assert read(made).data["changes"][0] == {"at": "title", "replace": "Theirs"}  # type: ignore[index, call-overload]


@pytest.mark.parametrize("name", ["author", "review", "new"])
def test_a_part_is_put_in_place_of_the_old_one(name: str) -> None:
    made = with_block(FILE, read(FILE), name, {"name": "Ada"})

    before, after = read(FILE).data, read(made).data
    assert isinstance(before, dict)
    assert after == before | {name: {"name": "Ada"}}
    assert all(line in made for line in FILE.splitlines() if line.startswith("#"))


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), max_size=40
)
texts = words.map(lambda text: " ".join(text.split()))
data = st.recursive(
    texts.filter(bool),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(data)
def test_what_is_written_is_read_back(value: Data) -> None:
    source, said = read_text(as_yaml({"value": value}).encode(), "any.yaml")

    assert source is not None, said
    assert source.data == {"value": value}

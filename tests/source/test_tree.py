"""A file as a tree keeps its places, and its fingerprint is of the words alone."""

from builder.source import Source, read_text
from builder.source.tree import fingerprint, source_of, tree_of

TEXT = """\
title: A lesson
activities:
  - id: first
    say: [One., Two.]
"""


def read(text: str) -> Source:
    source, said = read_text(text.encode(), "lesson.yaml")
    assert source is not None, said
    return source


def test_a_file_comes_back_from_its_tree() -> None:
    source = read(TEXT)

    again = source_of(tree_of(source), source.file)

    assert again.data == source.data
    assert dict(again.marks) == dict(source.marks)
    assert dict(again.keys) == dict(source.keys)


def test_a_fingerprint_is_of_the_words_and_not_of_how_they_are_laid_out() -> None:
    folded = read("title: >-\n  A\n  lesson\nactivities:\n- {say: [One., Two.], id: first}\n")

    assert fingerprint(folded.data) == fingerprint(read(TEXT).data)
    assert fingerprint(read("a: one").data) != fingerprint(read("a: two").data)
    assert fingerprint(read("a: [one, two]").data) != fingerprint(read("a: [two, one]").data)

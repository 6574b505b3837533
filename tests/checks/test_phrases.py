"""Sentences as patterns expect them, and patterns as people write them."""

import re

import pytest

from builder.words.cues import CueReader
from builder.words.phrases import compiled, expand, plain, sentences, words_of

GROUPS = {
    "picture": "pictures?|photos?",
    "it": "it|(?:(?:the|a) )*{picture}",
    "few": r"(?:[\w'-]+ ){0,3}",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s  “gone”\u00a0— you’ll see", 'it\'s "gone" - you will see'),
        ("Stop [[replying]].", "stop replying."),
        ("They’re here; I’m not, we’ve gone", "they are here; i am not, we have gone"),
        ("so\u00adft\u200bly", "softly"),
        ("  ", ""),
        ("It is *your* _own fault_ `now` ~~again~~", "it is your own fault now again"),
        ("your … own fault, your ... own", "your own fault, your own"),
        ("own_fault", "own fault"),
        ("It was so… Then it ended.", "it was so... then it ended."),
        ("ｙｏｕｒ fault", "your fault"),
        (
            "You shouldve, u should of; theyre ur friends",
            "you should have, you should have; they are your friends",
        ),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_sentences_know_what_follows() -> None:
    found = sentences("Myth: nobody helps. Fact: they do! “Really?” Yes")

    assert [s.low for s in found] == ["myth: nobody helps.", "fact: they do!", '"really?', "yes"]
    assert [s.following for s in found] == ["fact: they do!", '"really?', "yes", ""]
    assert sentences("") == []


def test_sentences_know_what_stands_in_quotation_marks() -> None:
    (one,) = sentences("Don’t say “it’s gone”, or 'it's over' to pupils' friends.")

    assert [one.low[start:end] for start, end in one.quoted] == ['"it\'s gone"', "'it's over'"]
    assert one.quotation(one.low.index("gone")) == one.low.index('"')
    assert one.quotation(0) is None
    assert [s.quoted for s in sentences("“One. Two.” Three.")] == [((0, 11),), ((-6, 5),), ()]


@pytest.mark.parametrize(
    ("pattern", "text", "finds"),
    [
        ("send {it}", "send the picture", True),
        ("send {it}", "send the postcard", False),
        ("don't pay", "dont pay", True),
        ("pay", "repay it", False),
        ("pay", "payment", False),
        ("^delete it", "delete it now", True),
        ("^delete it", 'they say "delete it"', True),
        ("^delete it", "step one: delete it", True),
        ("^delete it", "never delete it", False),
        ("^delete it", "you are scared, delete it", True),
        ("too late$", "it is too late.", True),
        ("too late$", "it is too late to", False),
        ("[^.;!?]{0,5}x", "ab x", True),
    ],
)
def test_patterns(pattern: str, text: str, finds: bool) -> None:
    assert bool(compiled([pattern], GROUPS).search(text)) is finds


def test_an_unknown_word_group_is_our_fault() -> None:
    with pytest.raises(KeyError):
        expand("send {pictuer}", GROUPS)
    with pytest.raises(KeyError):
        CueReader(GROUPS).cues("send {pictuer}")


@pytest.mark.parametrize(
    ("pattern", "cues"),
    [
        ("stays? online", {"online"}),
        ("(?:police|teachers?) never", {"never"}),
        ("stays?(?: there| up)?(?! for)", {"stay", "stays"}),
        ("tells?(?: all){0,3}", {"tell", "tells"}),
        ("tell(?:[a-z])? nothing", {"nothing"}),
        ("{it} {few}goes", {"goes"}),
        ("(?:one|two) (?:apple )?[^.]{0,9} pears", {"pears"}),
        ("don't pay", {"don't", "dont"}),
        ("can't|cannot", {"can't", "cant", "cannot"}),
        ("self[- ]?harm", {"self", "harm", "selfharm"}),
    ],
)
def test_cues_are_the_rarest_words_that_are_certain(pattern: str, cues: set[str]) -> None:
    found = CueReader(GROUPS).cues(pattern)

    assert found
    assert frozenset().union(*(first for first, *_ in found)) <= cues


def test_further_cues_are_certain_too() -> None:
    several, one = CueReader(GROUPS).cues("never tell (?:mum|dad)|quiet")

    assert {*several} == {frozenset({"never"}), frozenset({"tell"}), frozenset({"mum", "dad"})}
    assert one == (frozenset({"quiet"}),)


@pytest.mark.parametrize("pattern", [r"suicid\w*", "x?y?", "(?:maybe )?", "[^.]{0,5}"])
def test_where_nothing_is_certain_there_is_no_cue(pattern: str) -> None:
    assert CueReader(GROUPS).cues(pattern) == ()


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(?:delete|erase) {few}chats?", "please erase all of the chats"),
        ("self[- ]?harm", "about self-harm"),
        ("don't pay", "and 'don't pay' they say"),
        ("blackmailer", "the blackmailer's words"),
        ("{it} {few}goes", "it just goes"),
    ],
)
def test_a_cue_stands_wherever_its_pattern_finds_something(pattern: str, text: str) -> None:
    assert re.search(expand(pattern, GROUPS), text)
    words = words_of(text)
    assert any(all(cues & words for cues in sets) for sets in CueReader(GROUPS).cues(pattern))

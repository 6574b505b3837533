"""A person, a school, a street or a home town, named: told by capitals and by the words around them."""

import re
from collections.abc import Iterator, Set

from builder.checks.capitals import NOBODY
from builder.checks.found import Found, Kind

PERSON = Kind(
    "a person’s name beside a place or an age",
    "Use a first name that is nobody’s, and leave the school and the town out.",
)
SCHOOL = Kind(
    "the name of a school",
    "Leave the school out: “goes to school” says enough.",
)
STREET = Kind("a street where somebody lives", "Leave the street out: “at home” says enough.")
TOWN = Kind("the town that somebody comes from", "Leave the town out; the story works anywhere.")

_CAP = r"[A-ZÀ-ÞĀŌŁŚŽ][a-zß-ÿāēīōūłśž’'-]*[a-zß-ÿāēīōūłśž]"
# A name beside a place has a second capital; most sentences have one alone.
_CAPITAL_INSIDE = re.compile(r"\W[A-ZÀ-ÞĀŌŁŚŽ]")
_SAINT = rf"(?:St\.?|Saint|Our Lady(?: of)?|Holy|Sacred|Christ|King|Queen) {_CAP}(?:[’']s|s[’'])?"
_WORD = rf"{_CAP}(?:[’']s)?"
_NAME = rf"(?P<name>{_CAP}(?: [A-Z]\.)? (?:(?:Mc|Mac|O[’']|De|Van|Di) ?)?{_CAP}(?:-{_CAP})?)"
_PLACE = (
    rf"(?P<place>{_CAP}(?:[ -](?:upon|on|in|le|under|of)[ -](?:the[ -])?{_CAP}|[ -]{_CAP}){{0,2}})(?![\w’'-])"
)

_SCHOOL = re.compile(
    rf"\b(?P<place>(?:{_SAINT}|{_WORD})(?: (?:of|and|the|C\.?E\.?|RC|Girls[’']|Boys[’']|{_WORD})){{0,6}}?"
    r" (?:Schools?|Academy|College|Sixth Form|NS))\b"
)
_SHORT_SCHOOL = re.compile(
    rf"\b(?:at|to|of|for|from|attends|attended|attending|joined|left) "
    rf"(?P<place>(?:{_SAINT}|{_WORD})(?: {_WORD}){{0,2}}? "
    r"(?:High|Primary|Grammar|Secondary|Elementary|Middle|Comp|Prep|Juniors|Infants))\b(?! [A-Z])"
)
_SAINT_ALONE = re.compile(
    rf"\b(?:at|to|attends|attended|attending|joined|left) "
    rf"(?P<place>(?:St\.?|Saint) {_CAP}(?:[’']s|s[’']))(?! [A-Z])"
)
_AT_SCHOOL = re.compile(
    rf"\b(?:attend(?:s|ed|ing)?|(?:pupil|student|teacher|head)s? at|[Yy]ear \d+ at|class at) {_PLACE}"
)
_OTHER_SCHOOL = re.compile(
    rf"\b(?P<place>(?:Scoil|Gaelscoil|Gaelcholáiste|Coláiste|Ysgol|Kura) (?:\w+ )?{_CAP}(?: {_CAP})*)"
)
_ROADS = (
    r"(?:Road|Street|Avenue|Lane|Close|Drive|Way|Crescent|Terrace|Court|Place|Grove|Gardens|Square|Rise|Row|Boulevard"
    r"|Rd|St|Ave|Ln|Dr|Blvd|Cres)\b"
)
_STREETS = (
    re.compile(rf"(?<![\w.])(?P<place>\d{{1,4}}[a-zA-Z]?,? (?:{_CAP} ){{1,3}}{_ROADS})"),
    re.compile(
        r"\b(?:liv(?:es?|ed|ing)|home|house|flat|stay(?:s|ed|ing)|address|moved)(?: is| was)? "
        r"(?:on|in|at|near|to|off) "
        rf"(?P<place>(?!High Street)(?:{_CAP} ){{1,3}}{_ROADS})"
    ),
)
_OF_AGE = r"(?: ?\(\d{1,2}\)|,? (?:aged |age )?\d{1,2},?| in Year \d+,?|,? who is \d{1,2},?)?"
_FOLK = (
    r"(?:boy|girl|teen(?:ager)?|pupil|student|child|lad|lass|friend|man|woman|person|kid|brother|sister|cousin|family"
    r"|couple|someone|somebody|player|gamer|year-old|\d{2}yo)"
)
_TOWNS = (
    re.compile(rf"\b(?i:{_FOLK}){_OF_AGE},? (?:who (?:is|was|comes|came) )?from {_PLACE}"),
    re.compile(
        rf"\b(?:[Hh]e|[Ss]he|[Ww]e|I|who|(?P<who>{_CAP})) (?:is|was|are|were|am|comes?|came) "
        rf"(?:also |really )?from {_PLACE}"
    ),
    re.compile(rf"\b(?:I[’']m|[Hh]e[’']s|[Ss]he[’']s|[Ww]e[’']re) from {_PLACE}"),
    re.compile(
        r"(?:^|[.!?:;,“\"]\s*|\b(?:called|named|and|when|that|because|if|[Mm]et|[Mm]eet) )"
        rf"(?P<who>{_CAP}){_OF_AGE}(?:,? from |, of ){_PLACE}"
    ),
    re.compile(
        r"\b(?:[Ll]iv(?:es?|ed|ing)|grew up|grows up|born|raised|[Mm]oved(?: house| home| here| away)?|based)"
        rf"(?: just| right| close)? (?:in|to|near|outside) {_PLACE}"
    ),
    re.compile(rf"\b[Ii]n {_PLACE}, (?:an?|one|the|some|two|three) (?:\w+ )?{_FOLK}\b"),
)
_TOWN_OF = re.compile(rf"\b(?:town|city|village|suburb) of {_PLACE}")
_PERSON_AT = re.compile(
    rf"\b{_NAME}{_OF_AGE}(?:,? who (?:is|lives|comes|goes))? (?:of|from|in|near|at) {_PLACE}"
)
_PERSON_BRACKET = re.compile(rf"\b{_NAME} ?\((?:\d{{1,2}}, )?{_PLACE}\)")
_PERSON_AGED = re.compile(
    rf"\b{_NAME}(?:, (?:aged )?| \(|,? aged )\d{{1,2}}"
    r"(?=[,.;:)!?]|$| (?:from|of|in|who|and|is|was|got|had|said|told)\b)"
)
# “New Brighton” may be a town, and “Year Ten” is none.
_BEFORE_TOWNS = frozenset({"new", "north", "south", "east", "west", "great", "little", "old", "big", "st"})


def found_in(text: str, names: Set[str]) -> Iterator[Found]:
    """`names` are words out of the names of services and countries, in small letters."""
    if not _CAPITAL_INSIDE.search(text):
        return
    yield from _schools(text, names)
    for pattern in _STREETS:
        for match in pattern.finditer(text):
            if _telling(match["place"].rsplit(" ", 1)[0], names):
                yield _place(STREET, match)
    for pattern in (_PERSON_AT, _PERSON_BRACKET):
        for match in pattern.finditer(text):
            if _is_person(match["name"], names) and _telling(match["place"], names):
                yield Found(PERSON, match[0], match.start(), match.end())
    for match in _PERSON_AGED.finditer(text):
        if _is_person(match["name"], names):
            yield Found(PERSON, match[0].rstrip(" ,("), match.start(), match.end())
    for pattern in (*_TOWNS, _TOWN_OF):
        for match in pattern.finditer(text):
            who = match.groupdict().get("who")
            whose = match["place"].endswith(("’s", "'s"))
            if not whose and _town(match["place"], names) and (who is None or not _ordinary(who, names)):
                yield _place(TOWN, match)


def _schools(text: str, names: Set[str]) -> Iterator[Found]:
    for pattern in (_SCHOOL, _SHORT_SCHOOL):
        for match in pattern.finditer(text):
            # “Every Primary School” and “Tell School” name none.
            if _telling(match["place"], names):
                yield _place(SCHOOL, match)
    for match in _AT_SCHOOL.finditer(text):
        if _town(match["place"], names):
            yield _place(SCHOOL, match)
    for pattern in (_SAINT_ALONE, _OTHER_SCHOOL):
        for match in pattern.finditer(text):
            yield _place(SCHOOL, match)


def _ordinary(word: str, names: Set[str]) -> bool:
    plain = re.sub(r"[’']s?$", "", word).casefold()
    return plain in NOBODY or plain in names or f"{plain}s" in names


def _telling(words: str, names: Set[str]) -> bool:
    """Whether a capitalised word among them could be the name of a place."""
    return any(not _ordinary(word, names) for word in re.findall(_WORD, words))


def _town(words: str, names: Set[str]) -> bool:
    first = re.split(r"[ -]", words)[0]
    before = first.casefold() in _BEFORE_TOWNS
    return _telling(words, names) and (before or not _ordinary(first, names))


def _is_person(name: str, names: Set[str]) -> bool:
    return not any(_ordinary(word, names) for word in re.findall(_WORD, name))


def _place(kind: Kind, match: re.Match[str]) -> Found:
    return Found(kind, match["place"], match.start("place"), match.end("place"))

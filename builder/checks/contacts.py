"""Ways to reach or look up a person: numbers, e-mail, accounts, profiles, postcodes, birthdays."""

import re
from collections.abc import Iterator, Set

from builder.checks.found import Found, Kind

PHONE = Kind(
    "a phone number",
    "Leave it out: “he rang her” says enough. Numbers of help lines belong in the help directory.",
)
MAIL = Kind("an e-mail address", "Leave it out: “they wrote to her” says enough.")
ACCOUNT = Kind("the name of an account", "Say “an account that nobody knew”, without its name.")
PROFILE = Kind("a link to a profile", "Leave the link out: “a profile” says enough.")
POSTCODE = Kind("a postcode", "Leave out where somebody lives; the story works anywhere.")
BIRTHDAY = Kind("a date of birth", "Give an age, such as “thirteen”, and no date.")

NUMBER = re.compile(r"(?<![\w£$€])\+?\(?\d(?:[\s().–/-]{0,3}\d){2,}")
# Every form below has one of these in it, and most sentences have none.
_SIGN = re.compile(r"[\d@/_#]")
_ENOUGH_FIGURES = 7
_ENOUGH_TO_DIAL = 9
_DIALLED = re.compile(r"[+0]|\(0")
_SEVEN_FIGURES = ("US", "CA")
_LOCAL = re.compile(r"\d{3}[-.]\d{4}")
_MAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_HANDLE = re.compile(
    r"(?<![\w@.])@(?!(?:everyone|here|all|someone|username|name)\b)\w[\w.]+\w", re.IGNORECASE
)
_APPS = (
    r"snap(?:chat)?|insta(?:gram)?|tiktok|discord|kik|roblox|xbox|steam|twitch|telegram|gamer ?tag|user ?name"
)
_ACCOUNT = re.compile(
    rf"\b(?:{_APPS})(?: (?:name|account|handle|id|tag))?(?:\s*:|,? is| was) *[“\"'‘]?"
    r"(?P<name>(?=\w*[a-z])(?=[\w.#-]*[\d_#])\w[\w.#-]{2,}\w)",
    re.IGNORECASE,
)
_HOSTS = (
    r"instagram\.com|tiktok\.com|snapchat\.com|facebook\.com|fb\.com|x\.com|twitter\.com|youtube\.com|twitch\.tv"
    r"|discord\.gg|discord\.com|t\.me|wa\.me|linkedin\.com|threads\.net|bsky\.app|reddit\.com|pinterest\.com"
    r"|tumblr\.com|steamcommunity\.com|roblox\.com|kik\.me|vsco\.co|ask\.fm"
)
_PAGES = (
    "help|safety|support|report|privacy|settings|policies|legal|about|terms|hacked|guidelines|watch|business"
)
_PROFILE = re.compile(
    rf"(?<![\w.-])(?:https?://)?(?:www\.|m\.)?(?P<host>{_HOSTS})/(?!(?:{_PAGES})\b)@?\w(?:[\w./~@-]*\w)?",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)

_UK_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX"
    "|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE"
    "|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ"
    "|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_US_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK"
    "|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC"
)
_NZ_TOWNS = (
    "Auckland|Wellington|Christchurch|Hamilton|Tauranga|Dunedin|Napier|Hastings|Nelson|Rotorua|Whangārei|Whangarei"
    "|Invercargill|Gisborne|Timaru|Palmerston North|New Plymouth"
)
_POSTCODES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_UK_AREAS})\d[\dA-Z]? ?\d[ABD-HJLNP-UW-Z]{{2}}\b",
        rf"\b(?i:{_UK_AREAS})\d[\da-z]? \d(?!st|nd|rd|th)(?i:[abd-hjlnp-uw-z]{{2}})\b",
        r"\b[AC-FHKNPRTV-Y]\d[\dW] ?(?=\d*[A-Z])[\dAC-FHKNPRTV-Y]{4}\b",
        r"\b(?i:[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d)\b",
        rf"\b(?:{_US_STATES})\.? \d{{5}}(?:-\d{{4}})?\b",
        r"\b[A-Z][a-z]+, [A-Z][a-z]+(?: [A-Z][a-z]+)? \d{5}(?:-\d{4})?\b",
        r"(?<![\d-])\d{5}-\d{4}(?![\d-])",
        r"\b(?:NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|NT|ACT) \d{4}\b",
        rf"\b(?:{_NZ_TOWNS}) (?!19|20)\d{{4}}\b",
        r"\b(?i:post ?code|zip(?: ?code)?|eircode)(?: is| was)?:? "
        r"(?=[A-Za-z]*\d)[A-Za-z\d]{3,5}(?: \d[A-Za-z]{2})?\b",
    )
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|{_MONTH},? \d{{4}}"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d{{2}})|\d{{4}}-\d\d-\d\d)"
)
_BIRTHDAY = re.compile(
    rf"\b(?:born|birthdays?|birth ?date|date of birth|d\.?o\.?b\.?)(?=\W)[^.;!?\d]{{0,30}}?\b{_DATE}"
    rf"|\b{_DATE}[^.;!?\d]{{0,15}}\b(?:is|was) (?:\w+[’']s|his|her|their|my) (?:\d+\w\w )?birthday",
    re.IGNORECASE,
)


def found_in(text: str, country: str, figures: Set[str], hosts: Set[str]) -> Iterator[Found]:
    """`figures` and `hosts` are those of services, which anybody may ring or look up."""
    if not _SIGN.search(text):
        return
    yield from _phones(text, country.split("-")[0], figures)
    for match in _MAIL.finditer(text):
        if not _listed(match["host"], hosts):
            yield _of(MAIL, match)
    for match in _PROFILE.finditer(text):
        yield _of(PROFILE, match)
    for match in _HANDLE.finditer(text):
        yield _of(ACCOUNT, match)
    for match in _ACCOUNT.finditer(text):
        yield Found(ACCOUNT, match["name"], match.start("name"), match.end("name"))
    for pattern in _POSTCODES:
        for match in pattern.finditer(text):
            yield _of(POSTCODE, match)
    for match in _BIRTHDAY.finditer(text):
        yield _of(BIRTHDAY, match)


def hosts_in(text: str) -> set[str]:
    """The hosts of web and e-mail addresses, in small letters."""
    written = [*_HOST.findall(text), *(match["host"] for match in _MAIL.finditer(text))]
    return {host.lower().removeprefix("www.") for host in written}


def _listed(host: str, hosts: Set[str]) -> bool:
    return host.lower().removeprefix("www.").rstrip(".") in hosts


def _phones(text: str, region: str, figures: Set[str]) -> Iterator[Found]:
    if not any(len(_figures(number)) >= _ENOUGH_FIGURES for number in NUMBER.findall(text)):
        return
    # Only here: the numbering plans of all countries take a moment to load.
    from phonenumbers import Leniency, PhoneNumberMatcher

    valid = [(m.raw_string, m.start, m.end) for m in PhoneNumberMatcher(text, region, Leniency.VALID)]
    # Numbers kept free for films and books are not valid, but a pupil would ring them as well.
    possible = [
        (m.raw_string, m.start, m.end)
        for m in PhoneNumberMatcher(text, region, Leniency.POSSIBLE)
        if _would_be_dialled(m.raw_string, region)
    ]
    for written, start, end in (*valid, *possible):
        money = text[:start].rstrip().endswith(("£", "$", "€"))
        if len(_figures(written)) >= _ENOUGH_FIGURES and _figures(written) not in figures and not money:
            yield Found(PHONE, written, start, end)


def _would_be_dialled(number: str, region: str) -> bool:
    if region in _SEVEN_FIGURES and _LOCAL.fullmatch(number):
        return True
    return bool(_DIALLED.match(number)) and len(_figures(number)) >= _ENOUGH_TO_DIAL


def _figures(number: str) -> str:
    return re.sub(r"\D", "", number)


def _of(kind: Kind, match: re.Match[str]) -> Found:
    return Found(kind, match[0], match.start(), match.end())

"""What verifying finds: one line a fault, in words, and a short name of its kind for programs."""

from dataclasses import dataclass
from enum import StrEnum

from builder.sealed import Differs


class Kind(StrEnum):
    """What sort of difference a finding is; only the last two mean that nothing could be compared."""

    CHANGED = "changed"
    ADDED = "added"
    MISSING = "missing"
    LINK = "link"
    NAME = "name"
    SUMS = "sums"
    ZIP = "zip"
    MANIFEST = "manifest"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    NOT_A_PACK = "not-a-pack"


@dataclass(frozen=True, slots=True)
class Finding:
    """A file, what is the matter with it in a whole sentence that names it, and what to try."""

    file: str
    kind: Kind
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked (“release”, “folder”, “zip” or nothing), how many files, and what was found."""

    path: str
    what: str
    files: int = 0
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        return not self.findings

    @property
    def trouble(self) -> bool:
        return any(one.kind in (Kind.UNREADABLE, Kind.NOT_A_PACK) for one in self.findings)


@dataclass(frozen=True, slots=True)
class Said:
    """How a kind of place speaks of its files: what was done with them once, and what to try."""

    as_it: str
    changed: str
    added: str
    missing: str


PACK = Said(
    "built",
    "If you changed it, it is yours to keep; if nobody did, unpack the zip again.",
    "If it is yours, there is nothing to do.",
    "Unpack the zip again.",
)
RELEASE = Said(
    "released",
    "Don't use it. Download it again; if it stays so, ask whoever published it.",
    "Don't use it before you know where it comes from.",
    "Download the release again.",
)


def of_file(name: str, how: Differs, said: Said) -> Finding:
    """A file of a folder that differs."""
    file = shown(name)
    match how:
        case Differs.CHANGED:
            return Finding(file, Kind.CHANGED, f"{file} is not as it was {said.as_it}.", f"{said.changed}")
        case Differs.ADDED:
            return Finding(file, Kind.ADDED, f"{file} was not there when this was {said.as_it}.", said.added)
        case Differs.MISSING:
            return Finding(file, Kind.MISSING, f"{file} is missing.", said.missing)
        case Differs.LINK:
            return Finding(
                file,
                Kind.LINK,
                f"{file} is a link that leads somewhere else, and no file that was {said.as_it}.",
                "Delete the link, then put the file itself there.",
            )
        case Differs.UNREADABLE:
            return Finding(file, Kind.UNREADABLE, f"{file} can't be read.", "Check that you may read it.")


def shown(name: str) -> str:
    """A name on one line: a stranger's file may be called anything."""
    return "".join(sign if sign.isprintable() else "�" for sign in name)


def leads_out(name: str) -> bool:
    """Whether a name could lead out of the folder in which it is unpacked, on any system."""
    parts = name.split("/")
    return "" in parts or "." in parts or ".." in parts or any(sign in name for sign in "\\:\0")

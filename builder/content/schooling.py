"""A school's folder: `school.yaml` read, its pictures cleaned, and its help laid into the country's."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path

from builder.content.help import HelpDirectory
from builder.content.pictures import PictureFile, clean
from builder.content.school import FILE, SIDE_PX, Contact, School
from builder.content.shelves import Shelf, countries
from builder.content.validate import validate
from builder.diagnostics import Address, Diagnostic, Mark, did_you_mean, error
from builder.memory import FORGETFUL, Memory
from builder.source import Data, Source, read_text
from builder.source.tree import Node, node_of, source_of, tree_of

RULES: dict[str, str] = {
    "school/lead": "A school's pack says who keeps its pupils safe and how to reach them.",
    "school/country": "The school's country has a help directory.",
    "school/local-help": "A local service has a name of its own and a way to reach it.",
    "school/picture": "A school's picture is a PNG or JPEG in its folder.",
}
WAYS = ("phone", "text", "chat", "address", "link")
TOOLS_OWN = re.compile(r"in-trouble|(?:law|good-to-know)-\d+")
"""Names that “help-lines” gives to lines without one."""
OF_SCHOOL = "our-school"
"""The source of what a school says about itself."""


@dataclass(frozen=True, slots=True)
class Own:
    """What `school.yaml` says, where it says it, and its pictures by file name."""

    model: School
    source: Source
    name: str = FILE
    sha256: str = ""
    pictures: dict[str, PictureFile] = field(default_factory=dict)

    def mark(self, *address: str | int) -> Mark:
        return self.source.mark(address)


def read_school(shelf: Shelf, memory: Memory = FORGETFUL) -> tuple[Own | None, list[Diagnostic]]:
    """The school of the folder, and what must be put right in it; None without a `school.yaml`."""
    file = shelf.root / FILE
    if not file.is_file():
        return None, []
    return school_from(file.read_bytes(), shelf.shown + FILE, partial(_in_folder, shelf.root), memory)


def school_from(
    raw: bytes, shown: str, picture: Callable[[str], bytes], memory: Memory = FORGETFUL
) -> tuple[Own | None, list[Diagnostic]]:
    """The school of a `school.yaml` that stands anywhere; `picture` gives a picture file by its name.

    `picture` may raise ValueError, in words that go on from “it can't be used”, and OSError.
    """
    source, said = read_text(raw, shown)
    if source is None:
        return None, said
    model, further = validate(School, source)
    said += further
    if model is None:
        return None, said
    said += faults_of(model, source)
    pictures = dict(_pictures(model, source, picture, said, memory))
    return Own(model, source, FILE, hashlib.sha256(raw).hexdigest(), pictures), said


def faults_of(school: School, source: Source) -> Iterator[Diagnostic]:
    """What is wrong with a school although every line of it can be read."""
    if school.country not in countries():
        yield error(
            source.mark(("country",)),
            "school/country",
            f"There is no help directory for “{school.country}”.",
            "",
            did_you_mean(school.country, countries()),
            ("country",),
        )
    for at, person in _people(school):
        if not (person.room or person.phone or person.email):
            yield error(
                source.mark(at),
                "school/lead",
                f"Nothing says where or how pupils reach {person.name}.",
                "A name that nobody can find is an empty promise.",
                "Give a “room”, a “phone” or an “email”; a room is what pupils use most.",
                at,
            )
    for number, service in enumerate(school.local_help):
        if not any(getattr(service, way) for way in WAYS):
            yield error(
                source.mark(("local_help", number)),
                "school/local-help",
                f"{service.name} has no way to reach it.",
                "",
                "Give it a “phone”, “text”, “chat”, “address” or “link”.",
                ("local_help", number),
            )


def _people(school: School) -> Iterator[tuple[Address, Contact]]:
    yield ("lead",), school.lead
    for number, deputy in enumerate(school.deputies):
        yield ("deputies", number), deputy


def _pictures(
    school: School,
    source: Source,
    picture: Callable[[str], bytes],
    said: list[Diagnostic],
    memory: Memory,
) -> Iterator[tuple[str, PictureFile]]:
    wanted: list[tuple[Address, str]] = [((*at, "photo"), p.photo) for at, p in _people(school) if p.photo]
    if school.logo:
        wanted.append((("logo",), school.logo))
    for at, name in wanted:
        try:
            raw = picture(name)
            cleaned = memory.once(("school picture", name), (raw,), partial(clean, raw, SIDE_PX))
        except (OSError, ValueError) as fault:
            hint = "Save it as a PNG or JPEG in the folder in which school.yaml stands."
            said.append(
                error(source.mark(at), "school/picture", f"“{name}” can't be used: {fault}.", "", hint, at)
            )
        else:
            yield name, cleaned


def _in_folder(folder: Traversable, name: str) -> bytes:
    file = folder / name
    if "/" in name or "\\" in name or not file.is_file():
        raise ValueError("there is no such file beside school.yaml")
    if isinstance(file, Path) and file.is_symlink():
        raise ValueError("it leads out of the folder")
    return file.read_bytes()


# --- help nearby -------------------------------------------------------------------------------------


def with_local_help(directory: Source, country: HelpDirectory, own: Own) -> tuple[Source, list[Diagnostic]]:
    """The country's directory with the school's services in it, each marked at its place in `school.yaml`."""
    if not own.model.local_help:
        return directory, []
    tree, school = tree_of(directory), tree_of(own.source)
    services, written = _part(tree, "services"), _part(school, "local_help")
    known = [service.id for service in country.services]
    said: list[Diagnostic] = []
    for number, service in enumerate(own.model.local_help):
        here: Address = ("local_help", number)
        if service.id in known or TOOLS_OWN.fullmatch(service.id):
            said.append(
                error(
                    own.mark(*here, "id"),
                    "school/local-help",
                    f"Another service is called “{service.id}” already.",
                    "",
                    "Give this one a name of its own.",
                    (*here, "id"),
                )
            )
            continue
        if service.after is not None and service.after not in known:
            said.append(
                error(
                    own.mark(*here, "after"),
                    "school/local-help",
                    f"There is no service “{service.after}” here.",
                    "",
                    did_you_mean(service.after, known),
                    (*here, "after"),
                )
            )
            continue
        roles = [one.value["role"].data() for one in services if isinstance(one.value, dict)]
        same = [n for n, role in enumerate(roles) if role == service.role]
        behind = known.index(service.after) if service.after else (same[-1] if same else len(known) - 1)
        services.insert(behind + 1, _as_service(written[number]))
        known.insert(behind + 1, service.id)
    _add_source(tree, own)
    return source_of(tree, directory.file), said


def _part(tree: Node, name: str) -> list[Node]:
    part = tree.value[name].value if isinstance(tree.value, dict) else []
    return part if isinstance(part, list) else []


def _as_service(written: Node) -> Node:
    parts = dict(written.value) if isinstance(written.value, dict) else {}
    parts.pop("after", None)
    stated: dict[str, Data] = {"sources": [OF_SCHOOL], "confidence": "sourced"}
    parts.setdefault("for_pupils", node_of("yes", written.mark))
    for name, value in stated.items():
        parts[name] = node_of(value, written.mark)
    return Node(parts, written.mark, written.key)


def _add_source(tree: Node, own: Own) -> None:
    sources = tree.value["sources"].value if isinstance(tree.value, dict) else {}
    if isinstance(sources, dict):
        # What a school says of its own town is known to it; no publication has to be named.
        stated: Data = {
            "publisher": own.model.name,
            "title": "What the school says about help nearby",
            "date": "undated",
            "confidence": "sourced",
        }
        sources[OF_SCHOOL] = node_of(stated, own.mark("local_help"))

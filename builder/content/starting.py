"""A school's new folder: `school.yaml` from a few answers, and what its editor and its readers need."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.content.case_study import CaseStudy
from builder.content.lesson import Lesson
from builder.content.pictures import clean
from builder.content.school import FILE, SIDE_PX, School
from builder.content.schooling import faults_of
from builder.content.shelves import DATA
from builder.content.text import Model
from builder.content.validate import validate
from builder.diagnostics import Diagnostic
from builder.source import read_text

TEMPLATES = DATA / "templates" / "school"
FOLDERS = ("lessons", "case_studies", "output")
SCHEMAS: dict[str, tuple[type[Model], str]] = {
    "school": (School, FILE),
    "lesson": (Lesson, "lessons/*/lesson.yaml"),
    "case-study": (CaseStudy, "case_studies/*.yaml"),
}
"""What an editor completes, and in which files."""
PLAIN = re.compile(r"[A-Za-z0-9][\w .,'’()@+/-]*")
_MARK = re.compile(r"\{(\w+)\}")
_SVG = re.compile(rb"\s*(<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<svg", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody has said of their school; empty where they said nothing. `logo` and `photo` are files."""

    name: str
    country: str
    lead: str
    role: str = ""
    room: str = ""
    phone: str = ""
    email: str = ""
    paper: str = ""
    language: str = ""
    logo: Path | None = None
    photo: Path | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """The files to write, by their place in the folder; none while something must be put right."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    said: tuple[Diagnostic, ...] = ()


def start(answers: Answers) -> Started:
    """The folder in memory. Raises ValueError, in words for people, for a picture that can't be used."""
    pictures = {}
    for name, file in (("logo", answers.logo), ("photo", answers.photo)):
        if file is not None:
            pictures[name] = picture(file)
    written = school_yaml(answers, set(pictures))
    source, said = read_text(written.encode(), FILE)
    model, further = (None, []) if source is None else validate(School, source)
    said = [*said, *further]
    if model is not None and source is not None:
        said += faults_of(model, source)
    if said:
        return Started(said=tuple(said))
    files = {FILE: written.encode(), **{f"{name}.png": data for name, data in pictures.items()}}
    for name, place in (("README.md", "README.md"), ("gitignore", ".gitignore")):
        text = (TEMPLATES / name).read_text(encoding="utf-8").replace("{name}", answers.name)
        files[place] = text.encode()
    return Started(files | _editor())


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder. Raises FileExistsError where one stands already that holds something, and OSError."""
    if folder.is_symlink() or folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise FileExistsError(folder)
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        # "x" refuses a file that somebody made in this very moment.
        with place.open("xb") as file:
            file.write(data)


def picture(file: Path) -> bytes:
    """The picture drawn again, small, without the place and camera that a phone writes into it."""
    try:
        raw = file.read_bytes()
        if file.suffix.lower() in (".svg", ".svgz") or _SVG.match(raw[:4096]):
            raise ValueError("it is an SVG drawing, which can hold programs. Save it as a PNG")
        return clean(raw, SIDE_PX).data
    except OSError as fault:
        raise ValueError(f"“{file}” can't be used: {fault.strerror}.") from None
    except ValueError as fault:
        raise ValueError(f"“{file}” can't be used: {fault}.") from None


def school_yaml(answers: Answers, pictures: set[str]) -> str:
    """The template with the answers in it; a line whose answer wasn't given stays as an example."""
    said = {
        "name": answers.name,
        "country": answers.country,
        "lead": answers.lead,
        "role": answers.role,
        "room": answers.room,
        "phone": answers.phone,
        "email": answers.email,
        "paper": answers.paper,
        "language": answers.language,
        "logo": "logo.png" if "logo" in pictures else "",
        "photo": "photo.png" if "photo" in pictures else "",
    }
    lines = []
    for line in (TEMPLATES / "school.yaml").read_text(encoding="utf-8").splitlines():
        # “key: {answer} | example”: what stands behind the stroke is what a line left out looks like.
        before, _, example = line.partition(" | ")
        mark = _MARK.search(before)
        if mark is None:
            lines.append(line)
        elif said[mark[1]]:
            lines.append(before.replace(mark[0], scalar(said[mark[1]])))
        elif example:
            indent = len(before) - len(before.lstrip())
            lines.append(f"{before[:indent]}# {before[indent:].replace(mark[0], example)}")
        else:
            lines.append(before.replace(mark[0], '""'))
    return "\n".join(lines) + "\n"


def scalar(text: str) -> str:
    """A text as YAML, in quotes where it would be read as something else without them."""
    one_line = " ".join(text.split())
    plain = PLAIN.fullmatch(one_line) and not one_line.endswith(":") and ": " not in one_line
    return one_line if plain else json.dumps(one_line, ensure_ascii=False)


def schema_of(model: type[Model]) -> str:
    """The model's JSON Schema, for an editor to complete YAML by."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2)


def _editor() -> dict[str, bytes]:
    """What lets VS Code with Red Hat's YAML extension complete and check the files, without the internet."""
    files = {f"schemas/{name}.schema.json": schema_of(model) for name, (model, _) in SCHEMAS.items()}
    settings = {
        "yaml.schemas": {f"./schemas/{name}.schema.json": where for name, (_, where) in SCHEMAS.items()},
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
    }
    files[".vscode/settings.json"] = json.dumps(settings, indent=2)
    files[".vscode/extensions.json"] = json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2)
    return {name: f"{text}\n".encode() for name, text in files.items()}

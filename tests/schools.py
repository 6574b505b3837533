"""Schools for tests: a folder with a school.yaml, and what a build reads from it."""

from pathlib import Path

from PIL import Image

from builder.content.library import Library, read_library
from builder.content.shelves import Shelf
from tests.conftest import ROOT

HILL = """\
name: Hill School
country: GB-ENG
logo: logo.png
lead:
  name: Ms Amara Okoye
  room: Room 12, by the library
  phone: 01632 960 001
  email: lead@hill.example
  photo: lead.jpg
deputies:
  - {name: Mr Ben Hart, room: Room 4}
safe_adults: [your form tutor, the school nurse]
"""
LONG = """\
name: St Bartholomew and All Saints Church of England Voluntary Aided Secondary School
country: GB-ENG
logo: logo.png
lead:
  name: Mrs Alexandra Featherstone-Cholmondeley
  role: Designated Safeguarding Lead and Assistant Headteacher
  room: Inclusion office, first floor of the humanities building, next to the hall
  phone: 01632 960 001 extension 4417
  email: designated.safeguarding.lead@stbartholomew-allsaints.example
  photo: lead.jpg
deputies:
  - {name: Mr Maximilian Abernethy-Worthington, role: head of year 9, room: Room 104 by the second staircase}
safe_adults:
  - your form tutor or head of year
  - the school nurse in the medical room
"""


def school_in(folder: Path, text: str = HILL) -> Path:
    """A school's folder with its two pictures."""
    folder.mkdir(exist_ok=True)
    (folder / "school.yaml").write_text(text, encoding="utf-8")
    Image.new("RGB", (400, 200), "#7a1f2b").save(folder / "logo.png")
    Image.new("RGB", (300, 400), "#3d5a80").save(folder / "lead.jpg")
    return folder


def library_of(folder: Path, *lessons: str, country: str = "GB-ENG") -> Library:
    found, said = read_library([Shelf(ROOT), Shelf(folder)], country, lessons)
    assert found is not None, said
    return found

"""Tables of schools for tests."""

from pathlib import Path

from builder.batch.sources import content_hash, shelves_of
from builder.batch.work import Order

DATE = "2026-09-01"
LESSON = "holiday-check-in"
HEAD = "key,name,country,logo,lead_name,lead_room,lead_phone,deputy_name,deputy_room,safe_adults\n"
HILL = (
    'hill,Hill School,GB-ENG,logos/hill.png,Ms Amara Okoye,"Room 12, by the library",01632 960 001,'
    "Mr Ben Hart,Room 4,your form tutor; the school nurse\n"
)
VALE = ",Vale School,GB-ENG,,Mr Cole,Room 1,,,,\n"
BRIGID = ",St Brigid’s College,IE,,Ms Byrne,Room 3,,,,\n"


def table_in(folder: Path, text: str = HEAD + HILL + VALE + BRIGID) -> Path:
    """A table with a logo beside it."""
    # Only here: processes that make packs read this too.
    from PIL import Image

    (folder / "logos").mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (400, 200), "#7a1f2b").save(folder / "logos" / "hill.png")
    file = folder / "schools.csv"
    file.write_text(text, encoding="utf-8")
    return file


def order_to(target: Path, lesson: str = LESSON, date: str = DATE) -> Order:
    content = {lesson: content_hash(shelves_of(None), lesson)}
    return Order(str(target), date, None, content, "code", formats=("word",))

"""What every planner gets: a checked lesson, the build's date, and where its slides came to stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.checks import CheckedLesson
from builder.content.faces import Picture
from builder.content.labels import Labels
from builder.content.lesson import Lesson
from builder.diagnostics import Mark
from builder.document import Edition, Figure, Furniture, Image


@dataclass(frozen=True, slots=True)
class Brief:
    """`date` is ISO 8601; `numbers` maps a section of the deck to its slide numbers, after layout."""

    checked: CheckedLesson
    date: str
    numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def lesson(self) -> Lesson:
        return self.checked.lesson.model

    @property
    def labels(self) -> Labels:
        return self.checked.labels

    @property
    def language(self) -> str:
        return self.checked.help.model.language

    def mark(self, *address: str | int) -> Mark:
        return self.checked.lesson.mark(*address)

    def furniture(self) -> Furniture:
        words = self.labels.furniture
        draft = words.draft if self.lesson.audience == "pupils" else words.draft_adults
        return Furniture(self.lesson.title, words.page, draft if self.checked.draft else "")

    def edition(self) -> Edition:
        """Of what is handed to those who take part."""
        editions: dict[str, Edition] = {"pupils": "pupil", "parents": "parent", "staff": "staff"}
        return editions[self.lesson.audience]

    def ages(self) -> str:
        """Who it is for, in words: an age, or the adults who take part."""
        if self.lesson.audience != "pupils":
            return getattr(self.labels.adults, self.lesson.audience)  # type: ignore[no-any-return]  # a literal
        youngest, oldest = self.lesson.age_band.split("-")
        return self.labels.furniture.ages.replace("{from}", youngest).replace("{to}", oldest)

    def minutes(self, n: int) -> str:
        words = self.labels.furniture
        return words.one_minute if n == 1 else words.minutes.replace("{n}", str(n))

    def slide_label(self, numbers: tuple[int, ...]) -> str:
        """“Slide 4” or “Slides 4 to 6”; empty without numbers."""
        words = self.labels.furniture
        if not numbers:
            return ""
        if len(numbers) == 1:
            return words.slide.replace("{n}", str(numbers[0]))
        return words.slides.replace("{first}", str(min(numbers))).replace("{last}", str(max(numbers)))

    def figure(self, picture: Picture | None) -> tuple[Figure, ...]:
        """The picture as a block, or nothing where there is none."""
        if picture is None:
            return ()
        alt = picture.alt or ""
        if picture.drawing:
            return (Figure(picture.drawing, alt),)
        kept = self.checked.pictures[self.checked.lesson.id, picture.file or ""]
        return (Figure(Image(kept.data, kept.width_px, kept.height_px), alt),)

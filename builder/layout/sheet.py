"""A slide being composed: shapes are added, text is fitted, and what does not fit is remembered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from builder.layout.grid import MARGIN, ON, TOP, Area, Inks, span
from builder.layout.measure import Measure, first_that
from builder.layout.placed import Anchor, Box, Line, Para, Role, Run, Shape, TextBody
from builder.layout.wording import Words, words
from builder.theme import Theme

STEPS_DOWN, READ_FROM_AFAR = 1, 24.0
"""How many sizes smaller words may be for their lines to be the same in every font, and how small."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that does not fit its place: `word` is too long for a line, or so many words are over."""

    place: str
    word: str
    words_over: int


@dataclass(slots=True)
class Sheet:
    """One slide on its way; `run_of_path` says how the path crosses it."""

    theme: Theme
    measure: Measure
    ground: str
    run_of_path: str = "foot"
    title: str = ""
    shapes: list[Shape] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)

    @property
    def inks(self) -> Inks:
        return ON[self.ground]

    @property
    def ladder(self) -> tuple[float, ...]:
        return self.theme.slides.body_pt

    def add(self, *shapes: Shape) -> None:
        rounder = self.theme.slides.rounder
        self.shapes.extend(
            replace(shape, radius_pt=rounder * shape.radius_pt)
            if isinstance(shape, Box) and shape.radius_pt and rounder != 1
            else shape
            for shape in shapes
        )

    def size_for(
        self, ladder: Sequence[float], asks: Sequence[tuple[Words, float, float]], steps: int = STEPS_DOWN
    ) -> float:
        """The first size at which every text fits its width and height; else the last of the ladder."""
        fitting = (
            size
            for size in ladder
            if all(self.measure.fits(text(size), width, height) for text, width, height in asks)
        )
        first = list(islice(fitting, steps + 1))
        # A little smaller is better than a box whose last lines stay empty where the house fonts are.
        steady = (
            s
            for s in first
            if s >= READ_FROM_AFAR and all(self.measure.steady(text(s), width) for text, width, _ in asks)
        )
        return next(steady, first[0] if first else ladder[-1])

    def first_size(
        self,
        ladder: Sequence[float],
        texts: Sequence[Words],
        width: float,
        enough: Callable[[float], bool],
    ) -> float:
        """The first size at which no word is too long and there is room enough; else the last."""
        found = first_that(
            ladder,
            lambda s: enough(s) and not any(self.measure.too_long(text(s), width) for text in texts),
        )
        return ladder[-1] if found is None else found

    def height(self, text: Words, size: float, width: float) -> float:
        return self.measure.height(text(size), width)

    def text(
        self,
        name: str,
        area: Area,
        text: Words,
        ladder: Sequence[float],
        *,
        role: Role = "",
        anchor: Anchor = "top",
        fill: str = "",
        line: Line | None = None,
        radius_pt: float = 0.0,
        insets: tuple[float, float, float, float] = (0, 0, 0, 0),
    ) -> float:
        """Set a text in `area` at the first size that fits; gives back the height the text takes."""
        width = area.w - insets[0] - insets[2]
        room = area.h - insets[1] - insets[3]
        size = self.size_for(ladder, [(text, width, room)])
        paras = text(size)
        self._note_misfit(name, paras, width, room)
        self.add(
            Box(
                name,
                area.x,
                area.y,
                area.w,
                area.h,
                "round" if radius_pt else "rect",
                radius_pt,
                fill,
                line,
                TextBody(paras, anchor, insets),
                role,
            )
        )
        return self.measure.height(paras, width)

    def set(
        self, name: str, area: Area, paras: tuple[Para, ...], anchor: Anchor = "top", behind: str = ""
    ) -> None:
        """Set paragraphs whose sizes are settled."""
        self._note_misfit(name, paras, area.w, area.h)
        text = TextBody(paras, anchor)
        self.add(Box(name, area.x, area.y, area.w, area.h, text=text, behind=behind))

    def head(
        self, title: str, label: str = "", width: float = span(12), ladder: Sequence[float] = ()
    ) -> float:
        """Set the title and the small line above it; gives back where the body may begin."""
        self.title = title
        y = TOP + (24 if label else 0)
        sizes = ladder or self.theme.slides.title_pt
        text = words(title, self.inks.title, face="title")
        leading = self.theme.leading
        # One line a step smaller is calmer than two lines.
        size = (
            first_that(sizes[:2], lambda s: self.measure.fits(text(s), width, leading * s))
            or first_that(sizes[1:], lambda s: self.measure.fits(text(s), width, 2 * leading * s))
            or sizes[-1]
        )
        paras = text(size)
        height = self.measure.height(paras, width)
        self._note_misfit("title", paras, width, 2 * leading * size)
        self.add(
            Box(
                "Title",
                MARGIN,
                y,
                self.measure.balanced(paras[0], width),
                height,
                text=TextBody(paras),
                role="title",
            )
        )
        if label:
            self.label(label, Area(MARGIN, TOP, width, 20))
        return y + height + 20

    def with_path(self, path: Sequence[Shape]) -> tuple[Shape, ...]:
        """Everything in order, the path before the words but on top of a landscape."""
        first = next(
            (i for i, shape in enumerate(self.shapes) if isinstance(shape, Box) and shape.text),
            len(self.shapes),
        )
        return (*self.shapes[:first], *path, *self.shapes[first:])

    def label(self, text: str, area: Area) -> None:
        self.text("Label", area, words(text, self.inks.label, bold=True), (self.theme.slides.label_pt,))

    def _note_misfit(self, place: str, paras: Sequence[Para], width: float, room: float) -> None:
        word = self.measure.too_long(paras, width)
        if word or self.measure.height(paras, width) > room + 1e-6:
            self.misfits.append(Misfit(place, word, 0 if word else self._words_over(paras, width, room)))

    def _words_over(self, paras: Sequence[Para], width: float, room: float) -> int:
        total = sum(len(para.text.split()) for para in paras)
        low, high = 0, total
        while low < high:
            middle = (low + high + 1) // 2
            if self.measure.height(_first_words(paras, middle), width) <= room:
                low = middle
            else:
                high = middle - 1
        return total - low


def _first_words(paras: Sequence[Para], count: int) -> list[Para]:
    kept: list[Para] = []
    for para in paras:
        found = para.text.split()[:count]
        if found:
            style = para.runs[0]
            kept.append(
                Para(
                    (Run(" ".join(found), style.bold),),
                    para.size_pt,
                    para.face,
                    para.align,
                    para.bullet,
                    para.space_after_pt,
                )
            )
        count -= len(found)
    return kept

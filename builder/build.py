"""The whole walk on one page: read → check → plan → place → draw → pack."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from builder import __version__
from builder.checks import CheckedLesson, Rules, check
from builder.checks.vouched import help_services, signed
from builder.content.lesson import Lesson
from builder.content.library import Library
from builder.diagnostics import NOWHERE, Diagnostic, any_error, in_order
from builder.document import Document, SlideReference, walk
from builder.inputs import code
from builder.layout import missing_letters, place
from builder.layout.placed import PlacedDeck
from builder.memory import FORGETFUL, Memory
from builder.pack import Pack, assemble
from builder.places import at_the_words, letters, written
from builder.plan import DOCUMENTS, PRINTS, THREE_TO_A_PAGE, Brief
from builder.readme import read_me_first
from builder.render import FORMATS, Artefact
from builder.render.pdf import fit_faults
from builder.store import Store, key_of
from builder.theme import Paper, Theme, load_theme
from builder.theme.own import NOTHING, Own

Planned = tuple[str, Document]
"""The name of a format, and the document to be drawn in it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pack holds beside its documents: `prints` made on request, `variants` by name as themes.

    `formats` are those in which every document that they can hold is drawn once more.
    """

    prints: tuple[str, ...] = ()
    variants: Mapping[str, Theme] = field(default_factory=dict)
    formats: tuple[str, ...] = ()


NOTHING_MORE = Wanted()


@dataclass(frozen=True, slots=True)
class Wish:
    """How packs are wished for: `variants` and `formats` by name, and the paper if it isn't the school's."""

    variants: tuple[str, ...] = ()
    paper: Paper | None = None
    formats: tuple[str, ...] = ()


YOUNG = 11
"""Who is younger gets the theme for the young."""


def theme_for(lesson: Lesson, own: Own = NOTHING, variant: str = "", paper: Paper = "A4") -> Theme:
    """The theme for the age of those who see it, in a school's own colours if it has any."""
    youngest = int(lesson.age_band.split("-")[0])
    by_age = "young" if lesson.audience == "pupils" and youngest < YOUNG else "house"
    return load_theme(own.like or by_age, variant, paper, own.colours, own.template)


def paper_of(library: Library) -> Paper:
    """What the school prints on, if it says so; else what its country does."""
    own = library.school.model.paper if library.school else None
    return own or library.help.model.paper


def looks(library: Library, lesson: str, own: Own, wish: Wish) -> tuple[Theme, Wanted]:
    """The theme of a lesson's pack in a school's own look, and what is wanted in it beside its documents."""
    model, paper = library.lessons[lesson].model, wish.paper or paper_of(library)
    prints = tuple(name for name in wish.variants if name in PRINTS)
    changed = {name: theme_for(model, own, name, paper) for name in wish.variants if name not in PRINTS}
    return theme_for(model, own, paper=paper), Wanted(prints, changed, wish.formats)


@dataclass(frozen=True, slots=True)
class Built:
    """A pack, or none where an error stands; and everything there is to say."""

    pack: Pack | None
    diagnostics: list[Diagnostic]


def build(
    library: Library,
    lesson: str,
    rules: Rules,
    theme: Theme,
    date: str,
    wanted: Wanted = NOTHING_MORE,
    store: Store | None = None,
) -> Built:
    """One lesson for the library's country; `date` is ISO 8601.

    A variant's files stand in a folder of its name. What `store` holds is not drawn again.
    """
    ready, said = prepare(library, lesson, rules, theme, date, wanted)
    if ready is None:
        return Built(None, said)
    drawn = [drawing.drawn() if store is None else drawing.recalled(store) for drawing in ready.drawings]
    return Built(ready.pack(drawn), said)


_code = cache(code)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A file of a pack before it is drawn: a document in a format, with the placed deck that it shows."""

    folder: str
    form: str
    document: Document
    theme: Theme
    deck: PlacedDeck

    @property
    def name(self) -> str:
        return self.folder + FORMATS[self.form].name(self.document)

    def made_from(self) -> tuple[object, ...]:
        """All that its bytes depend on: where its words were written is not among it."""
        document = self.document
        bare = replace(document, sections=tuple(replace(one, mark=NOWHERE) for one in document.sections))
        blocks = [block for section in document.sections for block in walk(section.blocks)]
        seen = {n for block in blocks if isinstance(block, SlideReference) for n in block.numbers}
        if document.medium == "slides":
            seen = {slide.number for slide in self.deck.slides}
        slides = [replace(one, mark=NOWHERE, notes=()) for one in self.deck.slides if one.number in seen]
        words = self.deck.document.furniture if slides else None
        return bare, slides, words, self.theme, self._template()

    def _template(self) -> str:
        file = self.theme.template if self.form == "pptx" else None
        return hashlib.sha256(file.read_bytes()).hexdigest() if file else ""

    def recalled(self, store: Store) -> Artefact:
        """The file as `store` has it, or drawn and kept there."""
        *parts, _, template = self.made_from()
        asked = key_of(
            "drawn",
            _code(),
            self.form,
            repr(parts),
            self.theme.model_dump_json(exclude={"template"}),
            str(template),
        )
        data = store.get(asked)
        if data is None:
            data = self.drawn().data
            store.put(asked, data)
        return Artefact(self.name, data)

    def drawn(self) -> Artefact:
        return Artefact(self.name, FORMATS[self.form].draw(self.document, self.theme, self.deck))


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack in which no error stands, before its files are drawn."""

    lesson: str
    country: str
    documents: list[Document]
    decks: dict[str, PlacedDeck]
    drawings: list[Drawing]
    readme: Artefact
    sources: dict[str, str]
    about: dict[str, object]

    def pack(self, drawn: Sequence[Artefact]) -> Pack:
        """The pack of what was drawn."""
        return assemble(self.lesson, self.country, [*drawn, self.readme], self.sources, self.about)


def prepare(
    library: Library,
    lesson: str,
    rules: Rules,
    theme: Theme,
    date: str,
    wanted: Wanted = NOTHING_MORE,
    memory: Memory = FORGETFUL,
) -> tuple[Ready | None, list[Diagnostic]]:
    """Everything but drawing; nothing is ready where an error stands."""
    checked, said = check(library, lesson, rules, memory.part("checks"))
    if checked is None:
        return None, in_order(said)
    documents, decks, faults = memory.once(
        "planned",
        (checked, theme, date, wanted),
        lambda: plan(checked, theme, date, wanted, memory.part("sections")),
    )
    said = in_order([*said, *faults])
    if any_error(said):
        return None, said
    about = {
        "date": date,
        "builder": __version__,
        "draft": checked.draft,
        "licence": "CC BY 4.0",
        "paper": theme.pages.paper,
        "waived": [{"rule": one.rule, "at": one.at, "reason": one.reason} for one in checked.waived],
        "help": help_services(checked.help),
        "signed": signed((checked.lesson, *checked.cases.values())),
    }
    drawings = list(_drawings(documents, decks, theme))
    for name, changed in wanted.variants.items():
        drawings += _drawings(_printed(documents, changed), decks, changed, f"{name}/")
    ready = Ready(
        lesson,
        library.help.id,
        list({document.name: document for _, document in documents}.values()),
        decks,
        drawings,
        read_me_first(checked, (*wanted.variants, *wanted.prints, *wanted.formats)),
        sources(checked, library),
        about,
    )
    return ready, said


def plan(
    checked: CheckedLesson,
    theme: Theme,
    date: str,
    wanted: Wanted = NOTHING_MORE,
    memory: Memory = FORGETFUL,
) -> tuple[list[Planned], dict[str, PlacedDeck], list[Diagnostic]]:
    """Every document with its format, the placed decks by name, and what does not fit or can't be drawn."""
    documents: list[Planned] = []
    decks: dict[str, PlacedDeck] = {}
    texts = written(checked)
    faults = letters(texts, theme)
    unfit: list[Diagnostic] = []
    brief = Brief(checked, date)
    kinds = [(kind, wanted.formats) for kind in DOCUMENTS]
    kinds += [(PRINTS[name], ()) for name in wanted.prints]
    for kind, more in kinds:
        for document in kind.documents(brief):
            own = memory.part(document.name)
            forms = dict.fromkeys((*kind.formats, *more))
            documents += [(form, document) for form in forms if document.medium in FORMATS[form].media]
            if not faults:
                # Words of our own, and whatever the walk over sentences does not know.
                unfit += missing_letters(document, theme, own.part("letters"))
            if document.medium == "slides":
                decks[document.name], said = place(document, theme, own)
                unfit += said
            else:
                for variant, one in {"": theme, **wanted.variants}.items():
                    unfit += fit_faults(document, one, own.part(variant))
        # Slides are the first kind: all later ones are planned with their numbers.
        brief = Brief(checked, date, decks["slides"].numbers)
    return documents, decks, [*faults, *(at_the_words(fault, texts) for fault in unfit)]


def _printed(documents: Sequence[Planned], theme: Theme) -> list[Planned]:
    """What a variant holds: the pages, and the posters too where it is ink that is saved."""
    return [
        (form, document)
        for form, document in documents
        if form == "pdf" and (document.medium == "pages" or theme.low_ink)
        # Slides three to a page stay as small in large print as in any other.
        if not (theme.large and document.name == THREE_TO_A_PAGE)
    ]


def _drawings(
    documents: Sequence[Planned], decks: dict[str, PlacedDeck], theme: Theme, folder: str = ""
) -> Iterator[Drawing]:
    """Every document in the format that its pack holds it in."""
    for form, document in documents:
        yield Drawing(folder, form, document, theme, decks.get(document.name, decks["slides"]))


def sources(checked: CheckedLesson, library: Library) -> dict[str, str]:
    """The sha256 of every file that the pack is made from, by its name."""
    found = {case.name: case.sha256 for case in checked.cases.values()}
    for one in (checked.lesson, checked.help, checked.safe_teaching, checked.sheets):
        found[one.name] = one.sha256
    own = checked.lesson.name.rpartition("/")[0]
    for name, digest in library.digests.items():
        if not name.startswith("lessons/") or name.startswith(f"{own}/"):
            found[name] = digest
    return found

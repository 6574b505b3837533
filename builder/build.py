"""The whole walk on one page: read → check → plan → place → draw → pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from builder import __version__
from builder.checks import CheckedLesson, Rules, check
from builder.content.lesson import Lesson
from builder.content.library import Library
from builder.diagnostics import Diagnostic, any_error, in_order
from builder.document import Document
from builder.layout import missing_letters, place
from builder.layout.placed import PlacedDeck
from builder.pack import Pack, assemble
from builder.places import at_the_words, letters, written
from builder.plan import DOCUMENTS, PRINTS, Brief
from builder.readme import read_me_first
from builder.render import FORMATS, Artefact
from builder.render.pdf import fit_faults
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


@dataclass(frozen=True, slots=True)
class Built:
    """A pack, or none where an error stands; and everything there is to say."""

    pack: Pack | None
    diagnostics: list[Diagnostic]


def build(
    library: Library, lesson: str, rules: Rules, theme: Theme, date: str, wanted: Wanted = NOTHING_MORE
) -> Built:
    """One lesson for the library's country; `date` is ISO 8601.

    A variant's files stand in a folder of its name.
    """
    checked, said = check(library, lesson, rules)
    if checked is None:
        return Built(None, in_order(said))
    documents, decks, faults = plan(checked, theme, date, wanted)
    said = [*said, *faults]
    if any_error(said):
        return Built(None, in_order(said))
    artefacts = draw(documents, decks, theme)
    for name, changed in wanted.variants.items():
        drawn = draw(_printed(documents, changed), decks, changed)
        artefacts += [Artefact(f"{name}/{one.name}", one.data) for one in drawn]
    about = {
        "date": date,
        "builder": __version__,
        "draft": checked.draft,
        "licence": "CC BY 4.0",
        "paper": theme.pages.paper,
        "waived": [{"rule": one.rule, "at": one.at, "reason": one.reason} for one in checked.waived],
    }
    artefacts.append(read_me_first(checked, (*wanted.variants, *wanted.prints, *wanted.formats)))
    pack = assemble(lesson, library.help.id, artefacts, sources(checked, library), about)
    return Built(pack, in_order(said))


def plan(
    checked: CheckedLesson, theme: Theme, date: str, wanted: Wanted = NOTHING_MORE
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
            forms = dict.fromkeys((*kind.formats, *more))
            documents += [(form, document) for form in forms if document.medium in FORMATS[form].media]
            if not faults:
                # Words of our own, and whatever the walk over sentences does not know.
                unfit += missing_letters(document, theme)
            if document.medium == "slides":
                decks[document.name], said = place(document, theme)
                unfit += said
            else:
                for one in (theme, *wanted.variants.values()):
                    unfit += fit_faults(document, one)
        # Slides are the first kind: all later ones are planned with their numbers.
        brief = Brief(checked, date, decks["slides"].numbers)
    return documents, decks, [*faults, *(at_the_words(fault, texts) for fault in unfit)]


def _printed(documents: Sequence[Planned], theme: Theme) -> list[Planned]:
    """What a variant holds: the pages, and the posters too where it is ink that is saved."""
    return [
        (form, document)
        for form, document in documents
        if form == "pdf" and (document.medium == "pages" or theme.low_ink)
    ]


def draw(documents: Sequence[Planned], decks: dict[str, PlacedDeck], theme: Theme) -> list[Artefact]:
    """Every document in the format that its pack holds it in."""
    made = []
    for form, document in documents:
        drawn = FORMATS[form]
        deck = decks.get(document.name, decks["slides"])
        made.append(Artefact(drawn.name(document), drawn.draw(document, theme, deck)))
    return made


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

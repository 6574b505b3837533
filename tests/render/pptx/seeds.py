"""Faults to seed into a finished deck: under the rule that must find it, what it is and the place to name.

The slides are those of `SEEDED`: a title, ticks, bullets, a list with a picture, columns, a timeline, a link.
"""

from tests.render.pptx.checker.edits import (
    Edit,
    added,
    coloured,
    dark_ground,
    dark_shape_under,
    default_language,
    described,
    emptied,
    film,
    fitted,
    flagged,
    language,
    linked,
    master,
    moved,
    notes_without_language,
    pale_theme,
    photo_under_words,
    picture,
    removed,
    renamed,
    run,
    section,
    sized,
    table,
    unflagged,
    unplaced,
    untitled,
    whole,
    without_notes,
    worded,
)

DRAWING = "Drawing: two-people-bench"
PHOTO = "slide 2, Lesson photo"
WORDS = "slide 2, Item 1"
SEEDS: dict[str, tuple[tuple[str, str, Edit], ...]] = {
    "title": (
        ("an empty title", "slide 2", emptied(2, "Title")),
        ("a title said twice", "slide 3", run(3, "Title", worded("how we talk today"))),
        ("a title in a text box", "slide 1", unplaced(1, "Title")),
    ),
    "description": (
        ("a picture without one", PHOTO, picture(None)),
        ("a file's name", PHOTO, picture("IMG_20.JPG")),
        ("the shape's own name", f"slide 1, {DRAWING}", described(1, DRAWING, DRAWING.upper())),
        ("a drawing without one", f"slide 1, {DRAWING}", described(1, DRAWING, "")),
        ("half a page", f"slide 1, {DRAWING}", described(1, DRAWING, "Two people. " * 21)),
        ("decoration that has one", f"slide 1, {DRAWING}", flagged(1, DRAWING)),
        ("decoration without its mark", "slide 2, Path to come", unflagged(2, "Path to come")),
        ("words marked as decoration", WORDS, flagged(2, "Item 1")),
    ),
    "table": (
        ("no header row", "slide 2, Who helps", table(header=False, merged=False)),
        ("merged cells", "slide 2, Who helps", table(header=True, merged=True)),
    ),
    "order": (
        ("the title last", "slide 3", moved(3, "Title", -1)),
        ("the right column first", "slide 5, Card 2", moved(5, "Card 2", 7)),
        ("the foot of a list first", "slide 2, Item 4", moved(2, "Item 4", 7)),
        ("a later beat before an earlier one", "slide 6, Beat 3", moved(6, "Beat 3", 7)),
        ("a picture before the words at its left", f"slide 1, {DRAWING}", moved(1, DRAWING, 5)),
    ),
    "contrast": (
        ("pale words", WORDS, run(2, "Item 1", coloured("9AA5B1"))),
        ("dark words on a dark ground", "slide 3, Title", dark_ground),
        ("a dark shape under some of the words", "slide 4, Text", dark_shape_under),
        ("a picture under words", "slide 4, Text", photo_under_words),
        ("a theme that was made paler", WORDS, pale_theme),
    ),
    "language": (
        ("words in another", "slide 2", run(2, "Item 1", language("de-DE"))),
        ("notes without one", "notes of slide 2", notes_without_language),
        ("new text boxes without one", "presentation", default_language(whole)),
        ("a master without one", "master", default_language(master)),
    ),
    "link": (
        ("one that says nothing", "slide 7, Text", linked("Click here")),
        ("one without words", "slide 7, Text", linked(" ")),
        ("a bare address", "slide 7, Text", linked("https://www.childline.org.uk/get")),
    ),
    "name": (
        ("one that Office gave", "slide 2, Rectangle 12", renamed(2, "Tick 1 round", "Rectangle 12")),
        ("one used twice", WORDS, renamed(2, "Item 2", "Item 1")),
        ("none", "slide 2, : ", renamed(2, "Tick 1", "")),
    ),
    "placeholder": (("an empty one", "slide 2, Text", emptied(2, "Text")),),
    "autofit": (
        ("words that Office shrinks", WORDS, fitted(2, "Item 1", "normAutofit")),
        ("a box that grows", WORDS, fitted(2, "Item 1", "spAutoFit")),
        ("words shrunk by their layout", "slide 2, Text", fitted(2, "Text", "")),
    ),
    "size": (
        ("small print", WORDS, run(2, "Item 1", sized(11))),
        ("small print at the foot", "slide 2, Footer", run(2, "Footer", sized(9))),
    ),
    "media": (("a film without captions", PHOTO, film),),
    "moving": (
        ("a transition", "slide 2", added("transition", lambda deck: deck.slides[1]._element)),
        ("an animation of a master", "master", added("timing", master)),
    ),
    "section": (
        ("none", "presentation", removed(lambda deck: section(deck).getparent().getparent())),
        ("a default name", "presentation", lambda deck: section(deck).set("name", "Untitled Section")),
        ("two of one name", "presentation", lambda deck: section(deck).set("name", "explain")),
        ("a slide in none", "presentation", removed(lambda deck: section(deck).find(".//{*}sldId"))),
    ),
    "properties": (
        ("no title", "core properties", untitled),
        ("no size of slides", "presentation", removed(lambda deck: whole(deck).find("{*}sldSz"))),
        ("a lock", "presentation", added("modifyVerifier", whole)),
    ),
    "notes": (("a slide without", "slide 5", without_notes),),
}
ALSO = {"table": {"contrast"}}
"""Rules that find something else in the same fault: nobody can tell on what words in a table stand."""

"""The page of changes: the same bytes twice, made for everybody, and true to what changed."""

import re
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from builder.compare import changes_between
from builder.compare.changes import Compared
from builder.compare.look import PAIRS
from builder.compare.marked import marked
from builder.compare.opening import Shown
from builder.compare.page import page
from builder.compare.pictures import INSTALL, NoPicturesError, pictures
from builder.theme.contrast import contrast
from tests.compare.small import PAGES, SLIDES, Slide, Small, pdf

VOID = {"meta", "img", "link", "br"}
PACK = Small()
NEXT = PACK.with_slide(2, lines=("What it <really> is.", "It is not your fault."), notes=("Say less.",)).but(
    pages={"handout": (*PAGES["handout"], ("Heading 1", "Who can help"))}
)


class Outline(HTMLParser):
    """What a reader of the page meets, and whether every element is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def drawn(old: Small = PACK, new: Small = NEXT) -> tuple[str, list[str]]:
    ours, theirs = old.made(), new.made()
    found = Compared(packs=(changes_between(ours, theirs),))
    shown = Shown(ours.files["slides-to-share.pdf"], theirs.files["slides-to-share.pdf"])
    return page(found, [shown], "autumn", "spring")


def test_the_page_is_the_same_bytes_twice_and_holds_no_moment() -> None:
    text, said = drawn()

    assert (text, said) == drawn()
    assert not re.search(r"\d\d:\d\d", re.sub(r"base64,[^\"]+", "", text))


def test_the_page_is_made_for_everybody() -> None:
    text, said = drawn()
    outline = Outline(text)

    assert said == []
    assert outline.all("html") == [{"lang": "en"}]
    assert len(outline.all("title")) == len(outline.all("main")) == len(outline.all("h1")) == 1
    levels = [int(tag[1]) for tag, _ in outline.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(attrs.get("scope") in ("row", "col") for attrs in outline.all("th"))
    assert len(outline.all("caption")) == len(outline.all("table")) > 0
    assert all(attrs["alt"] for attrs in outline.all("img"))
    assert not {"script", "link", "a", "iframe"} & {tag for tag, _ in outline.tags}
    assert "http://" not in text
    assert "https://" not in text


def test_what_came_and_went_is_said_beside_its_colour() -> None:
    old, new = marked("It was so.", "It is so.")

    assert old == ('It <del><span class="aside">[taken out: </span>was<span class="aside">]</span></del> so.')
    assert new == 'It <ins><span class="aside">[new: </span>is<span class="aside">]</span></ins> so.'
    assert marked("", "<b>")[1].count("&lt;b&gt;") == 1
    assert all("<b>" not in text and "&lt;b&gt; " in text for text in marked("<b> was", "<b> is"))


@pytest.mark.parametrize("pair", PAIRS)
def test_every_colour_can_be_read(pair: tuple[str, str]) -> None:
    assert contrast(*pair) >= 4.5


def test_strangers_words_stay_words() -> None:
    text, _ = drawn(new=PACK.with_slide(1, title="<script>alert(1)</script>", alt='"><img src=x>'))

    Outline(text)
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    assert "<img src=x>" not in text


def test_changed_slides_have_pictures_and_others_none() -> None:
    alts = [attrs["alt"] for attrs in Outline(drawn()[0]).all("img")]

    assert alts == [
        "The old slide 2, “What it is”, as it is shown",
        "The new slide 2, “What it is”, as it is shown",
    ]
    notes_alone = PACK.with_slide(2, notes=("Say less.",))
    assert Outline(drawn(new=notes_alone)[0]).all("img") == []


def test_a_new_slide_has_one_picture() -> None:
    text, _ = drawn(new=PACK.but(slides=(*SLIDES, Slide("One more"))))

    assert [attrs["alt"] for attrs in Outline(text).all("img")] == [
        "The new slide 6, “One more”, as it is shown"
    ]


def test_pictures_need_as_many_pages_as_slides() -> None:
    text, said = drawn(new=NEXT.but(shared=4))

    assert said == [
        "slides-to-share.pdf has 4 pages and slides.pptx 5 slides, so pictures of them are left out."
    ]
    assert len(Outline(text).all("img")) == 1
    assert said[0] in text


def test_pictures_are_640_wide_and_differ_as_the_slides_do() -> None:
    found = pictures(pdf(3), 3, [1, 3])

    assert sorted(found) == [1, 3]
    assert {(one.width, one.height) for one in found.values()} == {(640, 360)}
    assert found[1].png.startswith(b"\x89PNG")
    assert found[1].png != found[3].png
    assert found == pictures(pdf(3), 3, [1, 3])


def test_pictures_read_back_as_they_were_drawn(tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "one.png").write_bytes(pictures(pdf(1), 1, [1])[1].png)
    with Image.open(tmp_path / "one.png") as image:
        assert image.mode == "RGB"
        assert image.getpixel((30, 330)) == (0, 0, 0)
        assert image.getpixel((600, 30)) == (255, 255, 255)


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    text, said = drawn()

    assert said == [INSTALL]
    assert ".[release]" in text
    assert Outline(text).all("img") == []


@pytest.mark.parametrize("data", [None, b"", b"%PDF-1.7 broken"])
def test_a_pdf_that_is_none_is_a_sentence(data: bytes | None) -> None:
    with pytest.raises(NoPicturesError, match="left out"):
        pictures(data, 1, [1])


def test_too_many_pictures_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from builder.compare import page as module

    monkeypatch.setattr(module, "MOST_PICTURES", 0)

    assert drawn()[1] == [module.TOO_MANY]

"""Decks that other tools made: what is wrong is found on its slide, and nothing on the others."""

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from builder.audit import Audited, audit
from builder.words.judge import Judge

PANDOC = Path(__file__).parent / "made_by" / "pandoc.pptx"
EVER = "What goes online stays online."
BLAME = "It is your own fault if you send a picture."
NOBODY = "Nobody can help you now."
GOOD = "Pictures can often be taken down. It is not your fault."
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "606060000000050001a5f645400000000049454e44ae426082"
)
FODP = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:body><office:presentation>{slides}</office:presentation></office:body></office:document>"""
BOX = (
    '<draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm">'
    "<draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"
)
NOTES = (
    '<presentation:notes><draw:frame presentation:class="notes" svg:width="15cm" svg:height="10cm">'
    "<draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame></presentation:notes>"
)


def places(audited: Audited) -> set[tuple[str, str]]:
    return {(met.place.words, met.finding.rule) for met in audited.met}


def test_a_deck_of_python_pptx_is_read_in_every_corner(tmp_path: Path, judge: Judge) -> None:
    deck = Presentation()
    slides = [deck.slides.add_slide(deck.slide_layouts[6]) for _ in range(8)]
    room = (Cm(1), Cm(1), Cm(9), Cm(3))
    slides[0].shapes.add_textbox(*room).text_frame.text = GOOD
    slides[1].shapes.add_table(2, 2, *room).table.cell(1, 1).text = EVER
    group = slides[2].shapes.add_group_shape().shapes.add_group_shape()
    group.shapes.add_textbox(*room).text_frame.text = BLAME
    picture = slides[3].shapes.add_picture(BytesIO(PIXEL), *room)
    picture._element.nvPicPr.cNvPr.set("descr", EVER)
    slides[4].shapes.add_textbox(*room).text_frame.text = GOOD
    slides[4].notes_slide.notes_text_frame.text = NOBODY
    chart: Any = CategoryChartData()  # type: ignore[no-untyped-call]  # python-pptx has few types
    chart.categories = [NOBODY]
    chart.add_series("how many", (1,))
    slides[5].shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *room, chart)
    slides[6].shapes.add_picture(BytesIO(PIXEL), *room)
    # Split in the middle of words, as a changed colour does.
    paragraph = slides[7].shapes.add_textbox(*room).text_frame.paragraphs[0]
    for part in ("What goes onl", "ine sta", "ys online."):
        paragraph.add_run().text = part
    file = tmp_path / "deck.pptx"
    deck.save(str(file))

    audited = audit(file, "pupil", judge)

    assert audited.read is not None
    assert (audited.read.unit, audited.read.count) == ("slide", 8)
    assert places(audited) == {
        ("Slide 2", "messaging/hopeless"),
        ("Slide 3", "messaging/blame"),
        ("Slide 4", "messaging/hopeless"),
        ("Notes of slide 5", "messaging/no-help"),
        ("Slide 6", "messaging/no-help"),
        ("Slide 8", "messaging/hopeless"),
    }
    assert [(d.mark.line, d.rule) for d in audited.said if d.rule.startswith("audit/")] == [
        (7, "audit/wordless")
    ]


def test_notes_are_read_as_for_staff_and_slides_as_for_pupils(tmp_path: Path, judge: Judge) -> None:
    shown = f"Never say “{EVER}” to a class."
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_textbox(Cm(1), Cm(1), Cm(9), Cm(3)).text_frame.text = shown
    slide.notes_slide.notes_text_frame.text = shown
    file = tmp_path / "deck.pptx"
    deck.save(str(file))

    assert places(audit(file, "pupil", judge)) == {("Slide 1", "messaging/hopeless")}
    assert places(audit(file, "staff", judge)) == set()


def test_a_deck_of_libreoffice(soffice: str, tmp_path: Path, judge: Judge) -> None:
    texts = [(GOOD, NOBODY), (BLAME, ""), (GOOD, ""), (EVER, GOOD)]
    slides = "".join(
        f'<draw:page draw:name="p{number}">{BOX.format(text=text)}{NOTES.format(text=note)}</draw:page>'
        for number, (text, note) in enumerate(texts)
    )
    (tmp_path / "deck.fodp").write_text(FODP.format(slides=slides), encoding="utf-8")
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pptx", "deck.fodp"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )

    audited = audit(tmp_path / "deck.pptx", "pupil", judge)

    assert audited.read is not None
    assert audited.read.count == len(texts)
    assert places(audited) == {
        ("Notes of slide 1", "messaging/no-help"),
        ("Slide 2", "messaging/blame"),
        ("Slide 4", "messaging/hopeless"),
    }


def test_a_deck_of_pandoc(judge: Judge) -> None:
    audited = audit(PANDOC, "pupil", judge)

    assert audited.read is not None
    assert audited.read.count == 5
    assert places(audited) == {
        ("Slide 3", "messaging/abstinence"),
        ("Slide 3", "messaging/hopeless"),
        ("Slide 4", "messaging/blame"),
        ("Notes of slide 4", "messaging/no-help"),
    }

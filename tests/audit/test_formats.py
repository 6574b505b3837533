"""Documents, pages and texts: what is wrong is found at its paragraph, page or line."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from reportlab.pdfgen.canvas import Canvas

from builder.audit import READERS, Audited, audit
from builder.words.judge import LONGEST, Judge, pieces

EVER = "What goes online stays online."
BLAME = "It is your own fault if you send a picture."
NOBODY = "Nobody can help you now."
GOOD = "Pictures can often be taken down. It is not your fault."


def numbers(audited: Audited) -> list[tuple[int, str]]:
    return [(d.mark.line, d.rule.partition("/")[2]) for d in audited.said]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "page"


def saved(page: Path, suffix: str, text: str, encoding: str = "utf-8") -> Path:
    file = page.with_suffix(suffix)
    file.write_bytes(text.encode(encoding))
    return file


def test_a_word_document(tmp_path: Path, judge: Judge) -> None:
    document = Document()
    document.add_paragraph(GOOD)
    document.add_paragraph("What goes ").add_run("online").bold = True
    document.paragraphs[1].add_run(" stays online.")
    document.add_table(1, 2).cell(0, 1).text = BLAME
    document.sections[0].footer.paragraphs[0].text = NOBODY
    box = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pict>'
        f"<w:txbxContent><w:p><w:r><w:t>{EVER}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    document.add_paragraph(GOOD)._p.append(parse_xml(box))
    deleted = (
        '<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:r><w:delText>{BLAME}</w:delText></w:r></w:del>"
    )
    document.add_paragraph(GOOD)._p.append(parse_xml(deleted))
    file = tmp_path / "letter.docx"
    document.save(str(file))

    audited = audit(file, "pupil", judge)

    assert [(met.place.words, met.finding.rule) for met in audited.met] == [
        ("Paragraph 2", "messaging/hopeless"),
        ("Paragraph 4", "messaging/blame"),
        ("Paragraph 6", "messaging/hopeless"),
        ("Footer", "messaging/no-help"),
    ]


def test_a_pdf_whose_sentences_run_over_lines(tmp_path: Path, judge: Judge) -> None:
    drawn = BytesIO()
    canvas = Canvas(drawn)
    for lines in ([GOOD], ["Remember: what goes", "online stays online."], [GOOD], ["Tell someone."]):
        for number, line in enumerate(lines):
            canvas.drawString(72, 700 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    file = tmp_path / "leaflet.pdf"
    file.write_bytes(drawn.getvalue())

    audited = audit(file, "pupil", judge)

    assert numbers(audited) == [(2, "hopeless")]
    assert audited.said[0].message.startswith("Page 2: “what goes online stays online”") or (
        audited.said[0].message.startswith("Page 2: “goes online stays online”")
    )


def test_a_web_page(page: Path, judge: Judge) -> None:
    html = f"""<html><head><title>{GOOD}</title>
<script>"{BLAME}"</script><style>p {{ content: "{BLAME}" }}</style></head><body>
<!-- {BLAME} -->
<p>{GOOD}</p><p>What <b>goes</b>
on<i>line</i> stays
online.</p>
<img src="https://example.invalid/a.png" alt="{NOBODY}">
<table><tr><td>It&#8217;s your own</td><td>fault</td></tr></table>
<h2>It&rsquo;s your own fault</h2>
"""

    audited = audit(saved(page, ".html", html), "pupil", judge)

    assert numbers(audited) == [(4, "hopeless"), (7, "no-help"), (9, "blame")]


def test_markdown_without_its_code(page: Path, judge: Judge) -> None:
    text = f"""# Staying safe

What goes **online**
stays [online](https://example.invalid/your-own-fault).

```text
{BLAME}
```

> - {NOBODY}

| a | {BLAME} |
|---|---|

{GOOD}
"""

    audited = audit(saved(page, ".md", text), "pupil", judge)

    assert numbers(audited) == [(3, "hopeless"), (10, "no-help"), (12, "blame")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_as_editors_save_it(page: Path, judge: Judge, encoding: str) -> None:
    text = f"{GOOD}\r\n\r\nRemember what we said:\r\nit’s your own\r\nfault.\r\n"

    audited = audit(saved(page, ".txt", text, encoding), "pupil", judge)

    assert numbers(audited) == [(4, "blame")]


def test_who_reads_it_decides(page: Path, judge: Judge) -> None:
    file = saved(page, ".txt", f"Never say “{EVER}” to a class.\n")

    assert numbers(audit(file, "pupil", judge)) == [(1, "hopeless")]
    assert numbers(audit(file, "staff", judge)) == []


def test_every_reader_says_what_it_reads() -> None:
    assert set(READERS) >= {".pptx", ".docx", ".pdf", ".html", ".htm", ".md", ".txt"}
    assert all(suffix == suffix.lower() and what for suffix, (what, _) in READERS.items())


@pytest.mark.parametrize("text", ["word " * 2000, "x" * 9000, "short"])
def test_long_texts_are_read_in_pieces_and_nothing_is_lost(text: str) -> None:
    found = list(pieces(text))

    assert all(len(piece) <= LONGEST for piece in found)
    assert found[0][:50] == text[:50]
    assert found[-1][-5:] == text[-5:]
    rebuilt = found[0]
    for piece in found[1:]:
        assert rebuilt.endswith(piece[:200])
        rebuilt += piece[200:]
    assert rebuilt == text


def test_a_finding_behind_a_very_long_sentence_is_met(page: Path, judge: Judge) -> None:
    file = saved(page, ".txt", f"{'and then ' * 3000}we came home. {EVER}")

    assert numbers(audit(file, "pupil", judge)) == [(1, "hopeless")]

"""Properties: the document's own, and nothing of whoever or whatever built it."""

import datetime
import getpass
import io
import platform
import zipfile
from pathlib import Path

from pptx.presentation import Presentation

from builder.layout.placed import PlacedDeck
from builder.render.pptx.props import MAKER


def test_core_properties_come_from_the_document(opened: Presentation, deck: PlacedDeck) -> None:
    core = opened.core_properties
    document = deck.document
    assert (core.title, core.subject, core.language) == (document.title, document.subtitle, document.language)
    assert core.keywords == "help, R&D"
    assert (core.author, core.last_modified_by, core.revision) == (MAKER, MAKER, 1)
    built = datetime.datetime.fromisoformat(f"{document.date}T00:00:00")  # python-pptx's are naive
    assert core.created.replace(tzinfo=None) == core.modified.replace(tzinfo=None) == built


def test_no_user_host_or_folder_is_in_any_part(rendered: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered)) as archive:
        everything = b"".join(
            archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))
        )
    strangers = {
        str(Path.home()),
        str(Path.cwd()),
        "Steve Canny",
        f">{getpass.getuser()}<",
        f">{platform.node()}<",
    }
    assert [name for name in strangers if name.encode() in everything] == []


def test_the_notes_master_is_listed(rendered: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered)) as archive:
        assert b"<p:notesMasterIdLst><p:notesMasterId " in archive.read("ppt/presentation.xml")


def test_text_boxes_that_say_no_face_take_the_body_face(rendered: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered)) as archive:
        styles = archive.read("ppt/presentation.xml") + archive.read("ppt/slideMasters/slideMaster1.xml")
    for style in (b"<p:defaultTextStyle>", b"<p:otherStyle>"):
        inside = styles.split(style)[1].split(b"</p:")[0]
        assert inside.count(b'<a:latin typeface="+mn-lt"/>') == 9

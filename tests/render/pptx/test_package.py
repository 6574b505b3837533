"""The zip: sorted names, a fixed date, no trace of the system; pictures kept once; safe addresses."""

import zipfile
from io import BytesIO

from pptx.opc.constants import CONTENT_TYPE as CT

from builder.document import Image
from builder.render.pptx.package import Package, relate_link


def test_names_are_sorted_with_the_content_types_first(rendered: bytes) -> None:
    with zipfile.ZipFile(BytesIO(rendered)) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert names == sorted(names)
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names))


def test_entries_carry_no_clock_and_no_system(rendered: bytes) -> None:
    with zipfile.ZipFile(BytesIO(rendered)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.external_attr == 0o100644 << 16
            assert entry.create_system == 3
            assert entry.extra == b""


def test_a_picture_used_twice_is_kept_once(rendered: bytes) -> None:
    with zipfile.ZipFile(BytesIO(rendered)) as archive:
        assert [n for n in archive.namelist() if "media" in n] == ["ppt/media/image1.png"]
    package = Package()
    first, second = Image(b"one", 1, 1), Image(b"two", 1, 1)
    assert package.image(first) is package.image(Image(b"one", 1, 1))
    assert package.image(second).partname == "/ppt/media/image2.png"


def test_an_address_with_spaces_or_accents_becomes_a_valid_one() -> None:
    package = Package()
    part = package.part("/ppt/slides/slide1.xml", CT.PML_SLIDE)
    rid = relate_link(part, 'https://example.org/a b"é?x=1&y=%20#top')
    assert part.target_ref(rid) == "https://example.org/a%20b%22%C3%A9?x=1&y=%20#top"
    assert relate_link(part, 'https://example.org/a b"é?x=1&y=%20#top') == rid

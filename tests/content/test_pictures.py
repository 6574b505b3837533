"""A picture from a phone carries where it was taken; what goes into a pack does not."""

import io

import pytest
from PIL import Image

from builder.content.pictures import LARGEST_SIDE_PX, clean


def photo(form: str, size: tuple[int, int] = (40, 20), rotated: bool = False) -> bytes:
    picture = Image.new("RGB", size, "teal")
    exif = Image.Exif()
    exif[0x010F] = "Maker of phones"
    exif[0x9C9D] = "A pupil's name".encode("utf-16-le")
    if rotated:
        exif[0x0112] = 6
    out = io.BytesIO()
    picture.save(out, form, exif=exif, dpi=(300, 300))
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_nothing_but_the_picture_is_kept(form: str) -> None:
    raw = photo(form)
    assert b"Maker of phones" in raw

    kept = clean(raw)

    assert b"Maker" not in kept.data
    assert not Image.open(io.BytesIO(kept.data)).getexif()
    assert (kept.width_px, kept.height_px) == (40, 20)


def test_a_picture_taken_sideways_stands_upright() -> None:
    kept = clean(photo("JPEG", rotated=True))

    assert (kept.width_px, kept.height_px) == (20, 40)


def test_a_huge_picture_is_made_smaller() -> None:
    kept = clean(photo("PNG", (LARGEST_SIDE_PX * 2, 10)))

    assert kept.width_px == LARGEST_SIDE_PX


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert clean(photo("JPEG")).data == clean(photo("JPEG")).data


@pytest.mark.parametrize("raw", [b"", b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", photo("JPEG")[:100]])
def test_what_is_no_picture_is_refused_in_plain_words(raw: bytes) -> None:
    with pytest.raises(ValueError, match="can't be read as a PNG or JPEG"):
        clean(raw)

"""Authors' pictures, made safe to share: drawn again as PNG, so no place, camera or name stays in them."""

import hashlib
import io
import warnings
from dataclasses import dataclass

LARGEST_SIDE_PX = 2400
LARGEST_FILE_BYTES = 20_000_000
FORMATS = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as PNG without metadata; sizes in pixels, no side over LARGEST_SIDE_PX.

    `sha256` is that of the file as it was.
    """

    data: bytes
    width_px: int
    height_px: int
    sha256: str = ""


def clean(raw: bytes, side_px: int = LARGEST_SIDE_PX) -> PictureFile:
    """The same picture as plain PNG, no side of it over `side_px`.

    Raises ValueError, in words for the author, when `raw` is no PNG or JPEG or is too large.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    # Pillow only warns of a picture so large that opening it could exhaust the machine.
    warnings.simplefilter("error", Image.DecompressionBombWarning)

    if len(raw) > LARGEST_FILE_BYTES:
        raise ValueError(f"it is larger than {LARGEST_FILE_BYTES // 1_000_000} MB")
    try:
        with Image.open(io.BytesIO(raw), formats=FORMATS) as opened:
            # A phone stores which way is up beside the pixels; that note goes, so it is applied first.
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((side_px, side_px))
            mode = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
            bare = Image.new(mode, upright.size)
            bare.paste(upright.convert(mode))
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as fault:
        raise ValueError("it can't be read as a PNG or JPEG picture") from fault
    out = io.BytesIO()
    bare.save(out, "PNG")
    return PictureFile(out.getvalue(), bare.width, bare.height, hashlib.sha256(raw).hexdigest())

"""What the files of Office programs share, whoever draws them: the slots of a theme, and the zip they are."""

import io
import zipfile
from collections.abc import Mapping

# The role behind each slot of an Office theme. A school that changes the slot recolours the file.
SLOTS = {
    "dk1": "ink",
    "lt1": "white",
    "dk2": "deep",
    "lt2": "paper",
    "accent1": "leaf",
    "accent2": "coral",
    "accent3": "sun",
    "accent4": "plum",
    "accent5": "sky",
    "accent6": "night",
    "hlink": "deep",
    "folHlink": "plum",
}
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], level: int) -> bytes:
    """A zip with its names sorted, and without the clock and the system that wrote it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        # "[" sorts before every letter used, so the content types come first, as OPC readers like.
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=level)
    return out.getvalue()

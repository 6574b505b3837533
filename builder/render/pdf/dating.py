"""A PDF bears the build's date: reportlab would take the clock's, or one from the environment."""

import datetime
import hashlib
import time
from typing import Any


def date(canvas: Any, iso: str) -> None:
    """Set the file's creation and change to midnight UTC of `iso`, and its id to something that follows."""
    document = canvas._doc
    moment = datetime.datetime.fromisoformat(iso).replace(tzinfo=datetime.UTC).timestamp()
    stamp = document._timeStamp
    stamp.t, stamp.lt = moment, time.gmtime(moment)
    stamp.YMDhms, stamp.dhh, stamp.dmm, stamp.tzname = tuple(stamp.lt)[:6], 0, 0, "UTC"
    document.signature = hashlib.md5(f"lesson pack {iso}".encode(), usedforsecurity=False)

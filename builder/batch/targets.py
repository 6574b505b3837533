"""Which store a target names: a folder here, or whatever fsspec reaches."""

import urllib.parse
import urllib.request
from pathlib import Path

from builder.batch.store import Folder, Store


def store_at(target: str) -> Store:
    """The store of a local folder, or of a URL such as “s3://bucket/packs”.

    Raises CantStoreError where nothing here can write to such a URL.
    """
    scheme, found, _ = target.partition("://")
    # One letter is a drive of Windows.
    if not found or len(scheme) < 2:
        return Folder(Path(target))
    if scheme == "file":
        return Folder(Path(urllib.request.url2pathname(urllib.parse.urlsplit(target).path)))
    # Only here: most people have no cluster, and need nothing that writes to one.
    from builder.batch.remote import remote_store

    return remote_store(target)

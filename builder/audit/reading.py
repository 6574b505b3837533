"""READERS is the table of who reads what; `read` opens a file and says clearly why it can't."""

from pathlib import Path

from builder.audit import docx, html, markdown, pdf, pptx, text
from builder.audit.passage import Read, Reader, UnreadableError

SIZE_LIMIT = 300 * 2**20

READERS: dict[str, tuple[str, Reader]] = {
    ".pptx": (pptx.WHAT, pptx.read),
    ".docx": (docx.WHAT, docx.read),
    ".pdf": (pdf.WHAT, pdf.read),
    ".html": ("a web page", html.read),
    ".htm": ("a web page", html.read),
    ".md": ("Markdown", markdown.read),
    ".markdown": ("Markdown", markdown.read),
    ".txt": ("plain text", text.read),
}


def read(path: Path) -> Read:
    """Everything that can be read in a file. Raises UnreadableError."""
    if path.is_dir():
        raise UnreadableError(
            "audit/folder", "This is a folder.", "Name the files in it, such as folder/*.pptx."
        )
    suffix = path.suffix.lower()
    if suffix not in READERS:
        raise UnreadableError(
            "audit/format",
            f"Files that end in “{suffix}” can't be read." if suffix else "This file's name has no ending.",
            f"Save it as one of these: {', '.join(READERS)}.",
        )
    data = _bytes(path)
    if not data.strip():
        raise UnreadableError("audit/empty", "This file is empty.", "Check that the right file was saved.")
    found = read_bytes(suffix, data)
    if not found.passages:
        raise UnreadableError(
            "audit/empty",
            "There are no words in this file that can be read.",
            "If it shows pictures of words, as a scan does, somebody has to read it.",
        )
    return found


def read_bytes(suffix: str, data: bytes) -> Read:
    """What is in a file with one of the endings in READERS, be it nothing. Raises UnreadableError."""
    what, reader = READERS[suffix]
    try:
        return reader(data)
    except UnreadableError:
        raise
    except Exception as fault:  # a damaged file makes the libraries raise anything at all
        raise UnreadableError(
            "audit/broken", f"This is not {what}, or it is damaged.", "Open it and save it again."
        ) from fault


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableError("audit/missing", "There is no such file.", "Check its name and folder.")
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableError(
                "audit/too-large",
                f"This file is larger than {SIZE_LIMIT // 2**20} MB.",
                "Take out films and large pictures, or split it.",
            )
        return path.read_bytes()
    except (OSError, ValueError) as fault:
        said = getattr(fault, "strerror", None) or "its name can't be used"
        raise UnreadableError(
            "audit/missing", f"This file can't be opened: {said}.", "Check that you may read it."
        ) from fault

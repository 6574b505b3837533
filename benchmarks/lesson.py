"""Which lesson is measured, and the files of its pack that every peer makes too; imports nothing heavy."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LESSON, COUNTRY, DATE = "online-blackmail", "GB-ENG", "2026-09-01"
PAGES = ("teacher-notes", "handout")
FILES = ("slides.pptx", *(f"{name}.pdf" for name in PAGES))

"""What can be said of a file itself, apart from its words."""

RULES = {
    "audit/missing": "A file that is named is there and may be read.",
    "audit/folder": "What is named is a file and no folder.",
    "audit/format": "A file is of a kind that can be read.",
    "audit/locked": "A file has no password.",
    "audit/broken": "A file opens, and is what its name says.",
    "audit/too-large": "A file, opened up, is no larger than any lesson needs.",
    "audit/empty": "A file has words in it.",
    "audit/wordless": "A page or slide with a picture has words that can be read.",
}

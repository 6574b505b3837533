"""YAML as people type it → plain text data with the place of every value, or what's wrong with it.

Floor 1, and the only home of PyYAML.
"""

from builder.source.letters import SIZE_LIMIT
from builder.source.model import Data, Source
from builder.source.reading import read_file, read_text
from builder.source.rules import RULES
from builder.source.walk import DEPTH_LIMIT
from builder.source.wording import excerpt, in_quotes

__all__ = [
    "DEPTH_LIMIT",
    "RULES",
    "SIZE_LIMIT",
    "Data",
    "Source",
    "excerpt",
    "in_quotes",
    "read_file",
    "read_text",
]

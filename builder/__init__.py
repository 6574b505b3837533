"""Lesson Pack Builder: teachers' YAML in, slides, teacher notes and handouts out."""

__version__ = "0.1.0"

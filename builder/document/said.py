"""Words that renderers say of a document, where the document has none: by language."""

_ANSWER = {"en": "Answer", "cy": "Ateb"}


def answer_word(language: str) -> str:
    """What stands above the answer to a question; English for a language that isn't known."""
    return _ANSWER.get(language.split("-")[0].lower(), _ANSWER["en"])

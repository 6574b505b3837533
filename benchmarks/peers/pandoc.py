"""Slides and pages by pandoc in one process, the pages then set by typst or WeasyPrint in another.

`python -m benchmarks.peers.pandoc typst|weasyprint PANDOC WORDS.json OUT`
"""

import subprocess
import sys
from pathlib import Path

LUA = Path(__file__).with_name("pack.lua")


def written(pandoc: str, words: str, out: Path, form: str) -> list[Path]:
    """The pages, as pandoc writes them for typst or as HTML; the deck stands beside them."""
    subprocess.run([pandoc, "lua", str(LUA), words, str(out), form], check=True)
    return sorted(out.glob(f"*.{form}"))


def main() -> None:
    engine, pandoc, words = sys.argv[1:4]
    out = Path(sys.argv[4])
    if engine == "typst":
        import typst

        # Its own fonts: looking for those of the machine takes longer than setting the pages.
        compiler = typst.Compiler(root=out, ignore_system_fonts=True)
        for pages in written(pandoc, words, out, "typst"):
            compiler.compile(input=pages, output=pages.with_suffix(".pdf"))
    else:
        import weasyprint

        for pages in written(pandoc, words, out, "html"):
            weasyprint.HTML(pages).write_pdf(pages.with_suffix(".pdf"))


if __name__ == "__main__":
    main()

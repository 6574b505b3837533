"""Text bodies: paragraphs, runs, bullets that hang, highlights and links."""

from dataclasses import replace
from typing import Literal

from pptx.opc.package import Part

from builder.layout.measure import BULLET_EM
from builder.layout.placed import Face, Para, Run, TextBody
from builder.render.pptx.package import relate_link
from builder.render.pptx.xml import colour, emu, escaped, quoted, solid
from builder.theme import Theme

Bullet = Literal["", "disc", "number", "letter", "tick"]

_BULLETS: dict[Bullet, str] = {
    "": "<a:buNone/>",
    "disc": '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
    "number": '<a:buFont typeface="+mn-lt"/><a:buAutoNum type="arabicPeriod"/>',
    "letter": '<a:buFont typeface="+mn-lt"/><a:buAutoNum type="alphaUcPeriod"/>',
    "tick": '<a:buFont typeface="Segoe UI Symbol"/><a:buChar char="☐"/>',
}
NOTES_SIZE_PT = 12
_ALIGN = {"left": "l", "centre": "ctr", "right": "r"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_FACES: dict[Face, str] = {"title": "+mj-lt", "body": "+mn-lt"}
_WEB = ("https://", "http://", "mailto:", "tel:")

# At 100 % Office sets lines as far apart as the face itself asks: 1.24 em for Atkinson Hyperlegible
# and 1.25 for Lexend, where `theme.leading` counts ems. A share of that, rather than exact points,
# lets a teacher enlarge words without lines running into each other.
_FACE_HEIGHT_EM = 1.25

# Without this PowerPoint paints every link in the theme's link colour, whatever its ground.
_LINK_KEEPS_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp='
    '"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


class Writer:
    """Writes words into one part: it knows the theme, the language and where links are kept."""

    def __init__(self, theme: Theme, language: str, part: Part) -> None:
        self.theme = theme
        self.lang = quoted(language)
        self.part = part

    def body(self, text: TextBody, tag: str = "p:txBody") -> str:
        left, top, right, bottom = (emu(inset) for inset in text.insets_pt)
        paras = "".join(self.para(para) for para in text.paras) or f"<a:p>{self._nothing()}</a:p>"
        return (
            f'<{tag}><a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
            f' rtlCol="0" anchor="{_ANCHOR[text.anchor]}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f"{paras}</{tag}>"
        )

    def para(self, para: Para) -> str:
        hang = emu(BULLET_EM[para.bullet] * para.size_pt)
        leading = round(self.theme.leading / _FACE_HEIGHT_EM * 100_000)
        properties = (
            f'<a:pPr marL="{hang}" indent="{-hang}" algn="{_ALIGN[para.align]}">'
            f'<a:lnSpc><a:spcPct val="{leading}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="{round(para.space_after_pt * 100)}"/></a:spcAft>'
            f"{_BULLETS[para.bullet]}</a:pPr>"
        )
        size = f' sz="{round(para.size_pt * 100)}"'
        runs = "".join(self._styled(run, size, para.face) for run in para.runs)
        # An empty paragraph would otherwise fall back to 18 points and push its neighbours down.
        return f"<a:p>{properties}{runs or self._nothing(size)}</a:p>"

    def note(
        self, runs: tuple[Run, ...], bullet: Bullet = "", indent_pt: float = 0, space_before_pt: float = 0
    ) -> str:
        """A paragraph of speaker notes, whose face and colour come from the notes master."""
        hang = emu(16) if bullet else 0
        # LibreOffice and Google pass over the notes master's size and would print at 20 points.
        size = f' sz="{NOTES_SIZE_PT * 100}"'
        words = "".join(self._run(run, size, self._link(run.link)) for run in runs)
        return (
            f'<a:p><a:pPr marL="{emu(indent_pt) + hang}" indent="{-hang}">'
            f'<a:spcBef><a:spcPts val="{round(space_before_pt * 100)}"/></a:spcBef>'
            f"{_BULLETS[bullet]}</a:pPr>{words or self._nothing(size)}</a:p>"
        )

    def _nothing(self, size: str = "") -> str:
        """What an empty line says of the words that somebody may type there."""
        return f'<a:endParaRPr lang="{self.lang}"{size}/>'

    def _styled(self, run: Run, size: str, face: Face) -> str:
        light = f"<a:highlight>{colour(self.theme, 'sun')}</a:highlight>" if run.lit else ""
        # The schema wants this order: fill, highlight, face, link.
        inside = (
            f'{solid(self.theme, run.colour)}{light}<a:latin typeface="{_FACES[face]}"/>'
            f"{self._link(run.link)}"
        )
        # Layout measures titles as semi-bold; a family has no semi-bold button but bold, which is 2 %
        # wider and within layout's margin. And it reckoned a newline as a space.
        drawn = replace(run, text=run.text.replace("\n", " "), bold=run.bold or face == "title")
        # A school's layout may set titles in capitals, which nobody has measured.
        caps = ' cap="none"' if self.theme.template else ""
        return self._run(drawn, f"{size}{caps}", inside)

    def _run(self, run: Run, attributes: str, inside: str) -> str:
        line = ' u="sng"' if "hlinkClick" in inside else ""
        properties = f'lang="{self.lang}"{attributes} b="{int(run.bold)}"{line} dirty="0"'
        # A line break typed by an author is an element of its own; a raw newline would be lost.
        return f"<a:br><a:rPr {properties}>{inside}</a:rPr></a:br>".join(
            f"<a:r><a:rPr {properties}>{inside}</a:rPr><a:t>{escaped(words)}</a:t></a:r>"
            for words in run.text.split("\n")
        )

    def _link(self, address: str) -> str:
        if not address.startswith(_WEB):
            return ""
        return f'<a:hlinkClick r:id="{relate_link(self.part, address)}">{_LINK_KEEPS_COLOUR}</a:hlinkClick>'

"""How the page of changes looks: dark on light, underlined and struck through beside all colour."""

INK, GROUND = "1b1b1f", "ffffff"
CAME, CAME_ON = "0b4022", "dff3e4"
WENT, WENT_ON = "7a1020", "fbe3e4"
QUIET, LINE = "4a4a52", "77777f"
PAIRS = ((INK, GROUND), (CAME, CAME_ON), (WENT, WENT_ON), (CAME, GROUND), (WENT, GROUND), (QUIET, GROUND))
"""Letters and what they stand on."""

STYLE = f"""\
body {{ margin: 0; color: #{INK}; background: #{GROUND}; font: 1rem/1.5 system-ui, sans-serif; }}
main {{ max-width: 88rem; margin: 0 auto; padding: 1.5rem; }}
h2 {{ margin-top: 2.5rem; border-bottom: 2px solid #{LINE}; }}
h4 {{ margin: 1.75rem 0 0.5rem; font-size: 1.05rem; }}
h4 span {{ border: 1px solid; border-radius: 0.25rem; padding: 0 0.4rem; font-size: 0.9rem; }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; }}
th, td {{ border: 1px solid #{LINE}; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }}
td {{ overflow-wrap: anywhere; }}
thead th:first-child {{ width: 9rem; }}
img {{ max-width: 100%; height: auto; border: 1px solid #{LINE}; }}
ins, .came {{ color: #{CAME}; }}
del, .went {{ color: #{WENT}; }}
ins {{ background: #{CAME_ON}; text-decoration: underline; font-weight: 600; }}
del {{ background: #{WENT_ON}; text-decoration: line-through; }}
.moved, .note {{ color: #{QUIET}; }}
.aside {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
@media print {{
  main {{ max-width: none; padding: 0; }}
  h2, h3, h4 {{ break-after: avoid; }}
  tr {{ break-inside: avoid; }}
  ins, del {{ background: none; }}
}}
"""

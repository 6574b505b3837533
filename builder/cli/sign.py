"""`lessonpack sign`"""

import click

from builder.cli.common import iso_date, today, wrong
from builder.cli.own_files import OwnText, one_line, own_text, plainly, save, unfit
from builder.content.overlay.adapting import Adapted
from builder.content.review import to_sign, wrote
from builder.source import Data


@click.command("sign")
@click.argument("name", metavar="ID")
@click.option(
    "--name", "signer", required=True, metavar="NAME", help="Who has read it whole and stands for it."
)
@click.option("--role", required=True, metavar="ROLE", help="In which role, such as “deputy head”.")
@click.option(
    "--date", "date", callback=iso_date, metavar="YYYY-MM-DD", help="When it was read.  [default: today]"
)
def command(name: str, signer: str, role: str, date: str) -> None:
    """Sign a case study, or a lesson that you wrote or changed, as the second person who has read it.

    The signature holds for exactly these words: whatever changes afterwards, in your file or in a later
    edition of the tool, waits for somebody again. Who wrote it can't sign it.

    \b
    Example:
      lessonpack sign after-midnight --name "Sam Reid" --role "deputy head"
    """
    signer, role = one_line(signer, "name"), one_line(role, "role")
    if date > today():
        wrong(f"{date} is still to come. A signature is for what has been read.")
    text = own_text(name)
    with plainly():
        here = text.text()
        merged, laid, said = (text.base, None, []) if text.found.own else text.laid_over(here)
        for one in [*said, *unfit(text, merged)]:
            if one.is_error:
                wrong(f"{one.mark}: {one.message.rstrip('.')}. Put that right first.")
        author = _author(text, laid)
        if author is not None and wrote(author, signer):
            wrong(f"{author} wrote it. Somebody else has to read and sign it.")
        if author is None and (text.found.own or (laid is not None and laid.model.changes)):
            wrong(f"Nothing says who wrote it. Put “author: …” into {text.place}, so that another can sign.")
        review: Data = {"name": signer, "role": role, "date": date, "of": to_sign(merged.data)}
        save(text.place, here.with_part("review", review).text)
    click.echo(f"{signer} ({role}) signed “{name}” as it is today. It stands in {text.place}.")


def _author(text: OwnText, laid: Adapted | None) -> str | None:
    if laid is not None:
        return laid.model.author
    own = text.base.data.get("author") if text.found.own and isinstance(text.base.data, dict) else None
    return own if isinstance(own, str) and own else None

"""The door: `lessonpack` and its commands, each in a file of its own that is imported only when run."""

import importlib
import os
import sys
from pathlib import Path

import click

from builder import __version__

STOPPED = 130
# Name, module, and the one line that `lessonpack --help` shows.
COMMANDS = (
    ("list", "list_", "Show the lessons and case studies that can be built here."),
    ("check", "check", "Check lessons and case studies; say what is wrong and what to try."),
    ("build", "build", "Make packs: slides, slides to share, teacher notes, handout."),
    ("release", "release", "Make all packs of a release in one folder, with sums and changes."),
    ("batch", "batch", "Make packs for many schools from a table, a row a school."),
    ("audit", "audit", "Read slides and documents you have; say what may harm."),
    ("verify", "verify", "Check that a pack or a release is as it was built."),
    ("compare", "compare", "Say what changed from one pack or release to another."),
    ("check-text", "check_text", "Judge sentences, one a line, for other programs."),
    ("help-lines", "help_lines", "List a country's help lines, and what a person must still confirm."),
    ("init", "init", "Start your school's own folder with a few questions."),
    ("adapt", "adapt", "Put your own words into a shipped lesson or case study."),
    ("status", "status", "Show what is yours, what changed beneath it, what waits."),
    ("update", "update", "Walk through what changed beneath: keep, take or edit."),
    ("sign", "sign", "Sign a text as the second person who has read it."),
    ("new", "new", "Start a new lesson or case study from a template."),
    ("rules", "rules", "Show every rule that can speak, or explain one."),
    ("schema", "schema", "Print the JSON Schema that lets an editor complete your YAML."),
)


class Commands(click.Group):
    """Click's group, with its commands taken from COMMANDS when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, _, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for name, module, _ in COMMANDS:
            if name == cmd_name:
                command = importlib.import_module(f"builder.cli.{module}").command
                assert isinstance(command, click.Command)  # noqa: S101 - tells mypy, and fails loudly
                return command
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from builder.diagnostics import did_you_mean

        if args and args[0] not in self.list_commands(ctx):
            hint = did_you_mean(args[0], self.list_commands(ctx))
            ctx.fail(f"There is no command “{args[0]}”. {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, _, short in COMMANDS])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Run it in the folder that holds your lessons/ and case_studies/. What is there is laid over "
    "what comes with the tool. Start with: lessonpack build",
)
@click.version_option(__version__, prog_name="lessonpack")
def lessonpack() -> None:
    """Lesson packs about online blackmail: slides, teacher notes and handouts from structured lessons.

    Every pack is checked before it is made, so that no sentence in it blames a child or takes hope away.
    """


def main() -> None:
    """Run the command; 0 clean, 1 faults in content, 2 wrong command line, 3 our own fault."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles may have an older code page, and lessons are full of “ and –.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = lessonpack(prog_name="lessonpack", standalone_mode=False)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.ClickException as fault:
        fault.show()
        code = fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. A pack that was there before is still there.", err=True)
        code = STOPPED
    except BrokenPipeError:
        # Whoever read the output has seen enough, as with “| head”.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as fault:
        click.echo(f"lessonpack: {fault.filename or 'the output'} can't be used: {fault.strerror}.", err=True)
        code = 2
    except Exception as fault:
        place = _innermost(fault)
        click.echo(
            f"lessonpack: something went wrong in the tool itself "
            f"({type(fault).__name__}: {fault}, at {place}).\n"
            "Please report this with the file you were building.",
            err=True,
        )
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


def _innermost(fault: BaseException) -> str:
    trace = fault.__traceback__
    place = "unknown"
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if "builder" in file.parts:
            place = f"{file.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place

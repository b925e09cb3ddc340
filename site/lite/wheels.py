"""Reading the locked wheels, and writing wheels that are the same in every build."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

LOCK = Path(__file__).with_name("parts.lock")
DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can hold


class PartsError(Exception):
    """A part that is missing or is not the locked one, in a sentence."""


class Parts:
    """The wheels of parts.lock in a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        pairs = re.findall(r"^([\w.-]+)==\S+ \\\n\s+--hash=sha256:(\w+)", LOCK.read_text(), re.MULTILINE)
        self.hashes = dict(pairs)

    def open(self, name):
        """Return the open wheel of a package, after comparing its hash with the locked one."""
        found = [
            path for path in self.folder.glob("*.whl") if normal(path.name.split("-")[0]) == normal(name)
        ]
        for path in found:
            content = path.read_bytes()
            if hashlib.sha256(content).hexdigest() == self.hashes[name]:
                return zipfile.ZipFile(io.BytesIO(content))
        problem = "is not the version in parts.lock" if found else "is missing"
        raise PartsError(f"The wheel of {name} {problem} in {self.folder}; `make site-lite` fetches it.")

    def version(self, name):
        """Return the locked version of a package."""
        return re.search(rf"^{re.escape(name)}==(\S+)", LOCK.read_text(), re.MULTILINE)[1]


def normal(name):
    """Return a package's name as installers compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def content_of(wheel, keep=lambda name: True):
    """Return {path: bytes} of the files in an open wheel that `keep(path)` accepts."""
    return {name: wheel.read(name) for name in wheel.namelist() if not name.endswith("/") and keep(name)}


def make_wheel(name, version, files, tag="py3-none-any"):
    """Return (file name, bytes) of a wheel with these files, {path: bytes}; the same files give the same bytes."""
    underscored = normal(name).replace("-", "_")
    home = f"{underscored}-{version}.dist-info"
    files = {path: content for path, content in files.items() if ".dist-info/" not in path}
    files[f"{home}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode()
    files[f"{home}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: site\nRoot-Is-Purelib: true\nTag: {tag}\n".encode()
    )
    files[f"{home}/RECORD"] = b""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            archive.writestr(zipfile.ZipInfo(path, DATE), files[path], zipfile.ZIP_DEFLATED)
    return f"{underscored}-{version}-{tag}.whl", target.getvalue()

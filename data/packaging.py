"""The step of a wheel's build that copies into the package what lies elsewhere: this folder becomes `helpers/data`.

setuptools runs it (`cmdclass` in pyproject.toml). An editable installation has no use for it: it reads this folder.
"""

from pathlib import Path

from setuptools.command.build_py import build_py

STYLE = Path("notebooks", "matplotlibrc"), Path("helpers", "figures", "matplotlibrc")
PATTERNS = ("*.h5", "checksums.txt", "README.md", "LICENSES/*.txt", "experiments/*.json")


def data_files(folder):
    """Return the paths of the files below a folder that a wheel carries; an interrupted experiment is not one."""
    paths = sorted(path for pattern in PATTERNS for path in Path(folder).glob(pattern))
    return [path for path in paths if not path.name.endswith(".partial.json")]


class BuildWithData(build_py):
    """setuptools' step that collects the modules, and then the data and the style of the figures."""

    def run(self):
        """Collect the modules, then the rest unless the installation is editable."""
        super().run()
        copies = {path: Path("helpers", path) for path in data_files("data")} | dict([STYLE])
        for path, place in () if self.editable_mode else copies.items():
            copy = Path(self.build_lib, place)
            self.mkpath(str(copy.parent))
            self.copy_file(str(path), str(copy), preserve_mode=False)

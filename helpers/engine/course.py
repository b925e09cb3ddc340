"""Where the notebooks live in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
SOURCES = NOTEBOOKS / "source"
REFERENCES = ROOT / "tests" / "reference"


def source_names():
    """Return the names of all source notebooks, in order: "02_logistic_regression", ..."""
    return sorted(path.stem for path in SOURCES.glob("[0-9]*.py"))


def chosen(wanted):
    """Return the names of the notebooks that a command line asks for: numbers, names or paths; all when none."""
    names = source_names()
    picked = [name for name in names if any(Path(w).stem == name or name.split("_")[0] == w for w in wanted)]
    missing = [
        w for w in wanted if not any(Path(w).stem == name or name.split("_")[0] == w for name in names)
    ]
    if missing:
        raise AuthoringError(f"no source notebook for {', '.join(missing)}; there are: {', '.join(names)}")
    return picked if wanted else names


class AuthoringError(Exception):
    """An author's slip, told in a sentence that names the file and the cell."""

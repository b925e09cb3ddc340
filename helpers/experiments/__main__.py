"""`python -m helpers.experiments [name ...]`: remake the stored results of the named experiments, or of all."""

import argparse
import os

from helpers.experiments.jobs import names, remake


def main():
    """Remake what the command line names, with one BLAS thread: more slow down products of small matrices."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parser = argparse.ArgumentParser(prog="python -m helpers.experiments", description=__doc__)
    parser.add_argument("name", nargs="*", help=f"one or more of: {', '.join(names())}; all if none is given")
    chosen = parser.parse_args().name or names()
    if unknown := set(chosen) - set(names()):
        parser.error(f"there is no experiment {', '.join(sorted(unknown))}")
    for name in chosen:
        remake(name)


if __name__ == "__main__":
    main()

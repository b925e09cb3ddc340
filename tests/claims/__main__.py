"""`make claims`: measure every claim of the notebooks, or those named; print them and write docs/claims.md."""

import argparse
import sys
from itertools import groupby

from helpers.engine.course import course
from tests.claims.claim import lines, run
from tests.claims.notebooks import claims, sources
from tests.claims.page import write
from tests.claims.sentences import claimed


def main(argv=None):
    """Measure and print; return 1 if a claim fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.claims", description=__doc__)
    parser.add_argument(
        "ids", nargs="*", help="ids of claims or their beginnings, such as 02; all when none is given"
    )
    parser.add_argument(
        "--quick", action="store_true", help="only the first two draws of each; writes nothing"
    )
    args = parser.parse_args(argv)
    sentences = {
        id: text for name in sources() for id, text in claimed(course().sources / f"{name}.py").items()
    }
    known = claims()
    if unknown := [asked for asked in args.ids if not any(one.id.startswith(asked) for one in known)]:
        ids = dict.fromkeys(one.id for one in known)
        parser.error(f"no claim begins with {', '.join(unknown)}; there are: {', '.join(ids)}")
    chosen = [one for one in known if one.id.startswith(tuple(args.ids) or "")]
    results = []
    for _, group in groupby(chosen, key=lambda claim: claim.id):
        measured = [run(claim, args.quick) for claim in group]
        print(lines(measured, sentences), flush=True)
        if not args.quick:
            write(measured)
        results += measured
    failed = [result for result in results if not result.holds]
    print(f"\n{len(results)} numbers, {len(failed)} outside their limits")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""The former address of `python -m helpers.engine.build`, which still answers."""

from helpers.engine.build.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())

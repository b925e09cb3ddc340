"""The former address of `python -m helpers.engine.grade`, which still answers."""

from helpers.engine.grade.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())

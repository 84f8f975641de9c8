"""What `loket up` has done by a process of its own, so that the supervisor stays small: migrations and demo data."""

import sys

from loket.cli import database, demo, migrate
from loket.cli.problem import Problem


def main(argv: list[str]) -> int:
    """Bring the database up to date, and fill it where demo data is wanted."""
    try:
        with database.available():
            migrate.apply(verbosity=0)
            if "--demo" in argv:
                demo.load()
    except Problem as problem:
        print(f"loket up: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

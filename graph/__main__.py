"""`python -m graph` is the command `evidence-graph`."""

import sys

from graph.cli import main

if __name__ == "__main__":
    sys.exit(main())

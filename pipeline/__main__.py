"""`python -m pipeline`: the same commands where there is no make and no `ttr` on the path."""

from pipeline.cli import main

if __name__ == "__main__":
    main()

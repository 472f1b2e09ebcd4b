"""``python -m reader``: the command ``duben``."""

from reader.cli import main

if __name__ == "__main__":
    main()

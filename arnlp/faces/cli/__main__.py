"""``python -m arnlp.faces.cli``."""

from arnlp.faces.cli import main

if __name__ == "__main__":
    main()

"""What keeps Airflow from starting, as a sentence for whoever started it."""

USAGE = 64
UNAVAILABLE = 69
STORE = 74
CONFIG = 78


class Trouble(Exception):  # noqa: N818 - what is missing or in the way is no error of the program
    """Says what, where and what to do; ends the program with ``code`` (docs/operations.md)."""

    def __init__(self, message: str, code: int = UNAVAILABLE) -> None:
        super().__init__(message)
        self.code = code

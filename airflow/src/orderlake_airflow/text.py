"""Text from outside, made fit for a log, an alert or a page."""

from __future__ import annotations

import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def one_line(text: str) -> str:
    """The text on one line, where a dot stands for whatever is invisible.

    Controls could steer the terminal or the page that shows the text, others turn it around.
    """
    return "".join("·" if unicodedata.category(c) in _INVISIBLE else c for c in text)

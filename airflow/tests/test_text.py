"""What an event holds, where it is shown."""

from __future__ import annotations

import pytest

from orderlake_airflow.text import one_line


@pytest.mark.parametrize("name", ["Zürich", "東京", "São Paulo", "القاهرة", "👍🏽", ""])
def test_names_stay_readable(name: str) -> None:
    assert one_line(name) == name


@pytest.mark.parametrize(
    "code_point",
    [0, 7, 9, 10, 13, 27, 0x7F, 0x85, 0x9B, 0x200B, 0x202E, 0x2066, 0x2028, 0xD800, 0xE000, 0xFEFF],
)
def test_what_steers_or_hides_is_a_dot(code_point: int) -> None:
    assert one_line(f"a{chr(code_point)}[2Jb") == "a·[2Jb"

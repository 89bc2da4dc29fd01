from __future__ import annotations

from pathlib import Path

import pytest

from orderlake_airflow.local.layout import PROJECT, find_data
from orderlake_airflow.local.trouble import CONFIG, Trouble


def test_the_option_starts_at_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_data("lake", {"ORDERLAKE_DATA": "/other"}) == tmp_path / "lake"


def test_the_variable_starts_at_the_projects_directory_and_wins_over_the_file(
    tmp_path: Path,
) -> None:
    file = tmp_path / "orderlake.yaml"
    file.write_text("data: from-file\n", encoding="utf-8")
    environment = {"ORDERLAKE_CONFIG": str(file)}

    assert find_data(None, environment) == PROJECT / "from-file"
    assert find_data(None, environment | {"ORDERLAKE_DATA": "x/../y"}) == PROJECT / "y"


@pytest.mark.parametrize("content", ["kafka:\n  topic: t\n", "", "# nothing\n"])
def test_a_file_without_the_setting_leaves_the_default(tmp_path: Path, content: str) -> None:
    file = tmp_path / "orderlake.yaml"
    file.write_text(content, encoding="utf-8")
    assert find_data(None, {"ORDERLAKE_CONFIG": str(file)}) == PROJECT / "data"


@pytest.mark.parametrize("content", ["data: [s3cret", "- s3cret\n", None])
def test_a_file_that_cannot_be_read_is_named_and_not_quoted(
    tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / "orderlake.yaml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(Trouble, match=str(file)) as trouble:
        find_data(None, {"ORDERLAKE_CONFIG": str(file)})
    assert trouble.value.code == CONFIG
    assert "s3cret" not in str(trouble.value)


def test_the_home_directory_is_found_where_the_shell_left_its_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir("/")
    assert find_data("~/lake", {}) == tmp_path / "lake"
    assert find_data(None, {"ORDERLAKE_DATA": "~/lake"}) == tmp_path / "lake"
    assert find_data("~x", {}) == Path("/~x")

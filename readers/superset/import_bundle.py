"""Imports the bundle beside this file into a Superset, over its REST API.

The password of the database is taken from ORDERLAKE_READER_PASSWORD, that of the Superset user from
SUPERSET_PASSWORD. What was imported before is replaced. Needs the standard library alone.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
import zipfile
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

BUNDLE = Path(__file__).resolve().parent / "bundle"
DATABASE = "databases/Orderlake.yaml"
_MASK = "XXXXXXXXXX"


class Superset:
    """Superset's REST API, as a user who has logged in."""

    def __init__(self, url: str, user: str, password: str) -> None:
        self._url = url.rstrip("/")
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        login = {"username": user, "password": password, "provider": "db", "refresh": False}
        token = self.ask("security/login", login)["access_token"]
        self._opener.addheaders = [("Authorization", f"Bearer {token}"), ("Referer", self._url)]
        csrf = self.ask("security/csrf_token/")["result"]
        self._opener.addheaders.append(("X-CSRFToken", csrf))

    def ask(self, path: str, body: Any = None) -> Any:
        """What it answers to a GET, or to a POST of a body, which becomes JSON."""
        if body is None:
            return self._send(path, None, {})
        return self._send(path, json.dumps(body).encode(), {"Content-Type": "application/json"})

    def import_assets(self, bundle: bytes, passwords: dict[str, str]) -> None:
        """Imports a ZIP of assets; whatever there is of the same UUID is replaced."""
        boundary = "orderlake-bundle"
        head = f"--{boundary}\r\nContent-Disposition: form-data; name="
        fields = (
            f'{head}"passwords"\r\n\r\n{json.dumps(passwords)}\r\n'
            f'{head}"bundle"; filename="orderlake.zip"\r\nContent-Type: application/zip\r\n\r\n'
        )
        body = fields.encode() + bundle + f"\r\n--{boundary}--\r\n".encode()
        content_type = f"multipart/form-data; boundary={boundary}"
        self._send("assets/import/", body, {"Content-Type": content_type})

    def _send(self, path: str, data: bytes | None, headers: dict[str, str]) -> Any:
        request = Request(f"{self._url}/api/v1/{path}", data, headers)
        try:
            with self._opener.open(request) as answer:
                return json.load(answer)
        except HTTPError as refusal:
            said = refusal.read().decode(errors="replace")
            raise SystemExit(f"{request.full_url}: {refusal}: {said}") from None
        except URLError as e:
            raise SystemExit(f"{request.full_url} does not answer: {e.reason}") from None


def packed(database: str, lake_version: int | None) -> bytes:
    """The bundle as a ZIP, for the database of that address and perhaps held at a lake version."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as bundle:
        for file in sorted(BUNDLE.rglob("*.yaml")):
            name = str(file.relative_to(BUNDLE))
            text = file.read_text(encoding="utf-8")
            if name == DATABASE:
                text = connected(text, database, lake_version)
            bundle.writestr(f"orderlake/{name}", text)
    return content.getvalue()


def connected(text: str, database: str, lake_version: int | None) -> str:
    text = replaced(text, "sqlalchemy_uri", sqlalchemy_uri(database))
    if lake_version is None:
        return text
    (options,) = re.findall(r"options: (.*)", text)
    return replaced(text, "options", f"{options} -c orderlake.lake_version={lake_version}")


def replaced(text: str, key: str, value: str) -> str:
    (line,) = re.findall(rf"^ *{key}: .*$", text, re.MULTILINE)
    return text.replace(line, line[: line.index(":")] + f": {value}")


def sqlalchemy_uri(database: str) -> str:
    """The address as SQLAlchemy writes it, with a mask in the password's place."""
    parts = urlsplit(database)
    if parts.scheme != "postgresql" or parts.password or not (parts.username and parts.hostname):
        raise SystemExit("--database is postgresql://USER@HOST:PORT/DATABASE, without a password")
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(
        scheme="postgresql+psycopg2", netloc=f"{parts.username}:{_MASK}@{host}"
    ).geturl()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--superset", metavar="URL", default="http://127.0.0.1:8088")
    parser.add_argument("--user", default="admin", help="of Superset (default: admin)")
    parser.add_argument(
        "--database",
        metavar="URL",
        default="postgresql://orderlake_reader@127.0.0.1:9819/orderlake",
        help="where Gold is served, as Superset reaches it, e.g."
        " postgresql://orderlake_reader@db.example.org:5432/orderlake?sslmode=verify-full",
    )
    parser.add_argument("--lake-version", type=int, metavar="N", help="hold everything at it")
    parser.add_argument("--zip", type=Path, metavar="FILE", help="write the ZIP, import nothing")
    arguments = parser.parse_args()
    bundle = packed(arguments.database, arguments.lake_version)
    if arguments.zip:
        arguments.zip.write_bytes(bundle)
        return 0
    try:
        password = os.environ["SUPERSET_PASSWORD"]
        passwords = {DATABASE: os.environ["ORDERLAKE_READER_PASSWORD"]}
    except KeyError as missing:
        sys.exit(f"import_bundle.py: {missing.args[0]} is not set")
    Superset(arguments.superset, arguments.user, password).import_assets(bundle, passwords)
    print(f"imported: {arguments.superset.rstrip('/')}/superset/dashboard/orderlake/")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Airflow's UI in headless Chromium, as a person sees it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.wait import WebDriverWait

from system.rest import DAG
from system.waiting import PATIENCE


@contextmanager
def signed_in(url: str, user: str, password: str, profile: Path) -> Iterator[Chrome]:
    """A browser that has signed in through the UI's own form."""
    browser = Chrome(options=_options(profile), service=Service(_program("chromedriver")))
    browser.set_page_load_timeout(PATIENCE)
    try:
        browser.get(f"{url}/login/")
        browser.find_element(By.NAME, "username").send_keys(user)
        browser.find_element(By.NAME, "password").send_keys(password)
        browser.find_element(By.CSS_SELECTOR, "form input[type=submit]").click()
        WebDriverWait(browser, PATIENCE).until(expected_conditions.url_contains("/home"))
        yield browser
    finally:
        browser.quit()


def open_run(browser: Chrome, url: str, run: str) -> str:
    """Opens the run's graph, waits until its tasks are drawn; the text that a person reads."""
    browser.get(f"{url}/dags/{DAG}/grid?dag_run_id={quote(run)}&tab=graph")
    WebDriverWait(browser, PATIENCE).until(lambda b: "\nsilver\nsuccess\n" in _text(b))
    return _text(browser)


def _text(browser: Chrome) -> str:
    return str(browser.find_element(By.TAG_NAME, "body").text)


def _options(profile: Path) -> ChromeOptions:
    options = ChromeOptions()
    options.binary_location = _program("chromium")
    for flag in (
        "--headless",
        "--no-sandbox",  # which Chromium refuses to do without as root
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1400,1000",
        f"--user-data-dir={profile}",
    ):
        options.add_argument(flag)
    return options


def _program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"the system test needs {name}; Debian: apt-get install chromium chromium-driver"
    return found

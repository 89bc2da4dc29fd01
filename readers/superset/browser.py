"""The dashboard in headless Chromium, as a person sees it."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.wait import WebDriverWait

from processes import PATIENCE

_SIZE = (1600, 1220)
_DASHBOARD = "/superset/dashboard/orderlake/"
# Of every chart by its name: what it says, and whether its own picture has colours in it.
_LOOK = """
const coloured = canvas => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let found = 0;
  for (let i = 0; i < data.length; i += 4) {
    const rgb = data.slice(i, i + 3);
    if (data[i + 3] > 0 && Math.max(...rgb) - Math.min(...rgb) > 40) found++;
  }
  return found * 4 / data.length;
};
return Object.fromEntries([...document.querySelectorAll('.chart-slice')].map(slice => {
  const canvas = slice.querySelector('.slice_container canvas');
  const failed = slice.querySelector('.ant-alert-error, .missing-chart-container');
  const drawn = slice.querySelector('.slice_container table, .slice_container .header-line');
  const loading = slice.querySelector('.loading');
  return [slice.dataset.testChartName, {
    text: slice.innerText,
    failed: !!failed,
    drawn: !loading && (canvas ? coloured(canvas) > 0.03 : !!drawn),
  }];
}));
"""


@dataclass(frozen=True)
class Chart:
    """A chart as it stands on the page."""

    text: str
    failed: bool
    drawn: bool


@contextlib.contextmanager
def signed_in(url: str, user: str, password: str, profile: Path) -> Iterator[Chrome]:
    """A browser that has signed in through Superset's own form."""
    browser = Chrome(options=_options(profile), service=Service(_program("chromedriver")))
    try:
        browser.set_page_load_timeout(PATIENCE)
        browser.get(f"{url}/login/")
        field = expected_conditions.element_to_be_clickable
        wait = WebDriverWait(browser, PATIENCE)
        wait.until(field((By.ID, "username"))).send_keys(user)
        browser.find_element(By.ID, "password").send_keys(password)
        browser.find_element(By.CSS_SELECTOR, "button[type=submit]").click()
        wait.until_not(expected_conditions.url_contains("/login"))
        yield browser
    finally:
        browser.quit()


def dashboard(browser: Chrome, url: str, charts: int) -> dict[str, Chart]:
    """Opens the dashboard; its charts by name, as soon as all have drawn, or one has failed."""
    browser.set_window_size(*_SIZE)
    browser.get(url + _DASHBOARD)
    WebDriverWait(browser, PATIENCE).until(lambda _: is_settled(look(browser), charts))
    WebDriverWait(browser, PATIENCE).until(is_still)
    return look(browser)


def look(browser: Chrome) -> dict[str, Chart]:
    found = browser.execute_script(_LOOK)
    return {name: Chart(**chart) for name, chart in found.items()}


def is_settled(seen: dict[str, Chart], charts: int) -> bool:
    if any(chart.failed for chart in seen.values()):
        return True
    return len(seen) == charts and all(chart.drawn for chart in seen.values())


def is_still(browser: Chrome) -> bool:
    """Whether nothing moves any more."""
    before = browser.get_screenshot_as_png()
    time.sleep(1)
    return bool(before == browser.get_screenshot_as_png())


def _options(profile: Path) -> ChromeOptions:
    options = ChromeOptions()
    options.binary_location = _program("chromium")
    for flag in (
        "--headless=new",
        "--no-sandbox",  # which Chromium refuses to do without as root
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en",
        "--hide-scrollbars",
        # Superset's pages load a pixel from elsewhere.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--user-data-dir={profile}",
    ):
        options.add_argument(flag)
    return options


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise SystemExit(f"{name} is needed; Debian: apt-get install chromium chromium-driver")
    return found

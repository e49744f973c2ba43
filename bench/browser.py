"""This project served to a real browser, for the benchmarks of pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Page, sync_playwright

from tests.chromium import find


@contextmanager
def served(urls: str = "factcheck.urls") -> Iterator[str]:
    """The address of a server of this project, with the pages of a module of addresses."""
    settings.ROOT_URLCONF = urls
    settings.ALLOWED_HOSTS = ["localhost"]
    # A thread that answered keeps no connection, which would keep the database from being dropped.
    connections.settings["default"]["CONN_MAX_AGE"] = 0
    # The browser's interface runs an event loop in this thread; nothing here is concurrent.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    server = LiveServerThread("localhost", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    try:
        yield f"http://localhost:{server.port}"
    finally:
        server.terminate()
        connections.close_all()


@contextmanager
def browsing(url: str, user: User) -> Iterator[Page]:
    """A browser of 1280 × 800 in which someone is signed in."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        page = browser.new_page(base_url=url, viewport={"width": 1280, "height": 800})
        page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}]
        )
        yield page
        browser.close()

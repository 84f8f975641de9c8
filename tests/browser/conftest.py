"""A real browser before a real server: `people` is everybody of an office that belongs to one test."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.template import Engine
from playwright.sync_api import Browser, sync_playwright
from pytest_django.plugin import DjangoDbBlocker
from pytest_socket import socket_allow_hosts

from loket.models.user import User
from loket.web import middleware
from loket.web.strict import Missing
from tests import chromium
from tests.browser.exceptional import Exceptional
from tests.browser.papers import KINDS, PaperRoad, paper
from tests.browser.people import People
from tests.browser.screen import Look
from tests.browser.serving import HOST, Clock, serving
from tests.browser.settled import Settled, settle
from tests.browser.watching import Watch
from tests.cast import NOW
from tests.cloning import clone, drop, working_in

ALOFT = pytest.StashKey[ThreadPoolExecutor]()
"""Playwright keeps a loop running in its thread, beside which Django changes how it finds its connections.

It therefore has a thread to itself, and the tests of this directory run there; all others are spared.
"""


def pytest_configure(config: pytest.Config) -> None:
    config.stash[ALOFT] = ThreadPoolExecutor(1, thread_name_prefix="browser")


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[ALOFT].shutdown()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The walks are the longest by far; begun first, none of them is left over when all else is done."""
    items.sort(key=lambda item: item.path.name != "test_walk.py")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool:
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    _aloft(pyfuncitem.config, _then_disconnect(pyfuncitem.obj), **arguments)
    return True


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    playwright = _aloft(pytestconfig, lambda: sync_playwright().start())
    opened = _aloft(
        pytestconfig,
        playwright.chromium.launch,
        executable_path=chromium.find(),
        args=list(chromium.ARGUMENTS),
    )
    yield opened
    _aloft(pytestconfig, opened.close)
    _aloft(pytestconfig, playwright.stop)


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in this process talks to the outside; for the browser, `Watch` sees to it."""
    socket_allow_hosts([HOST], allow_unix_socket=True)
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine.get_default(), "string_if_invalid", Missing())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time as Loket reads it; a test moves it."""
    clock = Clock(NOW)
    monkeypatch.setattr(middleware, "datetime", clock)
    return clock


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A file to hand in of every kind."""
    folder = tmp_path_factory.mktemp("papers")
    for kind in KINDS:
        (folder / f"{kind}.pdf").write_bytes(paper(kind))
    return {kind: folder / f"{kind}.pdf" for kind in KINDS}


@pytest.fixture
def road(own_office: dict[str, User]) -> PaperRoad:
    """The office of this test, for what happened before somebody opens a browser."""
    return PaperRoad(own_office)


@pytest.fixture
def address(own_database: str, own_office: dict[str, User], clock: Clock) -> Iterator[str]:
    with serving(own_database) as address:
        yield address


@pytest.fixture
def watch(address: str) -> Iterator[Watch]:
    watch = Watch(address)
    yield watch
    assert watch.complaints == []


@pytest.fixture
def people(browser: Browser, address: str, watch: Watch, pytestconfig: pytest.Config) -> Iterator[People]:
    people = People(browser, address, watch)
    yield people
    _aloft(pytestconfig, people.leave)


@pytest.fixture
def flow(road: PaperRoad, people: People, clock: Clock) -> Exceptional:
    return Exceptional(road, people, clock)


@pytest.fixture(scope="session")
def settled(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, pytestconfig: pytest.Config
) -> Iterator[Settled]:
    """The office that the tests share which only look at it; it has its own clone beside the others."""
    with django_db_blocker.unblock():
        made = clone()
        with working_in(made):
            settled = settle()
        with serving(made) as settled.address:
            yield settled
        drop(made)


@pytest.fixture(scope="session")
def onlookers(settled: Settled, browser: Browser, pytestconfig: pytest.Config) -> Iterator[People]:
    """Everybody of that office; they keep their browsers open from test to test."""
    people = People(browser, settled.address, Watch(settled.address))
    yield people
    _aloft(pytestconfig, people.leave)


@pytest.fixture
def look(db: None, settled: Settled, onlookers: People, clock: Clock) -> Iterator[Look]:
    """The office that is shared by the tests which change nothing."""
    clock.moment = settled.now
    onlookers.watch.begin()
    yield Look(onlookers, settled)
    assert onlookers.watch.complaints == []


def _aloft(config: pytest.Config, work: Callable[..., Any], **arguments: Any) -> Any:
    return config.stash[ALOFT].submit(work, **arguments).result()


def _then_disconnect(test: Callable[..., None]) -> Callable[..., None]:
    def run(**arguments: Any) -> None:
        try:
            test(**arguments)
        finally:
            connections.close_all()

    return run

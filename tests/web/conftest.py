"""Pages in tests: a variable that does not exist fails, and static files need no collecting."""

from collections.abc import Iterator

import pytest
from django.template import Engine
from pytest_django import Settings

from loket.application.naskah import trusting
from loket.integrations.esign import pkcs12
from loket.integrations.esign.authority_home import AuthorityHome
from loket.web.strict import Missing
from tests.cast import Road
from tests.web.verifying import Desk, Visitor


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine.get_default(), "string_if_invalid", Missing())


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.WHITENOISE_AUTOREFRESH = (
        True  # looks for files when they are asked for, in no collected directory
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pkcs12, "ROUNDS", 1000)
        yield Desk(AuthorityHome(tmp_path_factory.mktemp("kantor") / "esign"))


@pytest.fixture(scope="module")
def signed(desk: Desk) -> bytes:
    return desk.sign()


@pytest.fixture
def visitor(road: Road, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    road.submit()
    monkeypatch.setattr(trusting, "authority_home", lambda: desk.home)
    return Visitor(road)

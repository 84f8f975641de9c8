"""Every address of the project, walked from the URLconf itself: by nobody, and by somebody of another agency."""

from collections.abc import Iterator
from itertools import count, product
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from loket.models.dokumen import DokumenVersi
from tests.cast import Road

PUBLIC = {
    *("landing", "lacak", "lacak_kode", "verifikasi", "verifikasi_kode"),
    *("account_login", "atur_sandi", "sop", "sop_bpmn", "sop_pdf"),
    *("api_openapi", "api_docs"),
}
"""Pages that answer whoever asks."""
WITHOUT_CONTENT = {"django_session", "loket_cache"}

_addresses = count(1)


def patterns() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The name of each address and what it is filled with."""

    def walk(resolver: URLResolver) -> Iterator[URLPattern]:
        for entry in resolver.url_patterns:
            if isinstance(entry, URLResolver):
                yield from walk(entry)
            else:
                yield entry

    for pattern in walk(get_resolver()):
        yield str(pattern.name), tuple(pattern.pattern.regex.groupindex)


def is_of_api(name: str) -> bool:
    """What knows no session; tests/api walks it with tokens."""
    return name.startswith("api_")


def pool(road: Road) -> tuple[str, ...]:
    """Values that exist, so that an open door would lead somewhere."""
    version = DokumenVersi.objects.get(dokumen__permintaan__nomor=road.nomor)
    return (
        road.nomor,
        road.permintaan.kode_lacak,
        "SOP-DISKOMINFO-001",
        str(version.pk),
        str(road.people["opd"].pk),
        "1",
        "surat",
        "disposisi",
        "kebutuhan",
        "tarik",
    )


def addresses(road: Road) -> Iterator[tuple[str, str]]:
    """Name and path of every address with every value that fits."""
    values = pool(road)
    for name, parts in patterns():
        for chosen in product(values, repeat=len(parts)):
            try:
                yield name, reverse(name, kwargs=dict(zip(parts, chosen, strict=True)))
            except NoReverseMatch:
                continue


def somebody_new() -> Client:
    """Each request from an address of its own: this is no test of the rate limits."""
    number = next(_addresses)
    return Client(REMOTE_ADDR=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")


def everything() -> dict[str, list[Any]]:
    """All rows of all tables but the session and the cache."""
    return {
        model._meta.db_table: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model._meta.db_table not in WITHOUT_CONTENT
    }


def test_every_address_has_a_name_of_its_own() -> None:
    names = [name for name, _ in patterns()]

    assert (len(set(names)), "None" in names) == (len(names), False)


def test_nobody_reads_more_than_the_public_pages(road: Road) -> None:
    road.submit()
    wrong = []
    for name, path in addresses(road):
        answer = somebody_new().get(path)
        fits = {
            200: name in PUBLIC,
            302: answer.headers.get("Location", "").startswith("/masuk?next=") or name == "account_logout",
        }
        if not fits.get(answer.status_code, answer.status_code in {401, 404, 405}):
            wrong.append((path, answer.status_code))

    assert wrong == []


@pytest.mark.parametrize("method", ("post", "put", "patch", "delete"))
def test_nobody_changes_anything(road: Road, method: str) -> None:
    road.submit()
    before = everything()
    wrong = []
    for name, path in addresses(road):
        answer = getattr(somebody_new(), method)(path)
        allowed = {302, 401, 403, 404, 405} | ({422} if name == "account_login" else set())
        if answer.status_code not in allowed:
            wrong.append((path, answer.status_code))

    assert wrong == []
    assert everything() == before


@pytest.mark.parametrize("method", ("get", "post"))
def test_another_agency_finds_nothing_of_the_first(road: Road, method: str) -> None:
    road.submit()
    version = DokumenVersi.objects.get(dokumen__permintaan__nomor=road.nomor)
    documents = {reverse("dokumen", args=[version.pk]), reverse("dokumen_halaman", args=[version.pk, 1])}
    client = Client()
    client.force_login(road.people["opd_lain"])
    before = everything()

    hers = [
        path
        for name, path in addresses(road)
        if ((road.nomor in path and name not in PUBLIC) or path in documents) and not is_of_api(name)
    ]
    statuses = {path: getattr(client, method)(path).status_code for path in hers}

    assert {path: status for path, status in statuses.items() if status not in {404, 405}} == {}
    assert len(statuses) > len(documents)
    assert everything() == before

"""Every tag and filter that Loket's templates use; built in, so no template loads it."""

from datetime import datetime
from functools import lru_cache
from typing import Any

from django import template
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.storage import storages
from django.forms import BaseForm, BoundField
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from loket.web import formats
from loket.web.components import icons
from loket.web.components.forms import ErrorSummary, FormSet, errors_of
from loket.web.components.registry import render, spec_named
from loket.web.components.tag import parse_component

register = template.Library()
register.tag("component", parse_component)

register.filter("tanggal", formats.full_date)
register.filter("tanggal_surat", formats.plain_date)
register.filter("tanggal_pendek", formats.short_date)
register.filter("menit", formats.minutes)
register.filter("hari_kerja", formats.working_days)
register.filter("ukuran", formats.size)
register.filter("angka", formats.number)
register.filter("persen", formats.percent)
register.filter("rupiah", formats.rupiah)
register.filter("telepon", formats.phone)
register.filter("inisial", formats.initials)


@register.filter("tanggal_waktu")
def local_datetime(moment: datetime) -> str:
    return formats.full_datetime(timezone.localtime(moment))


@register.filter("jam")
def local_clock(moment: datetime) -> str:
    return formats.clock(timezone.localtime(moment))


@register.filter("relatif")
def local_relative(moment: datetime, now: datetime) -> str:
    return formats.relative(timezone.localtime(moment), timezone.localtime(now))


@register.simple_tag
def waktu(moment: datetime, *, now: datetime | None = None) -> SafeString:
    """A `<time>` in the office's zone; with `now` today's moments are named so."""
    local = timezone.localtime(moment)
    text = formats.full_datetime(local) if now is None else formats.relative(local, timezone.localtime(now))
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), text)


@register.simple_tag
def icon(name: str, *, label: str = "") -> SafeString:
    """Decoration beside words, unless `label` makes it speak for itself."""
    return _drawn(name, label, storages["staticfiles"])


@lru_cache(maxsize=512)
def _drawn(name: str, label: str, storage: StaticFilesStorage) -> SafeString:
    """A page has a hundred icons and an address that never changes while a server runs."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    address = f"{storage.url(icons.SPRITE)}#{icons.known(name)}"
    return format_html('<svg class="i" {}><use href="{}"/></svg>', spoken, address)


@register.simple_tag(takes_context=True)
def field(context: Context, bound: BoundField, **options: Any) -> SafeString:
    """A form field with label, hint and error; the options are those of the component `field`."""
    return render(spec_named("field").build({"bound": bound, **options}), context)


@register.simple_tag(takes_context=True)
def fields(context: Context, form: BaseForm) -> SafeString:
    """All fields of a form in their order."""
    return SafeString("".join(field(context, bound) for bound in form))


@register.simple_tag(takes_context=True)
def error_summary(context: Context, *sources: BaseForm | FormSet) -> SafeString:
    """Nothing while there is nothing to repair."""
    errors = errors_of(*sources)
    return render(ErrorSummary(errors=errors), context) if errors else SafeString("")

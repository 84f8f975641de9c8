from django.urls import URLPattern, re_path

from loket.web import step_page
from loket.web.acts import page as acts

_NOMOR = r"^permintaan/(?P<nomor>APL-\d{4}-\d{4,12})"
_STEP = rf"{_NOMOR}/(?P<step>[a-z_]{{1,40}})"

urlpatterns: list[URLPattern] = [
    re_path(rf"{_NOMOR}/tindakan/(?P<key>[a-z_]{{1,40}})\Z", acts.page, name="tindakan"),
    re_path(rf"{_STEP}\Z", step_page.page, name="langkah"),
    re_path(rf"{_STEP}/mulai\Z", step_page.begin, name="langkah_mulai"),
    re_path(rf"{_STEP}/draf\Z", step_page.keep_draft, name="langkah_draf"),
]

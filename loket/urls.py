"""Every address of Loket: the API for programs, the pages for people."""

from django.urls import include, path

from loket.api import urls as api
from loket.web import urls as web

urlpatterns = [path("api/v1/", include(api.urlpatterns)), *web.urlpatterns]

handler400 = web.handler400
handler403 = web.handler403
handler404 = web.handler404
handler429 = web.handler429
handler500 = web.handler500

"""Every address of Loket, by who works there."""

from loket.web.routes import office, public, steps, work

urlpatterns = [*public.urlpatterns, *work.urlpatterns, *steps.urlpatterns, *office.urlpatterns]

handler400 = "loket.web.pages.errors.bad_request"
handler403 = "loket.web.pages.errors.forbidden"
handler404 = "loket.web.pages.errors.not_found"
handler429 = "loket.web.pages.errors.too_many"
handler500 = "loket.web.pages.errors.server_error"

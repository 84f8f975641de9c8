"""Acts outside the steps, sent from their pages as a person sends them."""

from tests.web.reading_forms import forms_on
from tests.web.step_desk import Office, Response, text_of


def act_url(desk: Office, key: str) -> str:
    return f"/permintaan/{desk.road.nomor}/tindakan/{key}"


def send_act(desk: Office, key: str, username: str = "kasi", **typed: str) -> Response:
    url = act_url(desk, key)
    forms = forms_on(desk.get(username, url))
    form = next(form for form in forms if "seen" in form.answers and not form.action)
    return desk.post(username, {**form.answers, **typed}, url)


def words_for(desk: Office, username: str) -> str:
    """The page of the permintaan as that person reads it."""
    return text_of(desk.get(username, f"/permintaan/{desk.road.nomor}"))

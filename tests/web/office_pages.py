"""An admin at the pages of the office."""

from loket.models.entry import Entry
from tests.cast import Road
from tests.web.reading_forms import PageForm, forms_on
from tests.web.work_pages import Answer, Reader


def admin(road: Road) -> Reader:
    return Reader(road, "admin")


def main_form(answer: Answer, *, containing: str) -> PageForm:
    """The form of the page that has this field."""
    (found,) = [form for form in forms_on(answer) if containing in form.answers or containing in form.choices]
    return found


def send(reader: Reader, url: str, **changed: str) -> Answer:
    """Open a form, fill in what is changed, and send it as a browser would."""
    form = main_form(reader.get(url), containing=next(iter(changed)))
    typed = {name: values[-1] for name, values in form.answers.items() if values}
    return reader.post(url, **{**typed, **changed})


def send_surely(reader: Reader, url: str, **changed: str) -> Answer:
    """Send a change of the calendar, and confirm what its preview shows."""
    return confirm(reader, url, send(reader, url, **changed))


def confirm(reader: Reader, url: str, preview: Answer) -> Answer:
    (found,) = [
        form for form in forms_on(preview) if "yakin" in form.answers or form.action.startswith("?yakin=")
    ]
    typed = {name: values[-1] for name, values in found.answers.items()}
    return reader.post(f"{url}{found.action}", **typed)


def last_entry() -> Entry:
    return Entry.objects.filter(subject="kantor").latest("seq")

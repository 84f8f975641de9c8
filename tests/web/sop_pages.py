"""The pages of the SOP's revisions, and their forms as a browser sends them."""

from typing import Any

from tests.web.office_pages import main_form
from tests.web.reading_forms import PageForm
from tests.web.work_pages import Answer, Reader

LIST, DRAFT = "/kantor/sop", "/kantor/sop/draf"
ROW, AROUND = f"{DRAFT}/langkah/disposisi", f"{DRAFT}/naskah"
COMPARISON, RELEASE, DISCARD = f"{DRAFT}/perbandingan", f"{DRAFT}/tetapkan", f"{DRAFT}/buang"


def fill(reader: Reader, url: str, **changed: Any) -> Answer:
    """Send the form of a page as a browser would, with something changed."""
    form: PageForm = main_form(reader.get(url), containing="seen")
    return reader.post(url, **{**form.answers, **changed})

"""An office is established once."""

import pytest

from loket.application.office.establish import establish
from loket.models.kantor import Kantor
from tests.application.everything import nothing_changes
from tests.cast import NOW


@pytest.mark.usefixtures("office")
def test_an_office_that_stands_is_left_as_its_people_have_made_it() -> None:
    Kantor.objects.update(nama="Dinas Kominfo Madiun")

    with nothing_changes():
        assert establish(NOW) is False

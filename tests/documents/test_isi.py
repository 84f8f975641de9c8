"""A table that does not add up is refused where it is made, not where it is printed."""

import pytest

from loket.documents.isi import Tabel


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one column"):
        Tabel((), ())


def test_a_row_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="needs 2 cells"):
        Tabel(("a", "b"), (("1", "2"), ("3",)))


@pytest.mark.parametrize("lebar", ((1,), (1, 0), (1, 2, 3)), ids=("too few", "zero", "too many"))
def test_widths_that_fit_no_column_are_refused(lebar: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="needs 2 widths of 1 or more"):
        Tabel(("a", "b"), (), lebar)


def test_a_table_may_be_without_rows() -> None:
    assert Tabel(("a", "b"), (), (1, 3)).baris == ()

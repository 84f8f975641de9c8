"""`loket sop`: what there is, what it says, and whether it is sound."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from loket.cli import sop
from loket.cli.problem import Problem
from loket.documents.sop_document import Naskah
from loket.documents.sop_pdf import sop_pdf
from loket.models.sop_revision import SopRevision
from loket.sop import definition
from loket.sop import related as related_module
from loket.sop.bpmn.writing import bpmn_of
from loket.sop.definition import MAIN, text_of
from tests.application.revising import revise
from tests.cast import NOW, Road
from tests.documents.reading import words

Out = pytest.CaptureFixture[str]
RIGHT, WRONG = 'guards = ["dokumen_desain_diajukan"]', 'guards = ["restu_langit"]'


def line_of_the_guard() -> int:
    content = text_of()
    return content[: content.index(RIGHT)].count("\n") + 1


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A place for file contents by number, read in place of the shipped ones."""
    contents: dict[str, str] = {}
    shipped_text = text_of

    def read(nomor: str = MAIN) -> str:
        return contents.get(nomor) or shipped_text(nomor)

    for module in (definition, related_module, sop):
        monkeypatch.setattr(module, "text_of", read)
    definition.shipped.cache_clear()
    related_module.related.cache_clear()
    yield contents
    definition.shipped.cache_clear()
    related_module.related.cache_clear()


def test_the_list_names_every_sop_with_its_revision_and_state(capsys: Out) -> None:
    assert sop.run(["list"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "SOP-DISKOMINFO-001  revisi 0  draf  SOP PELAYANAN PERMINTAAN PENGADAAN APLIKASI DARI OPD KE DINAS KOMINFO",
        "SOP-DISKOMINFO-002  revisi 0  draf  SOP ANALISIS APLIKASI BARU",
        "SOP-DISKOMINFO-003  revisi 0  draf  SOP DESAIN APLIKASI BARU",
        "SOP-DISKOMINFO-004  revisi 0  draf  SOP IMPLEMENTASI APLIKASI BARU",
    ]


def test_the_main_sop_is_shown_with_its_twelve_rows(capsys: Out) -> None:
    assert sop.run(["show"]) == 0

    shown = capsys.readouterr().out
    assert [number for number in range(1, 14) if f"\n{number}. " in shown] == list(range(1, 13))
    assert "   Pelaksana    Kepala Dinas; Kepala Bidang TIK\n" in shown
    assert "   Waktu        ±10 menit\n" in shown
    assert max(len(line) for line in shown.splitlines()) <= 100


def test_a_related_sop_is_shown_as_its_checklist(capsys: Out) -> None:
    assert sop.run(["show", "SOP-DISKOMINFO-002"]) == 0

    shown = capsys.readouterr().out
    assert "Bagian dari     SOP-DISKOMINFO-001, langkah analisis\n" in shown
    assert "AN-01. Mempelajari hasil technical meeting, surat, dan dokumen pendukung\n" in shown
    assert "   Waktu        1 hari kerja\n" in shown


def test_the_sop_is_written_as_bpmn_under_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.chdir(tmp_path)

    assert sop.run(["bpmn"]) == 0
    assert sop.run(["bpmn", MAIN, "--output", "alur.xml"]) == 0

    assert capsys.readouterr().out == f"{MAIN}.bpmn: written.\nalur.xml: written.\n"
    for name in (f"{MAIN}.bpmn", "alur.xml"):
        assert (tmp_path / name).read_bytes() == bpmn_of(definition.shipped())


@pytest.mark.parametrize(
    ("argv", "sentence"),
    (
        (["SOP-DISKOMINFO-002"], "SOP-DISKOMINFO-002 is a checklist without a flow"),
        (["--output", "there/is/no/place.bpmn"], "cannot be written: No such file or directory"),
    ),
)
def test_what_cannot_be_written_as_bpmn_is_a_sentence(argv: list[str], sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        sop.run(["bpmn", *argv])


@pytest.mark.parametrize("command", ("show", "check", "bpmn"))
def test_an_unknown_number_is_answered_with_the_known_ones(command: str) -> None:
    with pytest.raises(Problem, match=r"There is no SOP-X\. There are SOP-DISKOMINFO-001, "):
        sop.run([command, "SOP-X"])


def test_what_is_shipped_is_sound(capsys: Out) -> None:
    assert sop.run(["check"]) == 0

    assert capsys.readouterr().out == (
        "SOP-DISKOMINFO-001, SOP-DISKOMINFO-002, SOP-DISKOMINFO-003, SOP-DISKOMINFO-004: sound.\n"
    )


def test_an_unsound_file_is_named_with_its_line(broken: dict[str, str], capsys: Out) -> None:
    broken[MAIN] = text_of().replace(RIGHT, WRONG)

    assert sop.run(["check", MAIN]) == 1

    assert capsys.readouterr().out == (
        f"{MAIN}, baris {line_of_the_guard()}: Syarat restu_langit tidak dikenal.\n"
    )


def test_a_file_that_cannot_be_read_is_named_with_its_line(broken: dict[str, str], capsys: Out) -> None:
    broken[MAIN] = "nomor = \n"

    assert sop.run(["check"]) == 1

    assert capsys.readouterr().out == (
        f"{MAIN}, baris 1: bukan TOML yang benar: Invalid value (at line 1, column 9)\n"
    )


def test_a_broken_main_sop_is_not_shown_but_explained(broken: dict[str, str]) -> None:
    broken[MAIN] = "nomor = \n"

    with pytest.raises(Problem, match="see loket sop check"):
        sop.run(["show"])
    with pytest.raises(Problem, match="see loket sop check"):
        sop.run(["list"])


@pytest.mark.parametrize("content", ("x = [", "nomor = 1", "butir = 3", 'butir = ["x"]'))
def test_a_broken_related_sop_is_named(broken: dict[str, str], capsys: Out, content: str) -> None:
    broken["SOP-DISKOMINFO-003"] = content

    assert sop.run(["check"]) == 1

    assert capsys.readouterr().out.startswith("SOP-DISKOMINFO-003, tidak dapat dibaca: ")


def test_a_related_sop_that_no_step_names_is_named(broken: dict[str, str], capsys: Out) -> None:
    text = text_of("SOP-DISKOMINFO-003")
    broken["SOP-DISKOMINFO-003"] = text.replace('langkah = "desain"', 'langkah = "surat"')

    assert sop.run(["check", "SOP-DISKOMINFO-003"]) == 1

    assert capsys.readouterr().out == (
        "SOP-DISKOMINFO-003, langkah surat dari SOP-DISKOMINFO-001 tidak merujuk SOP-DISKOMINFO-003\n"
    )


def test_the_released_revision_is_in_use_and_sound(road: Road) -> None:
    assert sop.problems_in_use(NOW.date()) == []


def test_a_broken_revision_in_use_is_named_with_its_line(road: Road) -> None:
    revision = SopRevision.objects.get()
    SopRevision.objects.update(content=revision.content.replace(RIGHT, WRONG))

    assert sop.problems_in_use(NOW.date()) == [
        f"{MAIN} revisi 0, baris {line_of_the_guard()}: Syarat restu_langit tidak dikenal."
    ]


def test_a_revision_in_force_is_in_use_and_so_is_the_one_to_come(road: Road) -> None:
    revise(road, "desain", keterangan="Baru", berlaku=NOW.date() + timedelta(days=1))
    for revision in SopRevision.objects.all():
        revision.content = revision.content.replace(RIGHT, WRONG)
        revision.save()

    assert len(sop.problems_in_use(NOW.date())) == 2
    assert len(sop.problems_in_use(NOW.date() + timedelta(days=1))) == 1


def test_an_old_revision_is_in_use_as_long_as_a_permintaan_runs_under_it(road: Road) -> None:
    road.submit()
    first = SopRevision.objects.get()
    content = first.content.replace(RIGHT, WRONG)
    SopRevision.objects.update(content=content)
    SopRevision.objects.create(
        nomor=MAIN,
        revisi=1,
        content=first.content,
        sha256="",
        released_at=road.now,
    )

    assert len(sop.problems_in_use(NOW.date())) == 1

    road.withdraw()

    assert sop.problems_in_use(NOW.date()) == []


def test_the_pdf_is_written_beside_the_reader_and_named(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert sop.run(["pdf"]) == 0

    assert capsys.readouterr().out == f"{MAIN}.pdf: written.\n"
    assert (tmp_path / f"{MAIN}.pdf").read_bytes() == sop_pdf(definition.shipped())


def test_the_complete_print_is_another_file(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "lengkap.pdf"

    assert sop.run(["pdf", MAIN, "--lengkap", "--output", str(path)]) == 0

    assert path.read_bytes() == sop_pdf(definition.shipped(), Naskah.LENGKAP)
    assert str(path) in capsys.readouterr().out


def test_the_help_of_the_print_says_which_branches_are_not_drawn(capsys: Out) -> None:
    with pytest.raises(SystemExit):
        sop.run(["pdf", "--help"])

    said = capsys.readouterr().out
    assert "row 2a" in said
    assert "status_gitlab.ubah" in said


def test_a_related_sop_is_printed_with_all_its_items(tmp_path: Path) -> None:
    path = tmp_path / "analisis.pdf"

    assert sop.run(["pdf", "SOP-DISKOMINFO-002", "--output", str(path)]) == 0

    said = words(path.read_bytes())
    assert [
        butir.kode for butir in related_module.related("SOP-DISKOMINFO-002").butir if butir.kode not in said
    ] == []


@pytest.mark.parametrize(
    ("asked", "sentence"),
    (
        (["SOP-DISKOMINFO-009"], "There is no SOP-DISKOMINFO-009"),
        (["SOP-DISKOMINFO-002", "--lengkap"], "has only one print; leave out --lengkap"),
        ([MAIN, "--output", "tidak/ada/sop.pdf"], "tidak/ada/sop.pdf cannot be written: No such file"),
    ),
    ids=("unknown", "one print", "no such directory"),
)
def test_what_cannot_be_printed_is_said(
    asked: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(Problem, match=sentence):
        sop.run(["pdf", *asked])

    assert list(tmp_path.iterdir()) == []

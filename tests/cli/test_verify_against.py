"""Seals that were kept elsewhere find what the database alone cannot."""

import json
from pathlib import Path

import pytest

from loket.application.seal import close_the_book
from loket.cli import verify
from loket.cli.problem import Problem
from loket.models.dokumen import Upload
from loket.models.entry import Entry, Seal
from tests.cast import NOW, Road
from tests.cli.tampering import rewrite, tamper

Out = pytest.CaptureFixture[str]


@pytest.fixture
def sealed(road: Road) -> Road:
    """A permintaan under a seal; its letter is of no concern here."""
    road.submit()
    Upload.objects.update(sha256="0" * 64)
    close_the_book(NOW)
    return road


@pytest.fixture(autouse=True)
def _all_files_are_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loket.files.store.Store.verify", lambda *_: True)


@pytest.fixture
def kept(sealed: Road, tmp_path: Path) -> Path:
    path = tmp_path / "segel.jsonl"
    assert verify.run(["--export", str(path)]) == 0
    return path


def test_an_export_holds_every_seal_with_its_heads(sealed: Road, tmp_path: Path, capsys: Out) -> None:
    seal, permintaan, path = Seal.objects.get(), sealed.permintaan, tmp_path / "segel.jsonl"

    assert verify.run(["--export", str(path)]) == 0

    (line,) = [json.loads(line) for line in path.read_text().splitlines()]

    assert (line["seal"], line["digest"]) == (seal.pk, seal.digest)
    assert [permintaan.nomor, permintaan.head_seq, permintaan.head_hash] in line["heads"]
    assert capsys.readouterr().out.endswith(f"1 seals written to {path}. Keep it on another machine.\n")


def test_an_unchanged_record_agrees_with_its_export(sealed: Road, kept: Path) -> None:
    close_the_book(NOW)
    sealed.step()

    assert verify.run(["--against", str(kept)]) == 0


def test_a_perfect_forgery_is_found_only_by_the_export(sealed: Road, kept: Path, capsys: Out) -> None:
    permintaan = sealed.permintaan
    tamper("UPDATE loket_entry SET source = 'api' WHERE subject = %s AND seq = 1", sealed.nomor)
    rewrite(permintaan)

    assert verify.run([]) == 0
    capsys.readouterr()
    assert verify.run(["--against", str(kept)]) == 1
    assert capsys.readouterr().out.splitlines()[:-1] == [
        f"segel {Seal.objects.get().pk}: segel berbeda dari yang disimpan di luar, atau hilang",
        f"{sealed.nomor}, catatan 1: catatan yang sudah disegel hilang atau berubah",
    ]


def test_seals_that_are_all_gone_are_missed_by_the_export(sealed: Road, kept: Path, capsys: Out) -> None:
    seal = Seal.objects.get()
    tamper("DELETE FROM loket_sealedhead", table="loket_sealedhead")
    tamper("DELETE FROM loket_seal", table="loket_seal")

    assert verify.run(["--against", str(kept)]) == 1
    assert (
        f"segel {seal.pk}: segel berbeda dari yang disimpan di luar, atau hilang" in capsys.readouterr().out
    )


def test_an_export_never_replaces_an_earlier_one(sealed: Road, kept: Path) -> None:
    before = kept.read_text()

    with pytest.raises(Problem, match="choose another name"):
        verify.run(["--export", str(kept)])

    assert kept.read_text() == before


def test_a_broken_record_is_not_exported(sealed: Road, tmp_path: Path, capsys: Out) -> None:
    tamper("UPDATE loket_entry SET source = 'api' WHERE subject = %s AND seq = 1", sealed.nomor)
    path = tmp_path / "segel.jsonl"

    assert verify.run(["--export", str(path)]) == 1

    assert not path.exists()
    assert "was not written" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content", ("no json\n", "{}\n", "[1]\n", '{"seal": 1, "heads": [["x"]], "previous": "", "digest": ""}\n')
)
def test_a_file_that_is_no_export_is_a_sentence(sealed: Road, tmp_path: Path, content: str) -> None:
    path = tmp_path / "segel.jsonl"
    path.write_text(content)

    with pytest.raises(Problem, match="is no export of seals"):
        verify.run(["--against", str(path)])


def test_an_export_that_was_changed_itself_is_a_sentence(sealed: Road, kept: Path) -> None:
    kept.write_text(kept.read_text().replace(Entry.objects.get(subject=sealed.nomor).hash, "1" * 64))

    with pytest.raises(Problem, match="line 1 is damaged"):
        verify.run(["--against", str(kept)])


def test_a_file_that_is_not_there_is_a_sentence(sealed: Road, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be read: No such file"):
        verify.run(["--against", str(tmp_path / "nothing")])


def test_an_export_into_a_directory_that_is_not_there_is_a_sentence(sealed: Road, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be written: No such file"):
        verify.run(["--export", str(tmp_path / "no" / "segel.jsonl")])


def test_seals_and_one_permintaan_do_not_go_together(capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        verify.run(["--permintaan", "APL-2026-0001", "--export", "x"])

    assert ended.value.code == 2
    assert "a seal covers the whole office" in capsys.readouterr().err

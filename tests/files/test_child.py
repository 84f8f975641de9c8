"""The process that opens hostile files has little memory, little time, no secrets and nothing of its parent's."""

import json
import os
import resource
import signal
import sys
from pathlib import Path

import pytest

from loket.files import child, render_child
from loket.files.kinds import JPEG, PDF
from tests.files.samples import HTML, endless_pdf, jpeg, pdf


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run a script of the test's in place of Python."""
    script = tmp_path / "python"
    script.touch(mode=0o700)
    monkeypatch.setattr(sys, "executable", str(script))
    return script


def examine(path: Path, content: bytes, mime: str = PDF.mime) -> dict[str, object]:
    path.write_bytes(content)
    return child.ask({"do": "examine", "path": str(path), "mime": mime})


def test_the_child_answers_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert examine(tmp_path / "a", pdf(2)) == {"mime": PDF.mime, "pages": 2}


def test_the_child_says_why_it_refuses(tmp_path: Path) -> None:
    assert examine(tmp_path / "a", HTML, JPEG.mime) == {
        "refused": "Berkas JPEG ini rusak atau terpotong. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
    }


def test_a_child_over_its_memory_dies_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MEMORY", 20 * 1024 * 1024)
    with pytest.raises(child.Died, match=r"^exit -?\d+: "):
        examine(tmp_path / "a", pdf())


def test_a_child_over_its_time_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(endless_pdf())
    request = {"do": "draw", "path": str(path), "mime": PDF.mime, "into": str(tmp_path)}
    with pytest.raises(child.Died, match=r"^(exit -|no answer after 11 seconds)"):
        child.ask(request | {"width": 100, "first": 1, "count": 1}, seconds=1)


def test_a_child_that_sleeps_is_killed_by_the_clock(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in.write_text("#!/bin/sh\nexec sleep 60\n")
    monkeypatch.setattr(child, "_GRACE", 0.3)
    with pytest.raises(child.Died, match=r"^no answer after 0\.3 seconds$"):
        child.ask({}, seconds=0)


def test_a_child_that_crashes_leaves_its_last_words_for_the_log(stand_in: Path) -> None:
    stand_in.write_text("#!/bin/sh\necho 'out of luck' >&2\nexit 7\n")
    with pytest.raises(child.Died, match=r"^exit 7: out of luck$"):
        child.ask({})


def test_the_child_inherits_no_file_and_no_secret(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKET_SECRET_KEY", "very secret")
    stand_in.write_text(
        "#!/bin/sh\n"
        "files=$(ls /proc/$$/fd | tr '\\n' ',')\n"
        "environment=$(env | tr '\\n' ',')\n"
        """printf '{"files": "%s", "environment": "%s"}' "$files" "$environment"\n"""
    )
    inherited = os.dup2(0, 200, inheritable=True)
    try:
        given = child.ask({})
    finally:
        os.close(inherited)
    assert "200" not in given["files"].split(",")
    assert "secret" not in given["environment"]
    assert "PYTHONPATH=" in given["environment"]


def test_the_child_limits_itself_to_what_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, object]] = []
    limits = {resource.RLIMIT_AS: 500, resource.RLIMIT_CPU: resource.RLIM_INFINITY}
    monkeypatch.setattr(os, "nice", lambda step: asked.append(("nice", step)))
    monkeypatch.setattr(signal, "alarm", lambda seconds: asked.append(("alarm", seconds)))
    monkeypatch.setattr(resource, "getrlimit", lambda which: (0, limits.get(which, resource.RLIM_INFINITY)))
    monkeypatch.setattr(resource, "setrlimit", lambda which, pair: asked.append((str(which), pair)))
    render_child.restrict(20, 1000)
    assert asked == [
        ("nice", 5),
        (str(resource.RLIMIT_AS), (500, 500)),  # never above what the machine's owner allows
        (str(resource.RLIMIT_CPU), (20, 20)),
        (str(resource.RLIMIT_FSIZE), (64 * 1024 * 1024,) * 2),
        (str(resource.RLIMIT_CORE), (0, 0)),
        ("alarm", 35),
    ]


def test_question_and_answer_are_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    limited: list[tuple[int, int]] = []
    monkeypatch.setattr(render_child, "restrict", lambda seconds, memory: limited.append((seconds, memory)))
    path = tmp_path / "a"
    for content in (jpeg(), HTML):
        path.write_bytes(content)
        render_child.main([json.dumps({"do": "examine", "path": str(path), "mime": JPEG.mime}), "3", "4000"])
    answered, refused = map(json.loads, capsys.readouterr().out.splitlines())
    assert answered == {"mime": JPEG.mime, "pages": 1}
    assert list(refused) == ["refused"]
    assert limited == [(3, 4000), (3, 4000)]

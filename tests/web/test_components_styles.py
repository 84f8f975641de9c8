"""The style sheet and the script: readable colours, one file each in production, nothing from elsewhere."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.storage import FileSystemStorage
from django.template import Engine

from loket.web.bundling import ENTRIES, BundledStaticFilesStorage, join

STATIC = Path(Engine.get_default().dirs[0]).parent / "static"
TOKENS = (STATIC / "css/tokens.css").read_text(encoding="utf-8")
PATHS = {
    str(path.relative_to(STATIC)): (FileSystemStorage(location=STATIC), str(path.relative_to(STATIC)))
    for path in STATIC.rglob("*")
    if path.is_file()
}
SCRIPTS = sorted((STATIC / "js").glob("*.js"))
TEXT_LEAST = 4.5
CONTROL_LEAST = 3.0

TEXTS = ("tinta-1", "tinta-2", "tinta-3", "nila", "nila-tua", "mengkudu", "kunyit", "daun", "soga")
SURFACES = ("kertas-0", "kertas-1", "kertas-2")
OWN_TINTS = (
    ("nila-tua", "nila-muda"), ("nila", "nila-muda"), ("mengkudu", "mengkudu-muda"), ("mengkudu", "mengkudu-sapu"),
    ("kunyit", "kunyit-muda"), ("daun", "daun-muda"), ("soga", "soga-muda"), ("di-atas-nila", "nila"),
    ("di-atas-nila", "nila-tua"), ("kertas-0", "mengkudu"), ("kertas-0", "mengkudu-tua"), ("kertas-0", "tinta-1"),
    ("kertas-0", "tinta-2"), ("tinta-2", "nila-sapu"), ("tinta-2", "nila-pilih"), ("tinta-1", "daun-muda"),
)  # fmt: skip


def theme(opening: str) -> dict[str, str]:
    block = TOKENS[TOKENS.index(opening) :].split("{", 1)[1].split("}", 1)[0]
    return {name: " ".join(value.split()) for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", block)}


LIGHT = theme(":root {")
DARK = theme(':root[data-tema="gelap"] {')
SYSTEM_DARK = theme(':root:not([data-tema="terang"]) {')


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", (LIGHT, DARK), ids=("light", "dark"))
@pytest.mark.parametrize("pair", (*product(TEXTS, SURFACES), *OWN_TINTS), ids="/".join)
def test_text_can_be_read_on_its_ground(colours: dict[str, str], pair: tuple[str, str]) -> None:
    assert contrast(colours[pair[0]], colours[pair[1]]) >= TEXT_LEAST


@pytest.mark.parametrize("colours", (LIGHT, DARK), ids=("light", "dark"))
@pytest.mark.parametrize("surface", SURFACES)
def test_the_border_of_a_control_can_be_seen(colours: dict[str, str], surface: str) -> None:
    assert contrast(colours["garis-kuat"], colours[surface]) >= CONTROL_LEAST


def test_the_system_and_the_person_get_the_same_dark() -> None:
    assert SYSTEM_DARK == DARK


def test_every_colour_of_the_light_theme_has_a_dark_one() -> None:
    colours = {name for name, value in LIGHT.items() if value.startswith(("#", "rgb", "0 1px"))}
    assert colours == DARK.keys()


def test_every_token_that_is_used_exists() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("css/*.css"))
    used = set(re.findall(r"var\(--([\w-]+)[,)]", text))
    assert used - set(re.findall(r"--([\w-]+):", text)) == set()


def test_the_joined_style_sheet_holds_every_source_in_its_layer() -> None:
    joined = join("css/loket.css", PATHS)
    assert "@import" not in joined
    for path in STATIC.glob("css/*.css"):
        if path.name != "loket.css":
            assert path.read_text(encoding="utf-8") in joined


def test_the_joined_script_holds_every_module_once_and_needs_no_other() -> None:
    joined = join("js/loket.js", PATHS)
    assert re.findall(r"^(?:import|export)\b.*", joined, re.MULTILINE) == []
    for path in SCRIPTS:
        first_function = re.search(r"function \w+\(", path.read_text(encoding="utf-8"))
        if first_function:
            assert joined.count(first_function[0]) == 1


def test_no_two_modules_use_the_same_name() -> None:
    pattern = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
    names = [name for path in SCRIPTS for name in pattern.findall(path.read_text(encoding="utf-8"))]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("path", sorted(PATHS))
def test_nothing_is_fetched_from_elsewhere(path: str) -> None:
    if path.endswith((".css", ".js")):
        assert (
            re.findall(r"https?://|url\([\"']?(?:data|//)", (STATIC / path).read_text(encoding="utf-8")) == []
        )


def test_what_is_collected_is_one_file_each(tmp_path: Path) -> None:
    plain = StaticFilesStorage(location=tmp_path)
    for name, (storage, path) in PATHS.items():
        with storage.open(path) as source:
            plain.save(name, source)
    bundled = BundledStaticFilesStorage(location=tmp_path)
    assert [
        problem for _, _, problem in bundled.post_process(dict(PATHS)) if isinstance(problem, Exception)
    ] == []
    style, script = ((tmp_path / bundled.stored_name(entry)).read_text(encoding="utf-8") for entry in ENTRIES)
    assert "@layer base {" in style
    assert re.findall(r"jakarta-sans-latin-wght-normal\.[0-9a-f]{12}\.woff2", style) != []
    assert "startDrafts();" in script
    assert re.findall(r"^import", script, re.MULTILINE) == []

"""Pages are seen as they were meant, are never the file that was sent in, and a failure is a sentence."""

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from loket.files import child
from loket.files.kinds import DOCX, JPEG, PDF, PNG, XLSX, Kind
from loket.files.pages import NARROWEST, WIDEST, page_count, render_all, render_page
from loket.files.problems import Unrenderable
from tests.files import samples
from tests.files.samples import docx, jpeg, pdf, picture, png, xlsx

pytestmark = pytest.mark.usefixtures("readers_here")

GPS = 0x8825


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


def seen(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    assert image.format == "WEBP"
    return image


def taken_sideways() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Artist] = "Sari"
    exif.get_ifd(GPS)[1] = "S"
    return exif


@pytest.mark.parametrize(
    ("content", "kind", "count"),
    ((pdf(3), PDF, 3), (jpeg(), JPEG, 1), (png(), PNG, 1), (docx(), DOCX, 0), (xlsx(), XLSX, 0)),
    ids=("pdf", "jpeg", "png", "docx", "xlsx"),
)
def test_pages_are_counted(file: Path, content: bytes, kind: Kind, count: int) -> None:
    file.write_bytes(content)
    assert page_count(file, kind) == count


def test_a_page_of_a_pdf_is_a_picture_of_the_width_asked_for(file: Path) -> None:
    file.write_bytes(pdf(2))
    first, second = (render_page(file, PDF, number, 700) for number in (1, 2))
    assert seen(first).size == (700, 990)
    assert first != second


def test_a_page_of_text_keeps_every_pixel(file: Path) -> None:
    file.write_bytes(pdf())
    assert b"VP8L" in render_page(file, PDF, 1, 700)[:64]


def test_a_visible_signature_is_drawn(file: Path) -> None:
    file.write_bytes(samples.signed_looking_pdf())
    assert seen(render_page(file, PDF, 1, 200)).convert("RGB").getpixel((100, 50)) == (255, 0, 0)


@pytest.mark.parametrize(("asked", "drawn"), ((1, NARROWEST), (100_000, WIDEST)))
def test_an_unreasonable_width_is_brought_to_a_reasonable_one(file: Path, asked: int, drawn: int) -> None:
    file.write_bytes(pdf())
    assert seen(render_page(file, PDF, 1, asked)).width == drawn


def test_a_very_tall_page_becomes_narrower_instead(file: Path) -> None:
    tall = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 0.5 14000] >>"
    file.write_bytes(samples.built_pdf(samples.CATALOGUE, samples.ONE_PAGE, tall))
    width, height = seen(render_page(file, PDF, 1, 1000)).size
    assert width == 1
    assert 15_500 < height <= 16_000


def test_a_very_tall_photo_becomes_narrower_instead(file: Path) -> None:
    file.write_bytes(picture("PNG", (10, 32_000)))
    assert seen(render_page(file, PNG, 1, 1000)).size == (5, 16_000)


def test_a_photo_is_turned_upright_and_says_nothing_of_its_taker(file: Path) -> None:
    file.write_bytes(jpeg(taken_sideways()))
    image = seen(render_page(file, JPEG, 1, 1000))
    upper, lower = (image.convert("L").getpixel((20, height)) for height in (10, 50))
    assert image.size == (40, 60)
    assert upper == pytest.approx(0, abs=8)
    assert lower == pytest.approx(255, abs=8)
    assert dict(image.getexif()) == {}
    assert "exif" not in image.info


def test_a_photo_is_made_smaller_but_never_larger(file: Path) -> None:
    file.write_bytes(picture("JPEG", (900, 600)))
    assert seen(render_page(file, JPEG, 1, 300)).size == (300, 200)
    assert seen(render_page(file, JPEG, 1, 2000)).size == (900, 600)


def test_a_photo_of_many_colours_is_compressed_as_photos_are(file: Path) -> None:
    noise = Image.effect_noise((400, 400), 90)
    Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180))).save(file, "PNG")
    assert b"VP8 " in render_page(file, PNG, 1, 400)[:64]


@pytest.mark.parametrize("mode", ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"))
def test_a_picture_of_any_make_is_dark_on_the_left_and_light_on_the_right(file: Path, mode: str) -> None:
    image = Image.new("L", (60, 40), 255)
    image.paste(0, (0, 0, 30, 40))
    if mode == "I;16":
        image.convert("I").point(lambda level: level * 257).convert("I;16").save(file, "PNG")
    else:
        image.convert("RGB").convert(mode).save(file, "PNG")
    shown = seen(render_page(file, PNG, 1, 60)).convert("L")
    assert (shown.getpixel((5, 20)), shown.getpixel((55, 20))) == (0, 255)


def test_a_four_colour_photo_is_shown(file: Path) -> None:
    file.write_bytes(picture("JPEG", mode="CMYK"))
    shown = seen(render_page(file, JPEG, 1, 60)).convert("L")
    assert shown.getpixel((55, 20)) == pytest.approx(255, abs=8)


def test_transparency_is_shown_on_white(file: Path) -> None:
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")
    assert seen(render_page(file, PNG, 1, 64)).convert("L").getextrema() == (255, 255)


@pytest.mark.parametrize(("content", "kind"), ((pdf(2), PDF), (png(), PNG)), ids=("pdf", "png"))
@pytest.mark.parametrize("page", (-1, 0, 3, 10**12))
def test_a_page_that_does_not_exist_says_so(file: Path, content: bytes, kind: Kind, page: int) -> None:
    file.write_bytes(content)
    with pytest.raises(Unrenderable) as failed:
        render_page(file, kind, page, 300)
    assert failed.value.sentence == f"Halaman {page} tidak ada di berkas ini."


@pytest.mark.parametrize("kind", (DOCX, XLSX))
def test_office_documents_have_no_pages_to_show(file: Path, kind: Kind) -> None:
    with pytest.raises(Unrenderable) as failed:
        render_page(file, kind, 1, 300)
    assert failed.value.sentence == (
        f"Halaman berkas {kind.label} tidak ditampilkan di sini. Unduh berkas untuk membacanya."
    )


def test_a_file_damaged_after_it_was_taken_says_so(file: Path) -> None:
    file.write_bytes(pdf()[:500])
    with pytest.raises(Unrenderable, match=r"^Berkas PDF ini rusak atau terpotong\."):
        render_page(file, PDF, 1, 300)


def test_the_first_pages_are_drawn_into_a_directory(file: Path, tmp_path: Path) -> None:
    file.write_bytes(pdf(3))
    into = tmp_path / "cache" / "aa"
    drawn = render_all(file, PDF, into, width=300, max_pages=2)
    assert drawn == [into / "0001.webp", into / "0002.webp"]
    assert [seen(path.read_bytes()).width for path in drawn] == [300, 300]
    assert list(into.parent.iterdir()) == [into]


def test_pages_drawn_once_are_not_drawn_again(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(pdf(2))
    first = render_all(file, PDF, tmp_path / "cache", width=300, max_pages=9)
    monkeypatch.delattr(child, "ask")
    assert render_all(file, PDF, tmp_path / "cache", width=300, max_pages=9) == first


def test_a_failure_leaves_no_directory(file: Path, tmp_path: Path) -> None:
    file.write_bytes(pdf()[:500])
    with pytest.raises(Unrenderable, match="rusak atau terpotong"):
        render_all(file, PDF, tmp_path / "cache" / "aa", width=300, max_pages=2)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_directory_that_cannot_be_made_is_an_error(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    file.write_bytes(pdf())
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        render_all(file, PDF, tmp_path / "cache", width=300, max_pages=2)

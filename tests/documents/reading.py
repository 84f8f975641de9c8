"""What a reader of a PDF finds on its pages."""

import pypdfium2


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_bounded() for page in document).split()


def page_count(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))

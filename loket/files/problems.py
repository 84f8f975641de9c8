"""What can be wrong with a file, as a sentence for the person who has it."""

from loket.files.sizes import size_label


class FileProblem(Exception):
    """`sentence` says in Indonesian what the file is and what to do about it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Empty(FileProblem):
    def __init__(self) -> None:
        super().__init__("Berkas ini kosong (0 byte). Pilih berkas yang berisi.")


class TooLarge(FileProblem):
    """`size` is absent when the file was cut off at the limit, before its size was known."""

    def __init__(self, limit: int, size: int | None = None) -> None:
        allowed = size_label(limit)
        found = f"Ukuran berkas {size_label(size)}." if size else f"Ukuran berkas lebih dari {allowed}."
        super().__init__(f"{found} Pilih berkas paling besar {allowed}.")
        self.limit = limit


class Unacceptable(FileProblem):
    """The content is of a kind, or in a state, that an office record must not hold."""


class Unrenderable(FileProblem):
    """The pages cannot be shown; `detail` is for the log, `passing` means that another try may succeed."""

    def __init__(self, sentence: str, *, detail: str = "", passing: bool = False) -> None:
        super().__init__(sentence)
        self.detail = detail
        self.passing = passing


class NotStored(LookupError):
    """No file with this hash is in the store."""


class UnsupportedStorage(ValueError):
    """The storage address is one that this version cannot use."""

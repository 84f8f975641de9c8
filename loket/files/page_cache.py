"""Drawn pages kept on disk beside the store; the whole directory may be deleted at any time."""

from dataclasses import dataclass
from pathlib import Path

from loket.files.kinds import Kind
from loket.files.pages import render_all
from loket.files.problems import Unrenderable
from loket.files.store import Store

_FAILED = "tidak-dapat-ditampilkan.txt"


@dataclass(frozen=True, slots=True)
class PageCache:
    root: Path
    width: int = 1_400
    max_pages: int = 60

    def images(self, store: Store, sha256: str, kind: Kind) -> list[Path]:
        """Give the pictures of the first pages, drawing them the first time.

        A file that cannot be drawn is not tried again: the attempt may take a minute of a processor.
        """
        path, directory = store.path(sha256), self.directory(sha256)
        failed = directory / _FAILED
        if failed.is_file():
            raise Unrenderable(failed.read_text(encoding="utf-8"))
        try:
            return render_all(path, kind, directory, self.width, self.max_pages)
        except Unrenderable as problem:
            if not problem.passing:
                directory.mkdir(mode=0o700, parents=True, exist_ok=True)
                failed.write_text(problem.sentence, encoding="utf-8")
            raise

    def directory(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256 / f"{self.width}x{self.max_pages}"

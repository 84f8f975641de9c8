"""Files as they arrive: what is too large is counted and thrown away, never kept, not even for a moment."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, NoReturn

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

from loket.files.problems import TooLarge
from loket.files.sizes import MAX_BYTES

if TYPE_CHECKING:
    File = UploadedFile[Any]
else:
    File = UploadedFile  # generic only for the type checker

PATIENCE = 5 * MAX_BYTES
"""So much is read of a file that is refused: a browser that is cut off shows no sentence. What is larger is cut off."""


class OversizedFile(File):
    """The name and the size of a file whose content was not kept; whoever reads it is told."""

    def read(self, *_: Any) -> NoReturn:
        raise TooLarge(MAX_BYTES, self.size)


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Keeps a file on disk until the request is over, as long as it is small enough."""

    too_large = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.too_large = False
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        size = start + len(raw_data)
        if size > PATIENCE:
            raise StopUpload(connection_reset=True)
        if not self.too_large and size > MAX_BYTES:
            self.too_large = True
            self.file.close()
        return None if self.too_large else super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> File | None:
        if self.too_large:
            return OversizedFile(BytesIO(), self.file_name, self.content_type, file_size)
        return super().file_complete(file_size)

"""What only one party knows, kept from whatever prints, compares or stores the things it meets."""

from typing import NoReturn


class Secret:
    """A passphrase, one-time code or token: shows itself to nobody by accident, and cannot be pickled into a queue."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    def struck_from(self, text: str) -> str:
        """Take this secret out of what somebody else wrote, such as a server that repeats what it was sent."""
        return text.replace(self._text, "***") if self._text else text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return "Secret(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("A secret is given at the moment of its use; it is never stored.")

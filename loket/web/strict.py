"""What a template prints for a variable that does not exist: nothing; it raises instead.

Set it as `string_if_invalid` of the template engine in tests and while developing.
"""

from typing import Self


class MissingVariableError(LookupError):
    """A template asked for a variable that its context does not have."""


class Missing(str):
    """Django formats the missing variable's name into a text that holds %s."""

    __slots__ = ()

    def __new__(cls) -> Self:
        return super().__new__(cls, "%s")

    def __mod__(self, name: object) -> str:
        raise MissingVariableError(f"The template asks for {name}, which its context does not have.")

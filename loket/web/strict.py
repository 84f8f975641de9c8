"""What a template prints for a variable that does not exist: nothing; it raises instead.

Set it as `string_if_invalid` of the template engine in tests and while developing.
"""


class MissingVariableError(LookupError):
    """A template asked for a variable that its context does not have."""


class Missing(str):
    """Django asks `"%s" in string_if_invalid` and then formats the variable's name into it."""

    __slots__ = ()

    def __contains__(self, key: object) -> bool:
        return True

    def __mod__(self, name: object) -> str:
        raise MissingVariableError(f"The template asks for {name}, which its context does not have.")

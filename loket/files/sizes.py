"""How large a file may be, and how a size is written in Indonesian."""

MAX_BYTES = 20 * 1024 * 1024

_UNITS = ((1024 * 1024, "MB"), (1024, "KB"))


def size_label(size: int) -> str:
    """Write 31 MB, 20,1 MB or 12 byte; rounded up, so that a size over a limit never reads like the limit."""
    for unit, name in _UNITS:
        if size >= unit:
            whole, tenths = divmod(-(-size * 10 // unit), 10)
            return f"{whole},{tenths} {name}" if tenths else f"{whole} {name}"
    return f"{size} byte"

"""Whether two ways of writing a name mean the same person: titles, degrees, capitals and signs do not count."""

import re
import unicodedata

LONGEST_IN_A_CERTIFICATE = 64
"""X.520 allows no longer name; whoever issues a certificate cuts it there."""
_TITLES = frozenset(["ir", "dr", "drs", "dra", "drg", "drh", "prof", "apt", "ns", "h", "hj", "kh", "hc"])
_DEGREES = frozenset(
    [
        "se",
        "sh",
        "st",
        "ss",
        "sp",
        "sip",
        "ssi",
        "ssos",
        "skom",
        "spd",
        "sag",
        "sap",
        "skep",
        "sked",
        "spt",
        "sst",
        "mm",
        "mt",
        "mh",
        "mp",
        "mkom",
        "msi",
        "map",
        "mpd",
        "mag",
        "msc",
        "meng",
        "mba",
        "mkes",
        "mph",
        "phd",
        "amd",
    ]
)
"""Only what is no name: a word that nobody here knows belongs to the name, so a doubt ends in a refusal."""


def same_person(one: str, other: str) -> bool:
    """Compare a printed name with that of a certificate. What has no letter is nobody."""
    ones, others = _readings(one), _readings(other)
    return bool(ones & others)


def _readings(name: str) -> set[str]:
    """The name as it is, and as a certificate would cut it; each in small letters without anything between."""
    line = " ".join(name.split())
    readings = {_bare(line)}
    if len(line) > LONGEST_IN_A_CERTIFICATE:
        readings.add(_bare(line[:LONGEST_IN_A_CERTIFICATE]))
    return readings - {""}


def _bare(name: str) -> str:
    """Degrees follow a comma, or stand at the end; titles stand at the beginning. One word always remains."""
    words = [word for word in map(_letters, _split(name.split(",", maxsplit=1)[0])) if word]
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _DEGREES:
        words = words[:-1]
    return "".join(words)


def _split(name: str) -> list[str]:
    """At spaces, and behind a title that is written without one: Ir.Bambang."""
    return re.sub(r"(?i)(?<!\w)(ir|dr|drs|dra|prof|h|hj|kh)\.(?=\w{3})", r"\1 ", name).split()


def _letters(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(sign for sign in plain if sign.isalnum())

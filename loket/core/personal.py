"""Numbers that belong to a person and should not leave the office: NIK, NIP and telephone numbers, as people write them."""

import re
import unicodedata

_GAP = r"[ .\-\u2010-\u2015]?"
_NIK = re.compile(rf"(?<!\d)(?:\d{{6}}{_GAP}\d{{6}}{_GAP}\d{{4}}|\d{{4}}(?:{_GAP}\d{{4}}){{3}})(?!\d)")
_NIP = re.compile(rf"(?<!\d)\d{{8}}{_GAP}\d{{6}}{_GAP}\d{_GAP}\d{{3}}(?!\d)")
_PHONE = re.compile(rf"(?<!\d)(?:\(?\+?\s?62\)?{_GAP}|0)8\d{{1,2}}{_GAP}\d{{3,4}}{_GAP}\d{{3,5}}(?!\d)")
_KINDS = ((_NIK, "NIK"), (_NIP, "NIP"), (_PHONE, "nomor telepon"))


def personal_data_in(text: str) -> str:
    """Name what a text seems to hold of them, as "NIK dan nomor telepon"; "" where there is nothing.

    What looks like one and is none is the price: whoever wrote it can write it in another way.
    """
    plain = unicodedata.normalize("NFKC", text)
    return " dan ".join(name for pattern, name in _KINDS if pattern.search(plain))

"""A signed PDF is the PDF that was sent, to the byte, and one sound signature more behind it."""

from datetime import datetime

from loket.integrations.esign.checking import inspect
from loket.integrations.esign.reports import Flaw, SignatureReport, Trust
from loket.integrations.esign.service_problems import OtherDocument

_BROKEN = {Flaw.UNREADABLE, Flaw.ALTERED, Flaw.ADDED_TO}
_NOBODY = Trust(roots=())
"""Whether the signer's certificate is known here does not matter for what this asks."""


def check_increment(sent: bytes, returned: bytes, *, now: datetime) -> SignatureReport:
    """Return the report of the one signature that was added, or refuse the document."""
    if not returned.startswith(sent):
        raise OtherDocument("not the bytes that were sent")
    before, after = inspect(sent, _NOBODY, now=now), inspect(returned, _NOBODY, now=now)
    if len(after) != len(before) + 1:
        raise OtherDocument(f"{len(after) - len(before)} signatures more")
    if any(report.flaw in _BROKEN for report in after):
        raise OtherDocument("the signature does not fit the document")
    return after[-1]

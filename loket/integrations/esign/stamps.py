"""Whether a time stamp proves the time that it tells."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from asn1crypto import cms
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import (
    extract_tst_data_iter,
    message_imprint_checker,
    validate_tst_signed_data,
)
from pyhanko.sign.validation.status import TimestampSignatureStatus

from loket.integrations.esign.evidence import Evidence, context
from loket.integrations.esign.reports import Trust

_SLACK = timedelta(hours=1)
"""How far the clock of another authority may be ahead of ours."""


async def proven_time(
    signature: EmbeddedPdfSignature, evidence: Evidence, trust: Trust, now: datetime
) -> datetime | None:
    """Return when the signature was there at the latest, by a stamp on it that can be trusted."""
    imprint = message_imprint_checker(signature.signer_info)
    for stamp in extract_tst_data_iter(signature.signer_info, signed=False):
        if told := await proves(stamp, imprint, evidence, trust, now):
            return told
    return None


async def proves(
    stamp: cms.SignedData,
    imprint: Callable[[str], bytes],
    evidence: Evidence,
    trust: Trust,
    now: datetime,
) -> datetime | None:
    """Judge the stamp as of today, and where the lists at hand are too old for that, as of its own time.

    Today comes first because a stamp of an authority whose key is known to be lost proves nothing, whatever
    time it tells; by age alone it does not become worthless.
    """
    told: datetime = stamp["encap_content_info"]["content"].parsed["gen_time"].native
    if told > now + _SLACK:
        return None
    for moment in (min(now, _end(stamp)), told):
        found = await validate_tst_signed_data(stamp, context(evidence, trust, moment), imprint)
        status = TimestampSignatureStatus(**found)
        if status.trusted:
            return told
        if status.revoked:
            return None
    return None


def _end(stamp: cms.SignedData) -> datetime:
    ends = [each.chosen["tbs_certificate"]["validity"]["not_after"].native for each in stamp["certificates"]]
    end: datetime = min(ends)
    return end.astimezone(UTC)

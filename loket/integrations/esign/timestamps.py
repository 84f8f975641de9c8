"""Who says when a signature was made: the office's own time-stamp certificate, or an authority on the network."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256

import httpx
from asn1crypto import cms, core, tsp
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from pyhanko.sign.general import as_signing_certificate, simple_cms_attribute
from pyhanko.sign.timestamps import DummyTimeStamper, TimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from loket.integrations.esign import converting
from loket.integrations.esign.authority import Authority
from loket.integrations.esign.problems import TimestampDown

_POLICY = "2.25.250338812954206130187203174905741352171"
"""Below 2.25 a random number is a name that nobody else has; there is no policy text behind ours."""
_LARGEST = 1_000_000
SECONDS = 20.0


class InternalTimestamper(DummyTimeStamper):
    """The authority stamps by itself, with the time it is told; pyhanko calls a TSA without a server "dummy"."""

    def __init__(self, authority: Authority, now: datetime) -> None:
        super().__init__(
            tsa_cert=converting.certificate(authority.tsa_certificate),
            tsa_key=converting.private_key(authority.tsa_key),
            certs_to_embed=SimpleCertificateStore.from_certs([converting.certificate(authority.certificate)]),
            fixed_dt=now,
            override_md="sha256",
        )
        self._key = authority.tsa_key

    def _build_tst_info(
        self, message_imprint: tsp.MessageImprint, dt: datetime, req: tsp.TimeStampReq
    ) -> tsp.TSTInfo:
        info = super()._build_tst_info(message_imprint, dt, req)
        info["policy"] = _POLICY
        return info

    def _sign_tst_info(
        self, tst_info_data: bytes, md_algorithm: str, dt: datetime
    ) -> tuple[bytes, cms.CMSAttributes]:
        """As pyhanko does, but without reading and testing the key anew for every stamp."""
        attributes = cms.CMSAttributes(
            [
                simple_cms_attribute("content_type", "tst_info"),
                simple_cms_attribute("signing_time", cms.Time({"utc_time": core.UTCTime(dt)})),
                simple_cms_attribute("signing_certificate", as_signing_certificate(self.tsa_cert)),
                simple_cms_attribute("message_digest", sha256(tst_info_data).digest()),
            ]
        )
        return self._key.sign(attributes.dump(), PKCS1v15(), SHA256()), attributes


class RemoteTimestamper(TimeStamper):
    """RFC 3161 over HTTP, with a time-out and a limit for the answer, which pyhanko's own clients do not have."""

    def __init__(self, url: str, client: httpx.Client) -> None:
        super().__init__(include_nonce=True)  # type: ignore[no-untyped-call]  # pyhanko is typed in part
        self._url = url
        self._client = client

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        try:
            with self._client.stream(
                "POST",
                self._url,
                content=req.dump(),
                headers={"Content-Type": "application/timestamp-query"},
                timeout=SECONDS,
            ) as response:
                response.raise_for_status()
                answer = tsp.TimeStampResp.load(b"".join(_limited(response.iter_bytes())), strict=True)
                answer["time_stamp_token"]["content"]["signer_infos"]
                return answer
        except (httpx.HTTPError, ValueError, TypeError, KeyError) as error:
            raise TimestampDown(type(error).__name__) from None


def _limited(chunks: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > _LARGEST:
            raise ValueError("no time stamp is that large")
        yield chunk

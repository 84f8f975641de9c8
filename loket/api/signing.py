"""Sign with a certificate before the step or act that records it, as the pages do (ADR 0014).

What opens a certificate is in the body of one call, is used once, and is kept nowhere.
"""

from dataclasses import fields, replace
from typing import Any, cast

from pydantic import BaseModel, Field, SecretStr

from loket.api.request import Call
from loket.application.acts import ACTS
from loket.application.acts.naskah import Signature
from loket.application.data import Problems, StepData, present
from loket.application.errors import Invalid, NotVisible
from loket.application.naskah.certified import Typed, sign_by, ways_of_signing
from loket.application.naskah.drafting import require
from loket.application.naskah.recording import Proof
from loket.application.naskah.signing import signs_outside_a_step
from loket.application.naskah.step_signing import Place, sign_paper
from loket.application.naskah.tries import counted
from loket.application.steps.s10_serah_terima import RETURNED, Confirmation
from loket.models.permintaan import Permintaan
from loket.queries.naskah import naskah_of, paper_in_hand
from loket.queries.step_rows import standing_of, visible_permintaan

LONGEST = 1000
SIGN = "tanda_tangani_naskah"
_SECRETS = {
    "passphrase": "Passphrase sertifikat Anda, sebagai pengganti pindaian. Dipakai sekali dan tidak disimpan.",
    "nik": "16 angka; hanya untuk BSrE. Tidak disimpan.",
    "totp": "Kode OTP, bila diminta BSrE.",
}
_VERSION = "Versi konsep berita acara yang dibaca; hanya bila nomornya diberikan bersama tanda tangan ini."


def secrets_of(data: type[StepData]) -> dict[str, Any]:
    """The fields that a body has where its data proves a signature."""
    if "proof" not in {one.name for one in fields(cast("Any", data))}:
        return {}
    secret: dict[str, Any] = {
        name: (
            SecretStr | None,
            Field(default=None, max_length=LONGEST, description=said, json_schema_extra={"writeOnly": True}),
        )
        for name, said in _SECRETS.items()
    }
    if data is Confirmation:
        secret["version"] = (str, Field(default="", max_length=40, description=_VERSION))
    return secret


def signed_for_act(call: Call, nomor: str, data: StepData, body: BaseModel) -> StepData:
    """The same data with what was signed as its proof. Whatever would stop the act stops it here."""
    typed = _typed(body)
    if typed is None or not isinstance(data, Signature):
        return data
    permintaan = _visible(call, nomor)
    naskah = naskah_of(call.actor, permintaan.pk).select_related("permintaan").filter(pk=data.naskah_id)
    found = naskah.first()
    if found is None:
        raise NotVisible(str(data.naskah_id))
    _without_a_scan(data.proof)
    standing = standing_of(permintaan, call.actor, call.now)
    require(ACTS[SIGN].allowed(call.actor, standing.sop, standing.facts) & signs_outside_a_step(found))
    file = counted(
        lambda: sign_by(found.pk, typed, actor=call.actor, now=call.now),
        user_id=present(call.actor.id),
        now=call.now,
    )
    return replace(data, proof=Proof(file_id=file.pk))


def signed_for_step(
    call: Call, nomor: str, place: tuple[str, str], data: StepData, body: BaseModel
) -> StepData:
    """The same data with what was signed as its proof; a paper that waits for its number gets it first."""
    typed = _typed(body)
    if typed is None or not isinstance(data, Confirmation) or data.outcome == RETURNED:
        return data
    _without_a_scan(data.proof)
    data = replace(data, proof=Proof(file_id=0))
    paper = paper_in_hand(_visible(call, nomor), call.actor)
    naskah, file_id = paper.naskah, paper.signed_file_id
    if naskah is None:
        return data
    if file_id is None:
        sent: Any = body
        at = Place(nomor=nomor, step=place[0], bagian=place[1], seen=sent.seen, paper_version=sent.version)
        cara = naskah.cara or ways_of_signing()[0]
        file_id = counted(
            lambda: sign_paper(
                at, naskah, cara, typed, data=data, actor=call.actor, now=call.now, source="api"
            ),
            user_id=present(call.actor.id),
            now=call.now,
        ).pk
    return replace(data, proof=Proof(file_id=file_id))


def _typed(body: BaseModel) -> Typed | None:
    """None where nothing is to be signed with a certificate."""
    if getattr(body, "passphrase", None) is None:
        return None
    given = {name: getattr(body, name) for name in _SECRETS}
    return Typed(**{name: one.get_secret_value() if one else "" for name, one in given.items()})


def _visible(call: Call, nomor: str) -> Permintaan:
    permintaan = visible_permintaan(nomor, call.actor, with_opd=False)
    if permintaan is None:
        raise NotVisible(nomor)
    return permintaan


def _without_a_scan(proof: Proof) -> None:
    if proof.upload_id is not None:
        raise Invalid(Problems({"passphrase": ["Kirim passphrase atau pindaian, tidak keduanya."]}))

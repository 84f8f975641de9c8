"""Programs that ask the API, and the plain views that they are compared with."""

from datetime import UTC, datetime
from typing import Any

from django.test import Client, override_settings

from bench.steps import Bench
from loket.application.office.tokens import TokenData, create_token
from loket.models.user import User

OK, MOVED = 200, 302


class Programs:
    """One office; each call is made with another of its tokens."""

    def __init__(self, now: datetime, tokens: int) -> None:
        self.bench = Bench(now)
        self.user = User.objects.get(username="kadis")
        self.api = Client()
        data = TokenData(nama="bench", scope="tulis", days=1)
        self.secrets = [self._secret(data) for _ in range(tokens)]
        self.plain = Client()
        self.plain.force_login(self.user)

    def prepare(self, count: int) -> None:
        self.bench.prepare(count)

    def listed(self, who: int) -> None:
        self._ok(self.api.get("/api/v1/permintaan", headers=self._as(who)), OK)

    def plain_list(self) -> None:
        with override_settings(ROOT_URLCONF="bench.minimal"):
            self._ok(self.plain.get("/permintaan"), OK)

    def step(self, who: int) -> None:
        body = {
            "bagian": "kepala_dinas",
            "seen": 1,
            "outcome": "diteruskan",
            "kepada_id": self.bench.data.kepada_id,
            "instruksi": ["tindak_lanjuti"],
        }
        path = f"/api/v1/permintaan/{self.bench.waiting.pop()}/langkah/disposisi"
        self._ok(self.api.post(path, body, content_type="application/json", headers=self._as(who)), OK)

    def plain_step(self) -> None:
        nomor, at = self.bench.waiting.pop(), datetime.now(UTC).isoformat()
        with override_settings(ROOT_URLCONF="bench.minimal"):
            self._ok(self.plain.post(f"/permintaan/{nomor}/disposisi", {"at": at}), MOVED)

    def _secret(self, data: TokenData) -> str:
        now = datetime.now(UTC)
        return create_token(self.user, data, actor=self.user.actor(now.date()), now=now)[1]

    def _as(self, who: int) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secrets[who % len(self.secrets)]}"}

    def _ok(self, answer: Any, status: int) -> None:
        if answer.status_code != status:
            raise RuntimeError(answer.content[:300])

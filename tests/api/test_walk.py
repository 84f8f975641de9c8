"""All twelve steps through the API alone, each by a program of the person whose turn it is."""

from functools import partial
from typing import Any

from loket.cli.demo import walk
from loket.cli.demo.plausible import PLAUSIBLE
from loket.cli.demo.scene import Scene
from loket.models.entry import Entry
from tests.api.program import Program, as_json, letter
from tests.cast import Road


class Programs:
    """One for each person, made when it is first needed; the road is what the clock says."""

    def __init__(self, road: Road) -> None:
        self.road = road
        self.made: dict[str, Program] = {}

    def of(self, username: str) -> Program:
        if username not in self.made:
            self.made[username] = Program(self.road, username)
        return self.made[username]

    def keep(self, jenis: str, username: str) -> int:
        answer = self.of(username).upload(f"{jenis}.pdf")
        assert answer.status_code == 201, answer.content
        return int(answer.json()["id"])

    def begin(self) -> None:
        opd = self.of("opd")
        sent = letter(self.road) | {"upload_id": self.keep("surat", "opd")}
        answer = opd.post("/permintaan", sent)
        assert answer.status_code == 201, answer.content
        self.road.nomor = answer.json()["nomor"]

    def get_ready(self, at: dict[str, Any]) -> None:
        """The original letter is at the counter, the BAST has its number, the event is over."""
        road, tu = self.road, self.of("tu")
        road.now = walk.end_of_work(road.permintaan, walk.office_calendar(), road.now, 5)
        if walk.needs_letter(road.permintaan):
            received = tu.act("surat_asli_diterima", received_at=road.now.isoformat())
            assert received.status_code == 200, received.content
        drafts = [one for one in tu.one()["naskah"] if (one["jenis"], one["state"]) == ("bast", "konsep")]
        if (at["langkah"], at["bagian"]) == walk.SIGNED and drafts:
            draft = {"naskah_id": drafts[-1]["id"], "version": drafts[-1]["version"]}
            issued = tu.act("terbitkan_naskah", **draft, cara="basah")
            assert issued.status_code == 200, issued.content

    def step(self) -> tuple[str, str]:
        road = self.road
        at = self.of("kasi").one()
        self.get_ready(at)
        username = walk.performer(road.permintaan).username
        program = self.of(username)
        place = at["langkah"], at["bagian"]
        begun = program.act("mulai", langkah=place[0], bagian=place[1])
        assert begun.status_code == 200, begun.content
        road.later(minutes=1)
        seen = program.one()
        scene = Scene(
            permintaan=road.permintaan,
            now=road.now,
            calendar=walk.office_calendar(),
            people=road.people,
            keep=partial(self.keep, username=username),
        )
        body = {"bagian": place[1], "seen": seen["revision"], **as_json(PLAUSIBLE[place](scene))}
        mine = next(one for one in seen["may"] if (one["key"], one["jenis"]) == (place[0], "langkah"))
        assert mine == {
            "key": place[0],
            "jenis": "langkah",
            "bagian": place[1],
            "allowed": True,
            "reasons": [],
        }
        answer = program.post(f"/permintaan/{road.nomor}/langkah/{place[0]}", body)
        assert answer.status_code == 200, (place, answer.content)
        return place


def test_a_permintaan_goes_from_letter_to_report(road: Road) -> None:
    programs = Programs(road)
    programs.begin()
    steps = []
    while programs.of("kasi").one()["langkah"] != "selesai":
        steps.append(programs.step()[0])

    whole = programs.of("opd").one()
    assert whole["status"] == "selesai"
    assert list(dict.fromkeys(steps)) == [one["key"] for one in whole["langkah_langkah"]][1:]
    assert all(one["done_at"] and one["verdict"] for one in whole["langkah_langkah"])
    assert set(Entry.objects.filter(subject=road.nomor, actor__isnull=False).values_list("source")) == {
        ("api",)
    }

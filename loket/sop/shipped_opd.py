"""The register of agencies that comes with Loket: 29 OPD and 18 kecamatan of Kabupaten Magetan."""

import tomllib
from importlib.resources import files
from typing import NamedTuple


class ShippedOpd(NamedTuple):
    kode: str
    nama: str
    singkatan: str


def opd_register() -> list[ShippedOpd]:
    data = tomllib.loads((files("loket.sop") / "opd.toml").read_text("utf-8"))
    agencies = [ShippedOpd(*row) for row in data["opd"]]
    return agencies + [
        ShippedOpd(f"KEC-{name.upper()}", f"Kecamatan {name}", f"Kec. {name}") for name in data["kecamatan"]
    ]

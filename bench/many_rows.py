"""Fill a database with many permintaan, cheaply: rows as they would be after years, without their history.

Nothing here went down the road: there are no entries, so `loket verify` would object. Only queries are measured on it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model

from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.sop_revision import rules_of

_BOTH = {
    "sop_revision_id": "%(revision)s",
    "created_by_id": "%(user)s",
    "opd_id": "(SELECT array_agg(id ORDER BY id) FROM loket_opd)[1 + n %% (SELECT count(*) FROM loket_opd)]",
    "kebutuhan": "repeat('Kebutuhan yang dijelaskan dengan beberapa kalimat. ', 4)",
    "pic_nama": "'Narahubung'",
    "pic_phone": "'+6281234567890'",
    "head_seq": "1",
    "sealed_seq": "1",
}
_NUMBERS = "FROM generate_series(%(first)s, %(first)s + %(count)s - 1) AS n"

_CLOSED = _BOTH | {
    "nomor": "'APL-2001-' || lpad(n::text, 7, '0')",
    "kode_lacak": "'banyak-' || n",
    "created_at": "%(now)s::timestamptz - n * interval '1 minute'",
    "ended_at": "%(now)s::timestamptz",
    "nama_aplikasi": """
        (ARRAY['Antrean','Pendaftaran','Arsip','Retribusi','Pengaduan','Perizinan','Presensi','Persediaan'])[1 + n %% 8]
        || ' ' || (ARRAY['Daring','Terpadu','Digital','Elektronik','Desa'])[1 + n / 8 %% 5] || ' ' || md5(n::text)
    """,
    "status": "CASE n %% 20 WHEN 0 THEN 'dibatalkan' WHEN 1 THEN 'ditolak' ELSE 'selesai' END",
    "at_step": "CASE WHEN n %% 20 < 2 THEN 'disposisi' ELSE 'selesai' END",
    "at_bagian": "CASE WHEN n %% 20 < 2 THEN 'kepala_dinas' ELSE '' END",
    "turn": "'{}'::varchar[]",
    "reached": "ARRAY['surat_tercatat','surat_asli_diterima','tiket_terbuka']",
    "revision": "12",
    "priority": "(ARRAY['mendesak','tinggi','sedang','sedang','rendah'])[1 + n %% 5]",
    "priority_rank": "(ARRAY[0,1,2,2,3])[1 + n %% 5]",
}
_OPEN = _BOTH | {
    "nomor": "'APL-2002-' || lpad(n::text, 7, '0')",
    "kode_lacak": "'terbuka-' || n",
    "created_at": "%(now)s::timestamptz - n * interval '1 hour'",
    "due_at": "%(now)s::timestamptz + (n %% 40 - 8) * interval '1 day'",
    "alarm_at": "%(now)s::timestamptz + (n %% 100) * interval '1 hour'",
    "nama_aplikasi": "'Sedang dikerjakan ' || md5(n::text)",
    "status": "'berjalan'",
    "at_step": "place.step",
    "at_bagian": "place.bagian",
    "turn": "string_to_array(place.roles, ' ')",
    "reached": """
        CASE WHEN n %% 2 = 0 THEN ARRAY['surat_tercatat'] ELSE ARRAY['surat_tercatat','surat_asli_diterima'] END
    """,
    "priority": "'sedang'",
    "priority_rank": "2",
}
_PLACES = """
    JOIN unnest(%(steps)s::text[], %(bagian)s::text[], %(roles)s::text[]) WITH ORDINALITY AS place(step, bagian, roles, at)
      ON place.at = 1 + n %% array_length(%(steps)s::text[], 1)
"""
_RUN = {
    "permintaan_id": "p.id",
    "step": "CASE WHEN p.status = 'berjalan' THEN p.at_step ELSE 'surat' END",
    "available_at": "p.created_at",
    "since": "p.created_at",
    "done_at": "p.ended_at",
}
_WITHOUT_RUN = """
    FROM loket_permintaan AS p WHERE NOT EXISTS (SELECT FROM loket_pengerjaan WHERE permintaan_id = p.id)
"""
_PLACE = {
    "permintaan_id": "p.id",
    "user_id": "u.id",
    "role": "u.role",
    "is_lead": "u.role = 'sistem_analis'",
    "from_date": "%(now)s::date",
}
_WITHOUT_TEAM = """
    FROM loket_permintaan AS p JOIN (
        SELECT user_id AS id, role, row_number() OVER (PARTITION BY role ORDER BY user_id) - 1 AS nth,
               count(*) OVER (PARTITION BY role) AS many
        FROM loket_jabatan WHERE role IN ('sistem_analis', 'programmer')
    ) AS u ON p.id %% u.many = u.nth
    WHERE NOT EXISTS (SELECT FROM loket_penugasan WHERE permintaan_id = p.id)
"""


def fill(*, closed: int, open_ones: int, revision_id: int, user_id: int, now: datetime) -> None:
    """Add closed and open permintaan with their teams and a run each, and let PostgreSQL learn their statistics."""
    values = {"revision": revision_id, "user": user_id, "now": now, "first": Permintaan.objects.count() + 1}
    _insert(Permintaan, _CLOSED, _NUMBERS, {**values, "count": closed})
    _insert(Permintaan, _OPEN, f"{_NUMBERS} {_PLACES}", {**values, **_parts(revision_id), "count": open_ones})
    _insert(Pengerjaan, _RUN, _WITHOUT_RUN, values)
    _insert(Penugasan, _PLACE, _WITHOUT_TEAM, values)
    with connection.cursor() as cursor:
        for table in ("permintaan", "pengerjaan", "penugasan"):
            cursor.execute(f"ANALYZE loket_{table}")


def _insert(model: type[Model], columns: Mapping[str, str], source: str, values: Mapping[str, Any]) -> None:
    """Insert what the source selects; a column that is not named takes the default of its field."""
    meta = model._meta  # noqa: SLF001 - Django documents it
    fields = {field.column or "": field for field in meta.concrete_fields if not field.primary_key}
    own = {f"_{name}": one.get_db_prep_save(one.get_default(), connection) for name, one in fields.items()}
    expressions = ", ".join(columns.get(name, f"%(_{name})s") for name in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {meta.db_table} ({', '.join(fields)}) SELECT {expressions} {source}",
            {**own, **values},
        )


def _parts(revision_id: int) -> dict[str, list[str]]:
    """Every bagian of the SOP, so that the open ones stand everywhere."""
    parts = [part for step in rules_of(revision_id).steps.values() for part in step.bagian.values()]
    return {
        "steps": [part.step for part in parts],
        "bagian": [part.key for part in parts],
        "roles": [" ".join(part.pelaksana) for part in parts],
    }

"""Fill a database with many permintaan, cheaply: rows as they would be after years, without their history.

Nothing here went down the road: there are no entries, so `loket verify` would object. Only queries are measured on it.
"""

from datetime import datetime
from typing import Any

from django.db import connection

from loket.models.sop_revision import rules_of

_CLOSED = """
INSERT INTO loket_permintaan (
    nomor, kode_lacak, opd_id, sop_revision_id, created_by_id, created_at, nama_aplikasi, kebutuhan, alasan, layanan,
    pengguna, pic_nama, pic_phone, pic_email, status, waiting_on, waiting_reason, at_step, at_bagian, turn, reached,
    attempts, revision, sesi, priority, priority_rank, due_at, ended_at, head_seq, head_hash, sealed_seq)
SELECT
    'APL-2001-' || lpad(n::text, 7, '0'), 'banyak-' || n,
    (SELECT array_agg(id ORDER BY id) FROM loket_opd)[1 + n %% (SELECT count(*) FROM loket_opd)],
    %(revision)s, %(user)s, %(now)s::timestamptz - n * interval '1 minute',
    (ARRAY['Antrean','Pendaftaran','Arsip','Retribusi','Pengaduan','Perizinan','Presensi','Persediaan'])[1 + n %% 8]
      || ' ' || (ARRAY['Daring','Terpadu','Digital','Elektronik','Desa'])[1 + n / 8 %% 5] || ' ' || md5(n::text),
    repeat('Kebutuhan yang dijelaskan dengan beberapa kalimat. ', 4), 'Alasan.', 'Layanan', 'Pengguna',
    'Narahubung', '+6281234567890', '',
    CASE WHEN n %% 20 = 0 THEN 'dibatalkan' WHEN n %% 20 = 1 THEN 'ditolak' ELSE 'selesai' END,
    '', '', CASE WHEN n %% 20 < 2 THEN 'disposisi' ELSE 'selesai' END,
    CASE WHEN n %% 20 < 2 THEN 'kepala_dinas' ELSE '' END,
    '{}', ARRAY['surat_tercatat','surat_asli_diterima','tiket_terbuka'], '{}', 12, 1,
    (ARRAY['mendesak','tinggi','sedang','sedang','rendah'])[1 + n %% 5], (ARRAY[0,1,2,2,3])[1 + n %% 5],
    NULL, %(now)s, 1, repeat('0', 64), 1
FROM generate_series(%(first)s, %(first)s + %(count)s - 1) AS n
"""

_OPEN = """
INSERT INTO loket_permintaan (
    nomor, kode_lacak, opd_id, sop_revision_id, created_by_id, created_at, nama_aplikasi, kebutuhan, alasan, layanan,
    pengguna, pic_nama, pic_phone, pic_email, status, waiting_on, waiting_reason, at_step, at_bagian, turn, reached,
    attempts, revision, sesi, priority, priority_rank, due_at, head_seq, head_hash, sealed_seq)
SELECT
    'APL-2002-' || lpad(n::text, 7, '0'), 'terbuka-' || n,
    (SELECT array_agg(id ORDER BY id) FROM loket_opd)[1 + n %% (SELECT count(*) FROM loket_opd)],
    %(revision)s, %(user)s, %(now)s::timestamptz - n * interval '1 hour', 'Sedang dikerjakan ' || md5(n::text),
    repeat('Kebutuhan yang dijelaskan dengan beberapa kalimat. ', 4), 'Alasan.', 'Layanan', 'Pengguna',
    'Narahubung', '+6281234567890', '', 'berjalan', '', '', place.step, place.bagian, place.turn,
    CASE WHEN n %% 2 = 0 THEN ARRAY['surat_tercatat'] ELSE ARRAY['surat_tercatat','surat_asli_diterima'] END,
    '{}', 3, 0, 'sedang', 2, %(now)s::timestamptz + (n %% 40 - 8) * interval '1 day', 1, repeat('0', 64), 1
FROM generate_series(%(first)s, %(first)s + %(count)s - 1) AS n
JOIN unnest(%(steps)s::text[], %(bagian)s::text[], %(roles)s::text[]) WITH ORDINALITY AS named(step, bagian, roles, at)
  ON named.at = 1 + n %% array_length(%(steps)s::text[], 1)
CROSS JOIN LATERAL (SELECT named.step, named.bagian, string_to_array(named.roles, ' ') AS turn) AS place
"""

_RUNS = """
INSERT INTO loket_pengerjaan (permintaan_id, step, attempt, available_at, since, done_at, waited, worked, colour)
SELECT id, CASE WHEN status = 'berjalan' THEN at_step ELSE 'surat' END, 1, created_at, created_at, ended_at, 0, 0, ''
FROM loket_permintaan
WHERE NOT EXISTS (SELECT 1 FROM loket_pengerjaan WHERE permintaan_id = loket_permintaan.id)
"""

_TEAMS = """
INSERT INTO loket_penugasan (permintaan_id, user_id, role, is_lead, jobdesk, from_date)
SELECT p.id, u.id, u.role, u.role = 'sistem_analis', 'Jobdesk', %(now)s::date
FROM loket_permintaan AS p
JOIN (
    SELECT j.user_id AS id, j.role, row_number() OVER (PARTITION BY j.role ORDER BY j.user_id) - 1 AS nth,
           count(*) OVER (PARTITION BY j.role) AS many
    FROM loket_jabatan AS j WHERE j.role IN ('sistem_analis', 'programmer')
) AS u ON p.id %% u.many = u.nth
WHERE NOT EXISTS (SELECT 1 FROM loket_penugasan AS q WHERE q.permintaan_id = p.id)
"""


def fill(*, closed: int, open_ones: int, revision_id: int, user_id: int, now: datetime) -> None:
    """Add closed and open permintaan with their teams and a run each, and let PostgreSQL learn their statistics."""
    values: dict[str, Any] = {"revision": revision_id, "user": user_id, "now": now}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) + 1 FROM loket_permintaan")
        values["first"] = cursor.fetchone()[0]
        cursor.execute(_CLOSED, {**values, "count": closed})
        cursor.execute(_OPEN, {**values, **_places(revision_id), "count": open_ones})
        cursor.execute(_RUNS)
        cursor.execute(_TEAMS, values)
        for table in ("permintaan", "penugasan", "pengerjaan"):
            cursor.execute(f"ANALYZE loket_{table}")


def _places(revision_id: int) -> dict[str, list[str]]:
    """Every bagian of the SOP, so that the open ones stand everywhere."""
    parts = [part for step in rules_of(revision_id).steps.values() for part in step.bagian.values()]
    return {
        "steps": [part.step for part in parts],
        "bagian": [part.key for part in parts],
        "roles": [" ".join(part.pelaksana) for part in parts],
    }

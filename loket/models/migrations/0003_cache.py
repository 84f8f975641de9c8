"""The table that all processes share for rate limits (Django's database cache)."""

from django.db import migrations

CREATE = """
CREATE UNLOGGED TABLE loket_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX loket_cache_expires ON loket_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("loket", "0002_append_only")]

    operations = [migrations.RunSQL(CREATE, "DROP TABLE loket_cache;")]

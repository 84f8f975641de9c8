"""The record refuses UPDATE, DELETE and TRUNCATE, whoever asks."""

from django.db import migrations

TABLES = ("loket_entry", "loket_seal", "loket_sealedhead")

FUNCTION = """
CREATE FUNCTION loket_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The record is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;
"""

TRIGGERS = """
CREATE TRIGGER rows_stay BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION loket_append_only();
CREATE TRIGGER table_stays BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION loket_append_only();
"""

REMOVE = "DROP TRIGGER rows_stay ON {table}; DROP TRIGGER table_stays ON {table};"


class Migration(migrations.Migration):
    dependencies = [("loket", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION loket_append_only();"),
        *(migrations.RunSQL(TRIGGERS.format(table=table), REMOVE.format(table=table)) for table in TABLES),
    ]

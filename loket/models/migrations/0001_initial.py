import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=60, unique=True)),
                ("nama", models.CharField(max_length=150)),
                ("nip", models.CharField(blank=True, max_length=18)),
                ("pangkat", models.CharField(blank=True, max_length=60)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("is_active", models.BooleanField(default=True)),
                ("is_demo", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("username"), name="a_username_is_one_person"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AturanNaskah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jenis", models.CharField(max_length=30, unique=True)),
                ("klasifikasi", models.CharField(max_length=30)),
                ("wewenang", models.CharField(blank=True, max_length=20)),
                ("terendah", models.CharField(blank=True, max_length=20)),
            ],
        ),
        migrations.CreateModel(
            name="Dokumen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("surat", "Surat permintaan"),
                            ("spesifikasi", "Dokumen spesifikasi kebutuhan aplikasi"),
                            ("desain", "Dokumen desain aplikasi"),
                            ("notulen", "Notulen technical meeting"),
                            ("bukti_uji", "Bukti pengujian"),
                            ("bast", "Berita acara serah terima"),
                            ("laporan", "Laporan pendampingan"),
                            ("surat_asli", "Surat asli"),
                            ("lampiran", "Lampiran"),
                        ],
                        max_length=20,
                    ),
                ),
                ("step", models.CharField(max_length=30)),
            ],
        ),
        migrations.CreateModel(
            name="GitlabDelivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=200, unique=True)),
                ("event", models.CharField(max_length=60)),
                ("received_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="HariLibur",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True)),
                ("nama", models.CharField(max_length=150)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("libur_nasional", "Libur nasional"),
                            ("cuti_bersama", "Cuti bersama"),
                            ("lokal", "Libur daerah"),
                        ],
                        max_length=20,
                    ),
                ),
                ("decree", models.CharField(blank=True, max_length=200)),
                ("is_certain", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("day",),
            },
        ),
        migrations.CreateModel(
            name="Opd",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=30, unique=True)),
                ("nama", models.CharField(max_length=200)),
                ("singkatan", models.CharField(max_length=60)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("nama",),
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sealed_at", models.DateTimeField()),
                ("previous", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Counter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "year"), name="a_counter_counts_one_kind_in_one_year"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DokumenVersi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("versi", models.CharField(blank=True, max_length=20)),
                ("catatan", models.TextField(blank=True)),
                ("submitted_at", models.DateTimeField()),
                (
                    "dokumen",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.dokumen"),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dokumen", "number"), name="a_version_number_is_used_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=20)),
                ("seq", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("step", models.CharField(blank=True, max_length=30)),
                ("bagian", models.CharField(blank=True, max_length=30)),
                ("outcome", models.CharField(blank=True, max_length=40)),
                ("capacity", models.CharField(blank=True, max_length=40)),
                ("source", models.CharField(max_length=10)),
                ("happened_at", models.DateTimeField()),
                ("sop", models.CharField(blank=True, max_length=60)),
                ("schema", models.PositiveSmallIntegerField()),
                ("particulars", models.JSONField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("seq",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("capacity__contains", " ")),
                        fields=["actor", "-id"],
                        name="deeds_for_others",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("subject", "seq"), name="a_seq_is_used_once_in_a_chain")
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("is_internal", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="loket.entry"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="GitlabPosting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(unique=True)),
                ("stage", models.CharField(default="planned", max_length=10)),
                ("tries", models.PositiveIntegerField(default=0)),
                (
                    "authors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("first_asked_at", models.DateTimeField(blank=True, null=True)),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("missed_at", models.DateTimeField(blank=True, null=True)),
                ("wait_until", models.DateTimeField(blank=True, null=True)),
                ("iid", models.BigIntegerField(blank=True, null=True)),
                ("is_settled", models.BooleanField(default=False)),
                ("problem", models.CharField(blank=True, max_length=40)),
                (
                    "comment",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="loket.comment"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JadwalKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=100)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(blank=True, null=True)),
                ("windows", models.JSONField()),
            ],
            options={
                "ordering": ("valid_from", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_jadwal_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Kantor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nama",
                    models.CharField(
                        default="Dinas Komunikasi dan Informatika Kabupaten Magetan", max_length=150
                    ),
                ),
                ("phone", models.CharField(default="+6281200000002", max_length=20)),
                ("pemerintah", models.CharField(default="Pemerintah Kabupaten Magetan", max_length=100)),
                ("instansi", models.CharField(default="Dinas Komunikasi dan Informatika", max_length=150)),
                ("alamat", models.CharField(blank=True, max_length=250)),
                ("kontak", models.CharField(blank=True, max_length=250)),
                ("tempat", models.CharField(default="Magetan", max_length=60)),
                (
                    "kertas",
                    models.CharField(
                        choices=[("a4", "A4 (210 x 297 mm)"), ("f4", "F4 (215 x 330 mm)")],
                        default="a4",
                        max_length=2,
                    ),
                ),
                ("unit", models.CharField(default="403.000", max_length=30)),
                (
                    "pola_nomor",
                    models.CharField(
                        default="{klasifikasi}/{nomor}/{unit}/{bulan_romawi}/{tahun}", max_length=80
                    ),
                ),
                (
                    "keamanan",
                    models.CharField(
                        choices=[
                            ("B", "Biasa/Terbuka"),
                            ("T", "Terbatas"),
                            ("R", "Rahasia"),
                            ("SR", "Sangat Rahasia"),
                        ],
                        default="B",
                        max_length=2,
                    ),
                ),
                ("batas_papan", models.JSONField(default=dict)),
                ("head_seq", models.PositiveIntegerField(default=0)),
                (
                    "head_hash",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000",
                        max_length=64,
                    ),
                ),
                ("sealed_seq", models.PositiveIntegerField(default=0)),
                ("calendar_version", models.PositiveIntegerField(default=0)),
                ("calendar_from", models.DateField()),
                ("calendar_until", models.DateField()),
                ("examined_at", models.DateTimeField(blank=True, null=True)),
                ("digest_salt", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="there_is_one_kantor"),
                    models.CheckConstraint(
                        condition=models.Q(("calendar_until__gte", models.F("calendar_from"))),
                        name="the_calendar_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Naskah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("tanda_terima", "Tanda terima surat"),
                            ("lembar_disposisi", "Lembar disposisi"),
                            ("surat_tugas", "Surat tugas"),
                            ("lembar_prioritas", "Lembar prioritas pelayanan"),
                            ("surat_undangan", "Surat undangan"),
                            ("daftar_hadir", "Daftar hadir"),
                            ("notulen", "Notulen rapat teknis"),
                            ("lembar_reviu", "Lembar reviu"),
                            ("berita_acara_uat", "Berita acara uji penerimaan pengguna"),
                            ("bast", "Berita acara serah terima aplikasi"),
                            ("laporan_pendampingan", "Laporan pendampingan"),
                            ("surat_kelengkapan", "Surat permintaan kelengkapan"),
                            ("surat_penolakan", "Surat penolakan"),
                            ("surat_pengalihan", "Surat pengalihan"),
                            ("addendum", "Addendum waktu"),
                            ("nota_dinas", "Nota dinas"),
                            ("serah_terima_tugas", "Berita acara serah terima tugas"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("konsep", "Konsep"),
                            ("menunggu", "Menunggu tanda tangan"),
                            ("berlaku", "Berlaku"),
                            ("dibatalkan", "Dibatalkan"),
                            ("digantikan", "Digantikan"),
                        ],
                        default="konsep",
                        max_length=10,
                    ),
                ),
                ("isian", models.JSONField(default=dict)),
                ("drafted_at", models.DateTimeField()),
                ("tahun", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("urut", models.PositiveIntegerField(blank=True, null=True)),
                ("nomor", models.CharField(blank=True, max_length=120)),
                (
                    "nomor_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Upper(
                            django.db.models.functions.text.Replace("nomor", models.Value(" "))
                        ),
                        output_field=models.CharField(max_length=120),
                    ),
                ),
                ("kode", models.CharField(blank=True, max_length=40)),
                ("tanggal", models.DateField(blank=True, null=True)),
                ("hal", models.CharField(max_length=500)),
                ("tujuan", models.CharField(blank=True, max_length=250)),
                (
                    "cara",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("aplikasi", "Disetujui dalam aplikasi"),
                            ("internal", "Sertifikat internal"),
                            ("bsre", "Sertifikat BSrE"),
                            ("basah", "Tanda tangan basah"),
                            ("tercatat", "Dicetak dari catatan"),
                        ],
                        max_length=10,
                    ),
                ),
                ("isi", models.JSONField(blank=True, null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_because", models.TextField(blank=True)),
                (
                    "because_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="naskah_made",
                        to="loket.entry",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="naskah_drafted",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "menggantikan",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="loket.naskah",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("urut__isnull", False)),
                        fields=["-issued_at", "-id"],
                        name="naskah_by_issue",
                    ),
                    models.Index(
                        condition=models.Q(("urut__isnull", False)),
                        fields=["jenis", "-issued_at", "-id"],
                        name="naskah_by_jenis",
                    ),
                    models.Index(
                        condition=models.Q(("urut__isnull", False)),
                        fields=["state", "-issued_at", "-id"],
                        name="naskah_by_state",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("urut__isnull", False)),
                        fields=["nomor", "hal", "tujuan"],
                        name="naskah_by_words",
                        opclasses=["gin_trgm_ops", "gin_trgm_ops", "gin_trgm_ops"],
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jenis", "tahun", "urut"), name="a_letter_number_is_used_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("nomor", ""), _negated=True),
                        fields=("nomor_key",),
                        name="a_written_number_is_used_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kode", ""), _negated=True),
                        fields=("kode",),
                        name="a_verification_code_is_one_naskah",
                    ),
                    models.UniqueConstraint(
                        fields=("because_of", "jenis"), name="an_entry_makes_a_kind_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("isi", None),
                                ("issued_at", None),
                                ("kode", ""),
                                ("nomor", ""),
                                ("urut", None),
                            ),
                            models.Q(
                                ("isi__isnull", False),
                                ("issued_at__isnull", False),
                                ("tanggal__isnull", False),
                                models.Q(("kode", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="only_an_issued_naskah_has_a_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("issued_at__isnull", False),
                            ("state__in", ["konsep", "dibatalkan"]),
                            _connector="OR",
                        ),
                        name="what_is_not_issued_is_a_draft",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nomor", ""), ("urut", None)),
                            models.Q(
                                ("tahun__isnull", False),
                                ("urut__isnull", False),
                                models.Q(("nomor", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_numbered_naskah_has_its_number_written",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["dibatalkan", "digantikan"]), _negated=True),
                            models.Q(
                                ("ended_at__isnull", False), models.Q(("ended_because", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="what_is_void_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("menggantikan", None),
                            models.Q(("menggantikan", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_naskah_replaces_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NaskahFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cetakan", "Cetakan"),
                            ("tte", "Bertanda tangan elektronik"),
                            ("pindaian", "Pindaian bertanda tangan"),
                        ],
                        max_length=10,
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("mime", models.CharField(default="application/pdf", max_length=100)),
                ("pages", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField()),
                ("certificate", models.CharField(blank=True, max_length=250)),
                ("is_recorded", models.BooleanField(default=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("naskah", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.naskah")),
            ],
            options={
                "ordering": ("pk",),
                "indexes": [models.Index(fields=["sha256"], name="naskah_files_by_content")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "cetakan")),
                        fields=("naskah",),
                        name="a_naskah_is_printed_once",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="opd",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="loket.opd"
            ),
        ),
        migrations.CreateModel(
            name="PasswordLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Permintaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.CharField(max_length=20, unique=True)),
                ("kode_lacak", models.CharField(max_length=40, unique=True)),
                ("created_at", models.DateTimeField()),
                ("submission_key", models.CharField(blank=True, max_length=64)),
                ("nama_aplikasi", models.CharField(max_length=200)),
                ("kebutuhan", models.TextField()),
                ("alasan", models.TextField()),
                ("layanan", models.CharField(max_length=200)),
                ("pengguna", models.CharField(max_length=200)),
                ("wanted_date", models.DateField(blank=True, null=True)),
                ("pic_nama", models.CharField(max_length=150)),
                ("pic_phone", models.CharField(max_length=20)),
                ("pic_email", models.EmailField(blank=True, max_length=254)),
                ("status", models.CharField(default="berjalan", max_length=12)),
                ("waiting_on", models.CharField(blank=True, max_length=40)),
                ("waiting_reason", models.CharField(blank=True, max_length=40)),
                ("at_step", models.CharField(max_length=30)),
                ("at_bagian", models.CharField(max_length=30)),
                (
                    "turn",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                (
                    "reached",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("attempts", models.JSONField(default=dict)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("sesi", models.PositiveSmallIntegerField(default=0)),
                ("missed", models.PositiveSmallIntegerField(default=0)),
                ("scope", models.CharField(blank=True, max_length=20)),
                ("scenarios", models.PositiveSmallIntegerField(default=0)),
                ("priority", models.CharField(blank=True, max_length=10)),
                ("priority_rank", models.PositiveSmallIntegerField(default=9)),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("implementasi_until", models.DateField(blank=True, null=True)),
                ("pendampingan_until", models.DateField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("told", models.JSONField(default=dict)),
                ("letter_since", models.DateTimeField(blank=True, null=True)),
                ("paused_until", models.DateField(blank=True, null=True)),
                ("proposed", models.CharField(blank=True, max_length=30)),
                ("declined_at", models.DateTimeField(blank=True, null=True)),
                ("alarm_at", models.DateTimeField(blank=True, null=True)),
                ("head_seq", models.PositiveIntegerField(default=0)),
                (
                    "head_hash",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000",
                        max_length=64,
                    ),
                ),
                ("sealed_seq", models.PositiveIntegerField(default=0)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("opd", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.opd")),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["berjalan", "menunggu"])),
                        fields=["due_at", "id"],
                        name="open_permintaan_by_due",
                    ),
                    models.Index(
                        condition=models.Q(("status__in", ["berjalan", "menunggu"])),
                        fields=["at_step", "due_at"],
                        name="open_permintaan_by_step",
                    ),
                    models.Index(
                        condition=models.Q(("alarm_at__isnull", False)),
                        fields=["alarm_at", "id"],
                        name="permintaan_by_alarm",
                    ),
                    models.Index(fields=["opd", "-id"], name="permintaan_by_opd"),
                    models.Index(fields=["status", "-id"], name="permintaan_by_status"),
                    models.Index(fields=["at_step", "-id"], name="permintaan_by_step"),
                    models.Index(fields=["priority", "-id"], name="permintaan_by_priority"),
                    models.Index(
                        condition=models.Q(("head_seq__gt", models.F("sealed_seq"))),
                        fields=["id"],
                        name="permintaan_to_seal",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["nomor", "nama_aplikasi"],
                        name="permintaan_by_words",
                        opclasses=["gin_trgm_ops", "gin_trgm_ops"],
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "berjalan",
                                    "menunggu",
                                    "selesai",
                                    "ditolak",
                                    "dialihkan",
                                    "dibatalkan",
                                    "digabung",
                                ],
                            )
                        ),
                        name="a_permintaan_has_a_known_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["berjalan", "menunggu"]),
                            ("ended_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_has_ended_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["berjalan", "menunggu"]),
                            ("alarm_at__isnull", True),
                            _connector="OR",
                        ),
                        name="of_what_has_ended_nobody_is_reminded",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("submission_key", ""), _negated=True),
                        fields=("submission_key",),
                        name="a_form_is_sent_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Penutupan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("alasan", models.TextField()),
                ("saran", models.TextField(blank=True)),
                ("tujuan", models.CharField(blank=True, max_length=200)),
                ("kontak", models.CharField(blank=True, max_length=200)),
                ("surat_nomor", models.CharField(blank=True, max_length=100)),
                ("surat_tanggal", models.DateField(blank=True, null=True)),
                ("dipakai_ulang", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "carried_on",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="loket.permintaan",
                    ),
                ),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gabungan",
                        to="loket.permintaan",
                    ),
                ),
                (
                    "permintaan",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tujuan", ""), models.Q(("kontak", ""), _negated=True), _connector="OR"
                        ),
                        name="a_destination_has_a_contact",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("carried_on", None), ("induk", None)),
                            models.Q(("carried_on__isnull", False), ("induk__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_is_merged_is_carried_on",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("induk", None),
                            models.Q(("induk", models.F("permintaan")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_twin_is_carried_on_elsewhere",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Penugasan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=20)),
                ("is_lead", models.BooleanField(default=False)),
                ("jobdesk", models.TextField()),
                ("from_date", models.DateField()),
                ("until_date", models.DateField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["user", "permintaan"], name="team_places_of_a_person")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_date", None)),
                        fields=("permintaan", "user", "role"),
                        name="a_person_has_one_current_place_of_a_role_in_a_team",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_lead", True), ("until_date", None)),
                        fields=("permintaan",),
                        name="a_team_has_one_lead_analyst",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pengerjaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=30)),
                ("attempt", models.PositiveSmallIntegerField(default=1)),
                ("available_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("since", models.DateTimeField()),
                ("begun", models.DateTimeField(blank=True, null=True)),
                ("waited", models.PositiveIntegerField(default=0)),
                ("worked", models.PositiveIntegerField(default=0)),
                ("with_opd", models.PositiveIntegerField(default=0)),
                ("agreed", models.DateField(blank=True, null=True)),
                ("event_start", models.DateTimeField(blank=True, null=True)),
                ("event_end", models.DateTimeField(blank=True, null=True)),
                ("pauses", models.JSONField(default=list)),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("colour", models.CharField(blank=True, max_length=6)),
                (
                    "performer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["step", "done_at"], name="runs_by_step")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("permintaan", "step", "attempt"), name="an_attempt_at_a_step_is_one_run"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("done_at", None)),
                        fields=("permintaan",),
                        name="a_permintaan_has_one_open_run",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PendampinganNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_on", models.DateField()),
                ("kegiatan", models.TextField()),
                ("hasil", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("held_on", "pk"),
            },
        ),
        migrations.AddField(
            model_name="naskah",
            name="permintaan",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
        ),
        migrations.CreateModel(
            name="LaporanPendampingan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ringkasan", models.TextField()),
                ("at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("returned_reason", models.TextField(blank=True)),
                ("is_current", models.BooleanField(default=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan_approved",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan_written",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan_confirmed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.dokumenversi"),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("permintaan",),
                        name="a_permintaan_has_one_current_laporan",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Jeda",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "alasan",
                    models.CharField(
                        choices=[
                            ("opd", "menunggu OPD"),
                            ("surat_fisik", "menunggu surat fisik dari OPD"),
                            ("jadwal", "menunggu jadwal"),
                            ("prasarana", "menunggu prasarana"),
                            ("kementerian", "menunggu kementerian"),
                            ("kahar", "keadaan kahar"),
                            ("ditangguhkan", "ditangguhkan"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "sebab",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surat_asli", "menunggu surat asli dari OPD"),
                            ("tidak_hadir", "OPD tidak hadir dalam technical meeting"),
                            ("kapasitas", "kapasitas Dinas Kominfo belum mencukupi"),
                            ("regulasi", "menunggu penyesuaian peraturan"),
                            ("anggaran", "menunggu anggaran"),
                        ],
                        max_length=20,
                    ),
                ),
                ("catatan", models.TextField()),
                ("perkiraan", models.DateField(blank=True, null=True)),
                ("paused_at", models.DateTimeField()),
                ("resumed_at", models.DateTimeField(blank=True, null=True)),
                ("hasil", models.TextField(blank=True)),
                (
                    "paused_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resumed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("paused_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("resumed_at", None)),
                        fields=("permintaan",),
                        name="a_permintaan_is_paused_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("resumed_at", None), ("resumed_at__gte", models.F("paused_at")), _connector="OR"
                        ),
                        name="a_jeda_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan", "ditangguhkan"), ("sebab__gt", "")),
                            models.Q(models.Q(("alasan", "ditangguhkan"), _negated=True), ("sebab", "")),
                            _connector="OR",
                        ),
                        name="a_suspension_has_a_cause",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="entry",
            name="permintaan",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="loket.permintaan"
            ),
        ),
        migrations.AddField(
            model_name="dokumen",
            name="permintaan",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
        ),
        migrations.CreateModel(
            name="Disposisi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bagian", models.CharField(max_length=30)),
                ("nomor_agenda", models.CharField(max_length=20)),
                ("capacity", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=20)),
                (
                    "sifat",
                    models.CharField(
                        choices=[
                            ("biasa", "Biasa"),
                            ("segera", "Segera"),
                            ("sangat_segera", "Sangat segera"),
                            ("rahasia", "Rahasia"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "instruksi",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), default=list, size=None
                    ),
                ),
                ("catatan", models.TextField(blank=True)),
                ("kekurangan", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "dari",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disposisi_given",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kepada",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disposisi_received",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("at",),
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="permintaan",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
        ),
        migrations.CreateModel(
            name="ButirPeriksa",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=10)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("belum", "Belum"),
                            ("proses", "Sedang dikerjakan"),
                            ("selesai", "Selesai"),
                            ("tidak_berlaku", "Tidak berlaku"),
                        ],
                        max_length=15,
                    ),
                ),
                ("keterangan", models.CharField(blank=True, max_length=300)),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("kode",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("permintaan", "kode"), name="a_permintaan_answers_an_item_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "tidak_berlaku"), _negated=True),
                            models.Q(("keterangan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="an_item_that_does_not_apply_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bast",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versi_aplikasi", models.CharField(max_length=30)),
                ("launch_start", models.DateTimeField()),
                ("launch_end", models.DateTimeField()),
                ("tempat", models.CharField(max_length=200)),
                ("peserta", models.TextField()),
                ("rincian", models.TextField()),
                ("pihak_kesatu", models.CharField(max_length=150)),
                ("pihak_kedua", models.CharField(max_length=150)),
                ("pendampingan_until", models.DateField()),
                ("prepared_at", models.DateTimeField()),
                ("dinas_capacity", models.CharField(blank=True, max_length=40)),
                ("dinas_at", models.DateTimeField(null=True)),
                ("opd_at", models.DateTimeField(null=True)),
                ("returned_reason", models.TextField(blank=True)),
                ("is_current", models.BooleanField(default=True)),
                (
                    "dinas_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bast_signed_for_dinas",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opd_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bast_signed_for_opd",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bast_prepared",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("pk",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_current", True)),
                        fields=["launch_start"],
                        name="launches_by_start",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("permintaan",),
                        name="a_permintaan_has_one_current_bast",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("launch_end__gt", models.F("launch_start"))),
                        name="a_launch_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opd_at__isnull", True), ("dinas_at__isnull", False), _connector="OR"
                        ),
                        name="the_opd_signs_after_the_dinas",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aplikasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("repository", models.URLField(max_length=300)),
                ("address", models.URLField(max_length=300)),
                (
                    "permintaan",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Addendum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tentang",
                    models.CharField(
                        choices=[
                            ("implementasi", "Akhir pengerjaan"),
                            ("pendampingan", "Akhir pendampingan"),
                        ],
                        max_length=20,
                    ),
                ),
                ("nomor", models.CharField(max_length=120)),
                ("semula", models.DateField()),
                ("menjadi", models.DateField()),
                ("alasan", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("menjadi__gt", models.F("semula"))),
                        name="an_addendum_puts_a_date_off",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PerubahanData",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("isian", models.CharField(max_length=30)),
                ("semula", models.TextField(blank=True)),
                ("menjadi", models.TextField(blank=True)),
                ("alasan", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("semula", models.F("menjadi")), _negated=True),
                        name="a_changed_fact_differs",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PerubahanLingkup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uraian", models.TextField()),
                ("alasan", models.TextField()),
                ("usaha", models.PositiveSmallIntegerField()),
                ("hari", models.PositiveSmallIntegerField()),
                ("perlu_anggaran", models.BooleanField()),
                ("risiko", models.TextField()),
                ("keamanan", models.TextField()),
                ("diputus", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                (
                    "keputusan",
                    models.CharField(
                        blank=True,
                        choices=[("disetujui", "Disetujui"), ("ditolak", "Ditolak")],
                        max_length=10,
                    ),
                ),
                ("catatan", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "addendum",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="loket.addendum",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perubahan_proposed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
                (
                    "version",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="loket.dokumenversi",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("keputusan", ""),
                            models.Q(("keputusan", "disetujui"), ("version", None)),
                            _connector="OR",
                        ),
                        fields=("permintaan",),
                        name="a_permintaan_has_one_change_in_hand",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("keputusan", "")),
                            models.Q(
                                models.Q(("keputusan", ""), _negated=True), ("decided_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_decided_change_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pesan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("aplikasi", "Pemberitahuan di Loket")], default="aplikasi", max_length=10
                    ),
                ),
                ("judul", models.CharField(max_length=250)),
                ("is_my_turn", models.BooleanField(default=False)),
                ("sent_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("entry", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.entry")),
                (
                    "permintaan",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("read_at", None)), fields=["user", "-id"], name="unread_messages"
                    ),
                    models.Index(fields=["user", "-id"], name="messages_of_a_person"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "user", "channel"), name="a_person_is_told_once_of_an_entry"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Prioritas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("scores", models.JSONField()),
                ("total", models.DecimalField(decimal_places=2, max_digits=5)),
                ("computed", models.CharField(max_length=10)),
                ("decided", models.CharField(max_length=10)),
                ("deadline", models.DateField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("computed", models.F("decided")),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="another_level_has_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("percent", models.PositiveSmallIntegerField()),
                ("catatan", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("-at",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)), name="progress_is_at_most_all"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Rapat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sesi", models.PositiveSmallIntegerField()),
                ("planned_start", models.DateTimeField()),
                ("planned_end", models.DateTimeField()),
                ("tempat", models.CharField(blank=True, max_length=200)),
                ("tautan", models.URLField(blank=True, max_length=300)),
                (
                    "kanal",
                    models.CharField(
                        choices=[("whatsapp", "WhatsApp"), ("telepon", "Telepon"), ("surat", "Surat resmi")],
                        max_length=10,
                    ),
                ),
                ("catatan_telepon", models.TextField(blank=True)),
                ("nomor_surat", models.CharField(blank=True, max_length=100)),
                ("bahan", models.TextField(blank=True)),
                ("invited_at", models.DateTimeField()),
                ("held_start", models.DateTimeField(blank=True, null=True)),
                ("held_end", models.DateTimeField(blank=True, null=True)),
                ("missed_at", models.DateTimeField(blank=True, null=True)),
                ("surat_teguran", models.CharField(blank=True, max_length=100)),
                ("notulen", models.TextField(blank=True)),
                (
                    "keputusan",
                    models.CharField(
                        blank=True,
                        choices=[("lanjut", "Lanjut ke analisis"), ("rapat_lagi", "Rapat lagi")],
                        max_length=10,
                    ),
                ),
                ("alasan_lanjutan", models.TextField(blank=True)),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rapat_called",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
                (
                    "peserta",
                    models.ManyToManyField(related_name="rapat_invited", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "ordering": ("sesi",),
                "indexes": [models.Index(fields=["planned_start"], name="meetings_by_start")],
                "constraints": [
                    models.UniqueConstraint(fields=("permintaan", "sesi"), name="a_session_is_held_once"),
                    models.CheckConstraint(
                        condition=models.Q(("planned_end__gt", models.F("planned_start"))),
                        name="a_meeting_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("missed_at", None), ("held_start", None), _connector="OR"),
                        name="a_missed_meeting_was_not_held",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kesepakatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kebutuhan", models.TextField()),
                ("penyedia", models.JSONField()),
                ("implementasi_from", models.DateField()),
                ("implementasi_until", models.DateField()),
                (
                    "pemelihara",
                    models.CharField(
                        choices=[
                            ("kominfo", "Dinas Kominfo"),
                            ("opd", "OPD"),
                            ("pihak_ketiga", "Pihak ketiga"),
                        ],
                        max_length=15,
                    ),
                ),
                ("pemelihara_nama", models.CharField(max_length=150)),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
                (
                    "rapat",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to="loket.rapat"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("implementasi_until__gte", models.F("implementasi_from"))),
                        name="agreed_work_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Kehadiran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=150)),
                ("instansi", models.CharField(max_length=150)),
                ("is_present", models.BooleanField()),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("rapat", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.rapat")),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bagian", models.CharField(max_length=30)),
                ("is_approved", models.BooleanField()),
                ("catatan", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.dokumenversi"),
                ),
            ],
            options={
                "ordering": ("at",),
            },
        ),
        migrations.CreateModel(
            name="SealedHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=20)),
                ("seq", models.PositiveIntegerField()),
                ("hash", models.CharField(max_length=64)),
                ("seal", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.seal")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("seal", "subject"), name="a_seal_holds_a_head_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SerahTerimaTugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=20)),
                ("alasan", models.TextField()),
                ("surat_tugas", models.CharField(max_length=100)),
                ("dokumen", models.TextField()),
                ("akses", models.TextField()),
                ("keadaan", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dari",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tugas_given",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kepada",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tugas_taken",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("dari", models.F("kepada")), _negated=True),
                        name="a_task_is_handed_to_another",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sertifikat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("serial", models.CharField(max_length=64, unique=True)),
                ("pkcs12", models.BinaryField()),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=200)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-valid_from",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("user",),
                        name="a_person_has_one_valid_sertifikat",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SopRevision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.CharField(max_length=40)),
                ("revisi", models.PositiveSmallIntegerField()),
                ("content", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("keputusan", models.CharField(blank=True, max_length=100)),
                ("tanggal_penetapan", models.DateField(blank=True, null=True)),
                ("tanggal_berlaku", models.DateField(blank=True, null=True)),
                ("released_at", models.DateTimeField()),
                (
                    "released_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("nomor", "revisi"), name="a_revision_is_released_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("keputusan", ""),
                                ("released_by", None),
                                ("tanggal_berlaku", None),
                                ("tanggal_penetapan", None),
                            ),
                            models.Q(
                                ("keputusan__gt", ""),
                                ("released_by__isnull", False),
                                ("tanggal_berlaku__isnull", False),
                                ("tanggal_penetapan__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_revision_is_released_by_a_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tanggal_berlaku", None),
                            ("tanggal_berlaku__gte", models.F("tanggal_penetapan")),
                            _connector="OR",
                        ),
                        name="a_revision_runs_after_its_decision",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SopDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.CharField(max_length=40)),
                ("changes", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
                ("begun_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "based_on",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.soprevision"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("nomor",), name="an_sop_has_one_draft")],
            },
        ),
        migrations.AddField(
            model_name="permintaan",
            name="sop_revision",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.soprevision"),
        ),
        migrations.AddField(
            model_name="entry",
            name="sop_revision",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="loket.soprevision"
            ),
        ),
        migrations.CreateModel(
            name="Surat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor_agenda", models.CharField(max_length=20)),
                ("nomor_surat", models.CharField(max_length=100)),
                ("tanggal_surat", models.DateField()),
                ("perihal", models.CharField(max_length=200)),
                ("penanda_tangan", models.CharField(max_length=150)),
                (
                    "bentuk",
                    models.CharField(
                        choices=[
                            ("fisik", "Surat fisik"),
                            ("elektronik_tte", "Surat elektronik dengan TTE"),
                            ("softfile_sementara", "Soft file sementara, surat fisik menyusul"),
                            ("arahan_lisan", "Arahan lisan pimpinan, surat menyusul"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "kanal",
                    models.CharField(
                        choices=[
                            ("loket", "Diunggah di Loket"),
                            ("whatsapp", "WhatsApp"),
                            ("email", "Email"),
                            ("langsung", "Diantar langsung"),
                        ],
                        max_length=10,
                    ),
                ),
                ("received_at", models.DateTimeField()),
                ("asli_received_at", models.DateTimeField(blank=True, null=True)),
                ("asli_catatan", models.CharField(blank=True, max_length=200)),
                ("is_current", models.BooleanField(default=True)),
                (
                    "asli_received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
                (
                    "version",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.dokumenversi"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["received_at"], name="surat_by_receipt"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["nomor_surat", "perihal"],
                        name="surat_by_words",
                        opclasses=["gin_trgm_ops", "gin_trgm_ops"],
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("permintaan",),
                        name="a_permintaan_has_one_current_surat",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaTangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pihak", models.PositiveSmallIntegerField()),
                ("capacity", models.CharField(blank=True, max_length=40)),
                (
                    "jabatan",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, size=None
                    ),
                ),
                ("nama", models.CharField(max_length=150)),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="loket.naskahfile",
                    ),
                ),
                ("naskah", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.naskah")),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pihak",),
                "constraints": [
                    models.UniqueConstraint(fields=("naskah", "pihak"), name="a_party_signs_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file", None), ("signed_at", None), ("signed_by", None)),
                            models.Q(
                                ("file__isnull", False),
                                ("signed_at__isnull", False),
                                ("signed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_signed_has_its_file",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tiket",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("terbuka", "Terbuka"),
                            ("selesai", "Selesai dibuat"),
                            ("ditutup", "Ditutup tanpa aplikasi"),
                        ],
                        default="terbuka",
                        max_length=10,
                    ),
                ),
                ("catatan", models.TextField(blank=True)),
                ("opened_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "permintaan",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IssueGitlab",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(unique=True)),
                ("stage", models.CharField(default="planned", max_length=10)),
                ("tries", models.PositiveIntegerField(default=0)),
                (
                    "authors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("first_asked_at", models.DateTimeField(blank=True, null=True)),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("missed_at", models.DateTimeField(blank=True, null=True)),
                ("wait_until", models.DateTimeField(blank=True, null=True)),
                ("iid", models.BigIntegerField(blank=True, null=True)),
                ("is_settled", models.BooleanField(default=False)),
                ("problem", models.CharField(blank=True, max_length=40)),
                ("project_id", models.BigIntegerField(blank=True, null=True)),
                ("issue_id", models.BigIntegerField(blank=True, null=True)),
                ("web_url", models.URLField(blank=True, max_length=500)),
                ("is_open", models.BooleanField(default=True)),
                (
                    "dropped",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "gone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("hilang", "Dihapus atau tidak terlihat lagi"),
                            ("pindah", "Dipindahkan ke proyek lain"),
                        ],
                        max_length=10,
                    ),
                ),
                ("remote_at", models.DateTimeField(blank=True, null=True)),
                (
                    "corrected",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("corrected_at", models.DateTimeField(blank=True, null=True)),
                ("last_known", models.JSONField(default=list)),
                (
                    "tiket",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="loket.tiket"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project_id", "iid"), name="an_issue_belongs_to_one_ticket"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("iid", None), ("project_id__isnull", False), _connector="OR"),
                        name="an_issue_is_in_a_project",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=60)),
                ("prefix", models.CharField(max_length=20)),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "scope",
                    models.CharField(
                        choices=[("baca", "Hanya membaca"), ("tulis", "Membaca dan mengirim")], max_length=5
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("created_at"))),
                        name="a_token_expires_after_it_is_made",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField()),
                ("body", models.TextField()),
                ("kept_at", models.DateTimeField()),
                ("token", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.token")),
            ],
            options={
                "indexes": [models.Index(fields=["kept_at"], name="answers_by_age")],
                "constraints": [
                    models.UniqueConstraint(fields=("token", "key"), name="a_key_has_one_answer")
                ],
            },
        ),
        migrations.CreateModel(
            name="Uat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("versi", models.CharField(max_length=30)),
                ("skenario", models.JSONField()),
                ("ready_at", models.DateTimeField()),
                (
                    "hasil",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("diterima", "Diterima"),
                            ("diterima_dengan_catatan", "Diterima dengan catatan"),
                            ("ditolak", "Ditolak"),
                        ],
                        max_length=25,
                    ),
                ),
                ("catatan", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uat_decided",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.dokumenversi"),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
                (
                    "ready_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uat_ready",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("round",),
                "constraints": [
                    models.UniqueConstraint(fields=("permintaan", "round"), name="a_uat_round_is_held_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("versi", ""), _negated=True), models.Q(("skenario", []), _negated=True)
                        ),
                        name="a_test_names_its_version_and_scenarios",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hasil", ""),
                            models.Q(("skenario__contains", [{"hasil": ""}]), _negated=True),
                            _connector="OR",
                        ),
                        name="a_decided_test_has_every_result",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hasil", "diterima"), _negated=True),
                            models.Q(("skenario__contains", [{"hasil": "gagal"}]), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_accepted_failed_nowhere",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("mime", models.CharField(max_length=100)),
                ("label", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=150)),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("uploaded_at", models.DateTimeField()),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["sha256"], name="uploads_by_content")],
            },
        ),
        migrations.AddField(
            model_name="dokumenversi",
            name="upload",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="loket.upload"),
        ),
        migrations.CreateModel(
            name="Usulan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "alarm",
                    models.CharField(
                        choices=[
                            ("usul_tangguhkan", "tangguhkan permintaan, karena surat asli belum diterima"),
                            ("usul_batalkan", "batalkan permintaan, karena surat tidak dilengkapi"),
                            (
                                "usul_batalkan_hadir",
                                "batalkan permintaan, karena OPD tidak menghadiri technical meeting",
                            ),
                        ],
                        max_length=30,
                    ),
                ),
                ("alasan", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                (
                    "keputusan",
                    models.CharField(
                        blank=True,
                        choices=[("diterima", "Diterima"), ("ditolak", "Ditolak"), ("gugur", "Gugur")],
                        max_length=10,
                    ),
                ),
                ("catatan", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.permintaan"),
                ),
            ],
            options={
                "ordering": ("proposed_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("keputusan", "")),
                        fields=("permintaan",),
                        name="a_permintaan_has_one_open_usulan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("keputusan", "")),
                            models.Q(("decided_at__isnull", False), ("keputusan__gt", "")),
                            _connector="OR",
                        ),
                        name="a_decided_usulan_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keputusan__in", ["diterima", "ditolak"]), _negated=True),
                            ("decided_by__isnull", False),
                            _connector="OR",
                        ),
                        name="a_person_decides_an_usulan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=80)),
                ("fields", models.JSONField()),
                ("begun_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "place"), name="a_person_has_one_draft_in_a_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GitlabConnection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("paused_at", models.DateTimeField(blank=True, null=True)),
                ("paused_because", models.TextField(blank=True)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, max_length=40)),
                ("failing_since", models.DateTimeField(blank=True, null=True)),
                ("version", models.CharField(blank=True, max_length=40)),
                ("project_name", models.CharField(blank=True, max_length=250)),
                ("project_url", models.URLField(blank=True, max_length=500)),
                ("rights", models.JSONField(default=dict)),
                ("token_expires_on", models.DateField(blank=True, null=True)),
                ("token_warned_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("read_until", models.DateTimeField(blank=True, null=True)),
                ("hook_at", models.DateTimeField(blank=True, null=True)),
                ("only", models.BooleanField(default=True, editable=False)),
                (
                    "paused_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("only",), name="there_is_one_gitlab_connection"),
                    models.CheckConstraint(
                        condition=models.Q(("only", True)), name="the_gitlab_connection_is_the_only_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paused_at", None), ("paused_by", None)),
                            models.Q(("paused_at__isnull", False), ("paused_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_paused_gitlab_was_paused_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GitlabStateChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event_id", models.BigIntegerField()),
                ("is_open", models.BooleanField()),
                ("is_ours", models.BooleanField()),
                ("author", models.CharField(blank=True, max_length=250)),
                ("at", models.DateTimeField()),
                (
                    "issue",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.issuegitlab"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("issue", "event_id"), name="a_state_change_is_kept_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="GitlabMergeRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("remote_id", models.BigIntegerField()),
                ("reference", models.CharField(max_length=250)),
                ("title", models.CharField(max_length=255)),
                ("state", models.CharField(max_length=20)),
                ("is_draft", models.BooleanField(default=False)),
                ("pipeline", models.CharField(blank=True, max_length=30)),
                ("web_url", models.URLField(blank=True, max_length=500)),
                ("changed_at", models.DateTimeField()),
                (
                    "issue",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.issuegitlab"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("issue", "remote_id"), name="a_merge_request_is_kept_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GitlabComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("note_id", models.BigIntegerField()),
                ("author", models.CharField(max_length=250)),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "issue",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="loket.issuegitlab"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("issue", "note_id"), name="a_note_is_kept_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Jabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("opd", "OPD"),
                            ("kepala_dinas", "Kepala Dinas"),
                            ("kepala_bidang", "Kepala Bidang TIK"),
                            ("kepala_seksi", "Kepala Seksi Pengembangan Aplikasi"),
                            ("sistem_analis", "Sistem Analis"),
                            ("programmer", "Programmer"),
                            ("tata_usaha", "Tata Usaha"),
                            ("admin", "Admin"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("plt", "Plt."), ("plh", "Plh."), ("tetap", "Pejabat tetap")],
                        default="tetap",
                        max_length=5,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=150)),
                ("nomor_surat", models.CharField(blank=True, max_length=100)),
                ("from_date", models.DateField()),
                ("until_date", models.DateField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["role", "from_date"], name="jabatan_by_role")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date", None), ("until_date__gte", models.F("from_date")), _connector="OR"
                        ),
                        name="a_jabatan_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "tetap"),
                            models.Q(
                                models.Q(("nomor_surat", ""), _negated=True), ("until_date__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_deputy_has_a_letter_and_an_end",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kahar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.CharField(max_length=100)),
                ("alasan", models.TextField()),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(blank=True, null=True)),
                (
                    "declared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-since",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("until",),
                        name="there_is_one_kahar_at_a_time",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="a_kahar_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="naskah",
            index=models.Index(fields=["permintaan", "id"], name="naskah_of_a_permintaan"),
        ),
        migrations.AddIndex(
            model_name="naskah",
            index=models.Index(
                condition=models.Q(("state__in", ["konsep", "menunggu"])),
                fields=["permintaan", "jenis"],
                name="naskah_to_be_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="dokumen",
            constraint=models.UniqueConstraint(
                fields=("permintaan", "jenis"), name="a_permintaan_has_one_dokumen_of_a_kind"
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["permintaan", "-seq"], name="entries_of_a_permintaan"),
        ),
    ]

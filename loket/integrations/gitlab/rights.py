"""What our account may do in the project, by its role there and by what the token allows."""

from dataclasses import dataclass

ROLES = {
    0: "bukan anggota",
    5: "Minimal Access",
    10: "Guest",
    15: "Planner",
    20: "Reporter",
    30: "Developer",
    40: "Maintainer",
    50: "Owner",
}
GUEST, PLANNER = 10, 15
SCOPE = "api"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """As they were at the last test. `scopes` is None where GitLab does not say them."""

    access_level: int
    is_archived: bool
    has_issues: bool
    scopes: tuple[str, ...] | None
    is_active: bool = True

    @property
    def role(self) -> str:
        """In GitLab's own word; of a role of the office's own making, the highest that it includes."""
        return ROLES[max(level for level in ROLES if level <= max(self.access_level, 0))]

    @property
    def may_write(self) -> bool:
        allowed = self.is_active and (self.scopes is None or SCOPE in self.scopes)
        return allowed and self.has_issues and not self.is_archived

    def abilities(self) -> tuple[tuple[str, bool], ...]:
        """What Loket needs, and whether it has it. Below Planner GitLab lets fall most of it without a word."""
        writes, plans = self.may_write and self.access_level >= GUEST, self.access_level >= PLANNER
        return (
            ("Membuat issue dan menulis catatan", writes),
            ("Memberi label dan tenggat", writes and plans),
            ("Merahasiakan issue dan melihat issue rahasia", writes and plans),
            ("Menutup issue", writes and plans),
        )

    def lacks(self) -> tuple[tuple[str, str], ...]:
        """Each thing that is wrong, and what has to be done about it."""
        found = (
            (not self.is_active, "Token Loket tidak aktif.", "Pasang token baru pada LOKET_GITLAB_TOKEN."),
            (
                self.scopes is not None and SCOPE not in self.scopes,
                f'Token tidak memiliki cakupan "{SCOPE}".',
                f'Buat token dengan cakupan "{SCOPE}", lalu pasang pada LOKET_GITLAB_TOKEN.',
            ),
            (
                self.is_archived,
                "Proyek diarsipkan, sehingga tidak ada yang dapat ditulis.",
                "Minta pemilik proyek membuka arsipnya (Settings, General, Advanced).",
            ),
            (
                not self.has_issues,
                "Fitur issue pada proyek dimatikan.",
                "Minta pengelola proyek menyalakannya (Settings, General, Visibility, Issues).",
            ),
            (
                self.access_level < PLANNER,
                f"Peran akun Loket pada proyek terlalu rendah: {self.role}.",
                "Minta pengelola proyek memberi peran Reporter (Manage, Members).",
            ),
        )
        return tuple((what, remedy) for is_so, what, remedy in found if is_so)

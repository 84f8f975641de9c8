"""What surrounds every page: who is signed in, where they can go, and whom to ask for help."""

from dataclasses import dataclass
from itertools import groupby

from loket.web import formats
from loket.web.components.facts import tone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """`tab` is the short name it has among the four tabs of a phone; empty: only in the whole menu."""

    key: str
    label: str
    url: str
    icon: str
    count: int = 0
    overdue: bool = False
    group: str = ""
    tab: str = ""
    shortcut: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The office as the footer names it; phone and whatsapp are E.164 or empty."""

    name: str
    unit: str = ""
    phone: str = ""
    whatsapp: str = ""

    @property
    def phone_text(self) -> str:
        return formats.phone(self.phone)

    @property
    def whatsapp_text(self) -> str:
        return formats.phone(self.whatsapp)

    @property
    def whatsapp_url(self) -> str:
        return f"https://wa.me/{self.whatsapp.removeprefix('+')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """`for_others`: what this person does beside their own, one sentence each, on every page.

    `gitlab_paused` says since when and by whom; admins only.
    """

    nav: tuple[NavItem, ...]
    active: str
    user_name: str
    user_role_label: str
    unread: int = 0
    search_value: str = ""
    demo: bool = False
    sop_undated: bool = False
    kahar: str = ""
    gitlab_paused: str = ""
    for_others: tuple[str, ...] = ()
    home_url: str = "/tugas"
    search_url: str = "/permintaan"
    notifications_url: str = "/pemberitahuan"
    account_url: str = "/akun"
    logout_url: str = "/keluar"

    @property
    def groups(self) -> tuple[tuple[str, tuple[NavItem, ...]], ...]:
        return tuple((name, tuple(items)) for name, items in groupby(self.nav, key=lambda item: item.group))

    @property
    def tabs(self) -> tuple[NavItem, ...]:
        return tuple(item for item in self.nav if item.tab)[:4]

    @property
    def active_in_tabs(self) -> bool:
        return any(item.key == self.active for item in self.tabs)

    @property
    def initials(self) -> str:
        return formats.initials(self.user_name)

    @property
    def tone(self) -> str:
        return tone_of(self.user_name)

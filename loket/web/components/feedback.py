"""What the system says back: something happened, something is missing, are you sure."""

from typing import Literal

from loket.web.components.facts import Fact
from loket.web.components.registry import component

BannerKind = Literal["info", "peringatan", "gawat", "beres"]

BANNER_ICONS = {
    "info": "info",
    "peringatan": "triangle-alert",
    "gawat": "octagon-alert",
    "beres": "circle-check",
}


@component("banner")
class Banner:
    text: str
    title: str = ""
    kind: BannerKind = "info"
    link_text: str = ""
    link_url: str = ""

    @property
    def icon(self) -> str:
        return BANNER_ICONS[self.kind]


@component("notice", body=True)
class Notice:
    """A banner that holds markup."""

    title: str = ""
    kind: BannerKind = "info"

    @property
    def icon(self) -> str:
        return BANNER_ICONS[self.kind]


@component("toast")
class Toast:
    text: str
    action_text: str = ""
    action_url: str = ""


@component("empty")
class Empty:
    """Why there is nothing, and the one useful thing to do."""

    text: str
    action_text: str = ""
    action_url: str = ""
    icon: str = "inbox"


@component("confirm", body=True)
class Confirm:
    """A page, not a dialog: what will happen, the facts, and a POST. The body may add fields."""

    title: str
    consequence: str
    confirm_text: str
    back_url: str
    facts: tuple[Fact, ...] = ()
    action: str = ""
    kind: Literal["utama", "bahaya"] = "utama"
    back_text: str = "Batal"
    upload: bool = False


@component("done_panel")
class DonePanel:
    title: str
    text: str
    code: str = ""
    code_label: str = ""


@component("details", body=True)
class Details:
    summary: str
    open: bool = False

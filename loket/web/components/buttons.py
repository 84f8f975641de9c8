"""What a person can press. A refused act stays visible and says why."""

from typing import Literal

from loket.web.components.registry import component

ButtonKind = Literal["biasa", "utama", "polos", "bahaya"]


@component("button")
class Button:
    """A button, or with `href` a link that looks like one.

    `reasons` are the sentences of a refusal: the button cannot be pressed and shows them all.
    `follow` names a radio field whose chosen label replaces {} in the text; `follow_text` is that label now.
    """

    text: str
    kind: ButtonKind = "biasa"
    icon: str = ""
    href: str = ""
    type: Literal["submit", "button"] = "submit"
    name: str = ""
    value: str = ""
    form: str = ""
    small: bool = False
    icon_only: bool = False
    shortcut: str = ""
    novalidate: bool = False
    follow: str = ""
    follow_text: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def shown_text(self) -> str:
        return self.text.replace("{}", self.follow_text) if self.follow else self.text

    @property
    def classes(self) -> str:
        return button_classes(self.kind, small=self.small, icon_only=self.icon_only)


@component("post_button")
class PostButton:
    """An act that needs no form but changes something, so it is a POST; with `reasons` refused as that of a form."""

    action: str
    text: str
    kind: ButtonKind = "biasa"
    icon: str = ""
    small: bool = False
    icon_only: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def classes(self) -> str:
        return button_classes(self.kind, small=self.small, icon_only=self.icon_only)


@component("actions", body=True)
class Actions:
    """A row of buttons; they stack on a phone."""


@component("menu", body=True)
class Menu:
    """More acts behind one button; the body is a list of `<li>`."""

    text: str
    icon: str = "ellipsis"


def button_classes(kind: str, *, small: bool, icon_only: bool) -> str:
    names = ("tbl", "" if kind == "biasa" else kind, "kecil" if small else "", "ikon" if icon_only else "")
    return " ".join(name for name in names if name)

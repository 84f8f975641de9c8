"""What can be read off the templates themselves, before anything is shown."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Context, Engine, Node, NodeList
from django.template.base import FilterExpression, Variable
from django.template.loader import get_template
from django.template.loader_tags import IncludeNode

from loket.web.components import gallery, icons, registry
from loket.web.components.registry import Spec, all_specs, spec_of

TEMPLATES = Path(Engine.get_default().dirs[0])
SPECS = {spec.name: spec for spec in all_specs()}
SOURCES = {
    str(path.relative_to(TEMPLATES)): path.read_text(encoding="utf-8")
    for folder in ("components", "errors")
    for path in sorted((TEMPLATES / folder).rglob("*.html"))
}
FORBIDDEN = re.compile(
    r"\sstyle=|\son[a-z]+=\"|<script(?! type=\"module\" src=)|javascript:|data:image|https?://", re.IGNORECASE
)


def page(name: str) -> str:
    return str(get_template(f"components/{name}.html").render(gallery.context()))


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_no_template_holds_style_script_or_a_foreign_address(name: str) -> None:
    assert FORBIDDEN.findall(SOURCES[name]) == []


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_template_fits_on_a_screen(name: str) -> None:
    assert len(SOURCES[name].splitlines()) <= 60


@pytest.mark.parametrize("name", sorted(SPECS))
def test_a_component_asks_only_for_what_it_declares(name: str) -> None:
    """Also inside `{% if %}`, where Django takes a misspelt name for nothing."""
    spec = SPECS[name]
    known = {*spec.shown, "forloop", "csrf_token", "True", "False", "None"} | (
        {"body"} if spec.takes_body else set()
    )
    template = Engine.get_default().get_template(f"components/{name}.html")
    assert set(asked_names(template.nodelist, spec)) - known == set()


def test_the_check_above_sees_a_misspelt_name() -> None:
    source = "{% if kinda %}{% for a in text %}{{ a|default:b }}{% endfor %}{% endif %}"
    nodes = Engine.get_default().from_string(source).nodelist
    assert set(asked_names(nodes, SPECS["badge"])) == {"kinda", "text", "b"}


def test_the_gallery_shows_every_component(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: set[str] = set()

    def noting(instance: object) -> Spec:
        spec = spec_of(instance)
        shown.add(spec.name)
        return spec

    monkeypatch.setattr(registry, "spec_of", noting)
    page("gallery")
    page("gallery_public")
    assert SPECS.keys() - shown == set()


@pytest.mark.parametrize("name", ("gallery", "gallery_public"))
def test_a_page_has_no_two_equal_ids(name: str) -> None:
    found = re.findall(r'\sid="([^"]+)"', page(name))
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("name", ("gallery", "gallery_public"))
def test_whatever_refers_to_an_id_finds_it(name: str) -> None:
    html = page(name)
    ids = set(re.findall(r'\sid="([^"]+)"', html))
    needed = re.findall(r'\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"', html)
    assert {name for group in needed for name in group.split()} - ids == set()


def test_error_pages_need_no_context() -> None:
    for name in ("403", "404", "429", "500", "503", "csrf"):
        html = str(get_template(f"errors/{name}.html").render({}))
        assert html.count("<h1>") == 1


def test_an_error_page_says_what_it_was_told() -> None:
    refused = get_template("errors/403.html").render({"reasons": ["Peran Anda bukan admin."]})
    waiting = get_template("errors/429.html").render({"retry_text": "2 menit"})
    assert "<li>Peran Anda bukan admin.</li>" in refused
    assert "Coba lagi dalam 2 menit." in waiting


def test_the_sprite_holds_exactly_the_listed_icons() -> None:
    sprite = (TEMPLATES.parent / "static" / icons.SPRITE).read_text(encoding="utf-8")
    assert sprite == icons.sprite()
    assert set(re.findall(r'<symbol id="([^"]+)"', sprite)) == icons.NAMES


def test_every_named_icon_is_known() -> None:
    named = {name for text in SOURCES.values() for name in re.findall(r'icon(?:=| )"([a-z0-9-]+)"', text)}
    assert named - icons.NAMES == set()


def asked_names(nodes: NodeList, spec: Spec, own: frozenset[str] = frozenset()) -> Iterator[str]:
    """The first part of every variable that the nodes look up, but for those that they set themselves."""
    for node in nodes:
        inner = own | frozenset(getattr(node, "loopvars", ()))
        for name in node_names(node):
            if name not in own:
                yield name
        if isinstance(node, IncludeNode):
            yield from included_names(node, spec, inner | frozenset(node.extra_context))
        for attribute in node.child_nodelists:
            yield from asked_names(getattr(node, attribute, None) or NodeList(), spec, inner)
        for condition, nodelist in getattr(node, "conditions_nodelists", ()):
            yield from (name for name in condition_names(condition) if name not in inner)
            yield from asked_names(nodelist, spec, inner)


def included_names(node: IncludeNode, spec: Spec, own: frozenset[str]) -> Iterator[str]:
    if not isinstance(node.template.var, Variable):
        template = Engine.get_default().get_template(node.template.resolve(Context()))
        yield from asked_names(template.nodelist, spec, own)


def node_names(node: Node) -> Iterator[str]:
    for value in vars(node).values():
        values = (
            value.values()
            if isinstance(value, dict)
            else value
            if isinstance(value, list | tuple)
            else [value]
        )
        for item in values:
            if isinstance(item, FilterExpression):
                yield from expression_names(item)


def condition_names(condition: object) -> Iterator[str]:
    for part in (condition, getattr(condition, "first", None), getattr(condition, "second", None)):
        if part is not None and part is not condition:
            yield from condition_names(part)
    if isinstance(value := getattr(condition, "value", None), FilterExpression):
        yield from expression_names(value)


def expression_names(expression: FilterExpression) -> Iterator[str]:
    arguments = [value for _, given in expression.filters for is_lookup, value in given if is_lookup]
    for variable in (expression.var, *arguments):
        if isinstance(variable, Variable) and variable.lookups:
            yield variable.lookups[0]

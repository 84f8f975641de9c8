"""The component tag refuses whatever a component did not declare."""

import pytest
from django.template import Context, Engine, TemplateSyntaxError

from loket.web.components.badges import Badge, DueLabel
from loket.web.components.icons import UnknownIconError
from loket.web.components.navigation import Crumb
from loket.web.strict import Missing, MissingVariableError

ENGINE = Engine.get_default()
STRICT = Engine(builtins=["loket.web.templatetags.loket"], dirs=ENGINE.dirs, string_if_invalid=Missing())


def render(source: str, **context: object) -> str:
    return STRICT.from_string(source).render(Context(context))


def test_a_component_shows_its_arguments() -> None:
    html = render('{% component "badge" text=words kind="gawat" %}', words="A & B")
    assert html.strip() == '<span class="lcn gawat">A &amp; B</span>'


def test_an_object_is_shown_by_its_own_component() -> None:
    by_name = render('{% component "badge" text="Selesai" kind="beres" %}')
    assert render("{% component badge %}", badge=Badge(text="Selesai", kind="beres")) == by_name


def test_a_body_is_rendered_with_the_page_around_it() -> None:
    html = render('{% component "badges" %}{{ words }}{% endcomponent %}', words="<b>")
    assert html.strip() == '<div class="lcns">&lt;b&gt;</div>'


def test_the_page_around_a_component_is_invisible_inside() -> None:
    html = render('{% component "button" text="Kirim" %}', icon="bell", href="/jauh")
    assert "bell" not in html
    assert "/jauh" not in html


def test_a_component_can_be_kept_for_another() -> None:
    html = render('{% component "badge" text="x" as kept %}[{{ kept }}]')
    assert html.replace("\n", "") == '[<span class="lcn">x</span>]'


@pytest.mark.parametrize(
    ("source", "complaint"),
    (
        ("{% component %}", "begins with the component's name"),
        ('{% component "lencana" text="x" %}', "There is no component 'lencana'."),
        ('{% component "badge" %}', "needs text"),
        ('{% component "badge" text="x" colour="red" %}', "has no argument colour"),
        ('{% component "badge" text="x" text="y" %}', "is not a (new) argument"),
        ('{% component "badge" "x" %}', "is not a (new) argument"),
        ('{% component "badge" text="x" kind="merah" %}', "wants kind"),
        ('{% component "badge" text=7 %}', "wants text as str, not 7"),
        ('{% component "segments" current="7" %}', "wants current as int, not '7'"),
        ('{% component "badges" %}', "endcomponent"),
        ('{% component badge text="x" %}', "already has its arguments"),
    ),
)
def test_a_wrong_call_fails_where_it_is_parsed(source: str, complaint: str) -> None:
    with pytest.raises(TemplateSyntaxError) as refused:
        STRICT.from_string(source)
    assert complaint in str(refused.value)


@pytest.mark.parametrize(
    ("source", "value"),
    (
        ('{% component "badge" text=value %}', 7),
        ('{% component "badge" text="x" kind=value %}', "merah"),
        ('{% component "segments" current=value %}', True),
        ('{% component "due" label=value %}', "gawat"),
        ('{% component "breadcrumb" items=value %}', ("Permintaan",)),
        ('{% component "breadcrumb" items=value %}', Crumb("Permintaan")),
        ('{% component "post_button" action="/" text="x" fields=value %}', (("satu",),)),
        ("{% component value %}", "badge"),
    ),
)
def test_a_value_of_the_wrong_type_fails_where_it_is_shown(source: str, value: object) -> None:
    with pytest.raises(TemplateSyntaxError):
        render(source, value=value)


def test_a_list_serves_as_a_tuple() -> None:
    html = render(
        '{% component "breadcrumb" items=items %}', items=[Crumb("Permintaan", "/permintaan"), Crumb("Ini")]
    )
    assert html.count("aria-current") == 1


def test_a_missing_variable_raises() -> None:
    with pytest.raises(MissingVariableError, match="nama"):
        render("{{ nama }}")


def test_a_missing_argument_variable_raises() -> None:
    with pytest.raises(MissingVariableError, match="words"):
        render('{% component "badge" text=words %}')


def test_an_unknown_icon_raises() -> None:
    with pytest.raises(UnknownIconError, match="kucing"):
        render('{% icon "kucing" %}')


def test_an_icon_beside_words_is_decoration_and_one_alone_speaks() -> None:
    assert 'aria-hidden="true"' in render('{% icon "check" %}')
    assert 'role="img" aria-label="Selesai"' in render('{% icon "check" label="Selesai" %}')


def test_a_due_label_always_brings_its_icon_and_words() -> None:
    html = render('{% component "due" label=label %}', label=DueLabel("tunggu", "Menunggu 1 hari kerja"))
    assert "#hourglass" in html
    assert "Menunggu 1 hari kerja" in html


def test_a_refused_button_cannot_be_pressed_and_says_every_reason() -> None:
    html = render('{% component "button" text="Tetapkan" reasons=reasons %}', reasons=("Satu.", "Dua."))
    assert "<button" not in html
    assert 'aria-disabled="true"' in html
    assert html.count("<li>") == 2


def test_a_post_button_carries_the_token_of_the_page() -> None:
    context = {"csrf_token": "abc"}
    html = render('{% component "post_button" action="/ikuti" text="Ikuti" %}', **context)
    assert 'value="abc"' in html

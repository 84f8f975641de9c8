"""`{% component "name" argument=value %}`: strict where the template is parsed, typed where it is rendered."""

from collections.abc import Mapping

from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, Variable
from django.utils.safestring import SafeString

from loket.web.components.registry import Spec, render, spec_named


class ComponentNode(Node):
    child_nodelists = ("body",)

    def __init__(
        self, spec: Spec, arguments: Mapping[str, FilterExpression], body: NodeList, saved_as: str
    ) -> None:
        self.spec = spec
        self.arguments = arguments
        self.body = body
        self.saved_as = saved_as

    def render(self, context: Context) -> SafeString:
        values = {name: expression.resolve(context) for name, expression in self.arguments.items()}
        body = self.body.render(context) if self.spec.takes_body else ""
        html = render(self.spec.build(values), context, body)
        if not self.saved_as:
            return html
        context[self.saved_as] = html
        return SafeString("")


class ObjectNode(Node):
    """`{% component thing %}` for a component that Python already built."""

    def __init__(self, expression: FilterExpression) -> None:
        self.expression = expression

    def render(self, context: Context) -> SafeString:
        return render(self.expression.resolve(context), context)


def parse_component(parser: Parser, token: Token) -> Node:
    _, *bits = token.split_contents()
    if not bits:
        raise TemplateSyntaxError("A component tag begins with the component's name.")
    first = parser.compile_filter(bits[0])
    if isinstance(first.var, Variable):
        if bits[1:]:
            raise TemplateSyntaxError(f"{bits[0]} is an object: it already has its arguments.")
        return ObjectNode(first)
    return _named(parser, spec_named(first.var or ""), bits[1:])


def _named(parser: Parser, spec: Spec, bits: list[str]) -> ComponentNode:
    saved_as = ""
    if len(bits) > 1 and bits[-2] == "as":
        *bits, _, saved_as = bits
    arguments = {}
    for bit in bits:
        name, equals, text = bit.partition("=")
        if not equals or name in arguments:
            raise TemplateSyntaxError(
                f"Component {spec.name!r}: {bit!r} is not a (new) argument of the form name=value."
            )
        arguments[name] = parser.compile_filter(text)
    spec.check_names(frozenset(arguments))
    for name, expression in arguments.items():
        if is_constant(expression):
            spec.check_value(name, expression.resolve(Context()))
    body = NodeList()
    if spec.takes_body:
        body = parser.parse(("endcomponent",))
        parser.delete_first_token()
    return ComponentNode(spec, arguments, body, saved_as)


def is_constant(expression: FilterExpression) -> bool:
    return not expression.filters and (
        not isinstance(expression.var, Variable) or expression.var.lookups is None
    )

import argparse
import socket

import pytest

from loket.cli import ports
from loket.cli.problem import Problem


@pytest.mark.parametrize("text", ("0", "65536", "-1", "http", "", "\N{FULLWIDTH DIGIT EIGHT}"))
def test_a_port_is_a_number_a_server_can_have(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError) as refused:
        ports.number(text)

    assert str(refused.value) == "a port is a number from 1 to 65535"


def test_a_port_in_range_is_read() -> None:
    assert [ports.number(text) for text in ("1", "8000", "65535")] == [1, 8000, 65535]


def test_a_taken_port_gets_a_sentence_and_a_free_one_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "PATIENCE", 0.2)
    with socket.socket() as taken:
        # As granian does; it must not hide that somebody listens already.
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(Problem) as refused:
            ports.require_free("127.0.0.1", port)

        assert str(refused.value) == (
            f"Port {port} is taken by another program. Choose another one, for example --port {port % 65535 + 1}."
        )
    ports.require_free("127.0.0.1", port)


def test_an_address_that_is_not_of_this_machine_gets_a_sentence() -> None:
    with pytest.raises(Problem) as refused:
        ports.require_free("192.0.2.1", 8000)

    assert (
        str(refused.value) == "Nothing can listen on 192.0.2.1, port 8000: Cannot assign requested address."
    )

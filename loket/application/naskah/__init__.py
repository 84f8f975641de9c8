"""Naskah dinas: from a draft to a number, to a signature, to what anybody with the paper can check."""

from loket.application.naskah import contents

__all__ = ["contents"]

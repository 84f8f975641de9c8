"""The QR code of an address, as a drawing."""

import io

import segno


def qr_svg(address: str) -> str:
    """Return the drawing, "" for no address; error level M survives a stamp or a fold over it."""
    if not address:
        return ""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing, kind="svg", border=2, xmldecl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return drawing.getvalue().decode()

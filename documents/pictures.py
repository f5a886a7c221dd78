"""Pages of a printed paper as pictures, for those who read on a screen before they open the paper."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2

#: Wide enough to read a paper of A4 on a screen; a paper is black on white with little else.
WIDTH, COLOURS = 900, 32


def pictures(pdf: bytes, *, width: int = WIDTH) -> Iterator[bytes]:
    """Yield each page of `pdf` as a PNG of `width` pixels on white, the first page first.

    The same bytes in give the same bytes out.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()  # what electronic signatures show stands in form fields
        for page in document:
            drawn = page.render(scale=width / page.get_width(), fill_color=(255, 255, 255, 255))
            picture = drawn.to_pil().convert("RGB").quantize(COLOURS)
            out = io.BytesIO()
            picture.save(out, format="PNG", optimize=True)
            yield out.getvalue()

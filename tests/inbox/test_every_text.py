"""A web page is read as a browser shows it."""

from pipeline.inbox.every_text import PartKind, PartText, part_texts

PAGE = """<!doctype html><html lang="nl"><head><title>Jaar</title><style>p { font: Carlito }</style></head>
<body><!-- van Nour --><p class="stap">Dit is <b>Nour</b> D&#39;Hondt &amp; co.</p>
<a href="letters/Agnieszka%20W%C3%B3jcik.docx">brief</a>
<svg aria-label="Emre"><desc>Eén punt</desc></svg>tot slot
</body></html>
"""


def page(content: str) -> PartText:
    _, part = part_texts("overview.html", content.encode())
    return part


def test_signs_that_a_page_writes_in_code_are_read_as_they_are_shown() -> None:
    assert page(PAGE).kind is PartKind.TEXT
    assert page(PAGE).paragraphs[:5] == ("Jaar", "Dit is Nour D'Hondt & co.", "brief", "Eén punt", "tot slot")


def test_links_labels_and_remarks_are_read_and_settings_apart() -> None:
    assert {"letters/Agnieszka Wójcik.docx", "Emre", " van Nour "} <= set(page(PAGE).paragraphs)
    assert "p { font: Carlito }" in page(PAGE).stray
    assert "stap" in page(PAGE).stray


def test_what_is_no_page_is_read_all_the_same() -> None:
    assert page("").paragraphs == ()
    assert any("Nour" in text for text in page("Nour D'Hondt").paragraphs)
    assert page(PAGE).raw == PAGE.encode()

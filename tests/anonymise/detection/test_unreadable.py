"""A word in which a sign was lost is hidden whole, and nothing else is."""

import pytest

from pipeline.anonymise.detection.spans import Label, Rank
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.detection.unreadable import damaged_words
from tests.anonymise.detection.spans_found import shown


@pytest.mark.parametrize(
    ("content", "hidden"),
    [
        ("Ik zag Ay\ufffde daar.", ["Ay\ufffde"]),
        ("Ik zag Wójcik\r\nen \ufffdukasz.", ["\ufffdukasz."]),
        ("(Hatipo\ufffdlu), ja", ["(Hatipo\ufffdlu),"]),
        ("Nkansah\ufffdBouzidi en Wei\ufffd", ["Nkansah\ufffdBouzidi", "Wei\ufffd"]),
        ("Hier is niets verloren.", []),
        ("", []),
    ],
)
def test_half_a_name_does_not_show(content: str, hidden: list[str]) -> None:
    spans = list(damaged_words(Text(content, "nl")))
    assert shown(content, spans, Label.QUASI) == hidden
    assert all(span.rank is Rank.FAILED and not span.asked for span in spans)

"""Scores are found in a chat however it was saved, and no line of it is lost without a word."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline.findings import Finding
from pipeline.inbox.answers import RawScores, Received, ScoreSource
from pipeline.language.catalogue import catalogues
from tests.workbooks import arrived, keys, the

FOLDER = Path(__file__).parent / "chats"
CHATS = sorted(path for path in FOLDER.iterdir() if path.suffix == ".txt")
SENDER = "Fatima el Amrani"


def scores(result: Received) -> RawScores:
    (only,) = result.scores
    return only


def totals(result: Received) -> dict[str, int | None]:
    """The last total of each sender, as the door will take it."""
    return {row.who[0].reveal(): row.total for raw in result.scores for row in raw.rows}


def lines(result: Received) -> dict[str, list[int]]:
    """Every line that something is said about, by the key of what is said; a range counts by its first."""
    found: dict[str, list[int]] = {}
    for finding in result.findings:
        found.setdefault(finding.key, []).append(finding.place.line)
    return found


def zoom(*messages: tuple[str, str], to: str = "Iedereen") -> str:
    """A chat as the newer Zoom saves it."""
    return "".join(
        f"14:{n // 60:02d}:{n % 60:02d} Van {who} aan {to}:\n\t{text}\n" for n, (who, text) in enumerate(messages)
    )


def one(tmp_path: Path, text: str) -> Received:
    return arrived(tmp_path, {"chat.txt": text.encode()})


@pytest.mark.parametrize("path", CHATS, ids=lambda path: path.stem)
def test_a_chat_gives_the_table_that_lies_beside_it(path: Path, tmp_path: Path) -> None:
    expected = tomllib.loads(path.with_name(f"{path.name}.expected.toml").read_text(encoding="utf-8"))
    result = one(tmp_path, path.read_text(encoding="utf-8"))
    assert totals(result) == expected["totals"]
    first = {key: (numbers if key == "chat_number" else numbers[:1]) for key, numbers in expected["lines"].items()}
    assert lines(result) == first
    aside = expected["lines"].get("chat_aside", [])
    assert [f.values["count"] for f in result.findings if f.key == "chat_aside"] == [len(aside)] * bool(aside)


@pytest.mark.parametrize("path", CHATS, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "saved",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
    ],
    ids=["crlf", "utf-8-sig", "utf-16"],
)
def test_a_chat_is_the_same_however_its_text_was_saved(
    path: Path, saved: Callable[[str], bytes], tmp_path: Path
) -> None:
    expected = tomllib.loads(path.with_name(f"{path.name}.expected.toml").read_text(encoding="utf-8"))
    result = arrived(tmp_path, {"x.csv": saved(path.read_text(encoding="utf-8"))})
    assert totals(result) == expected["totals"]
    assert scores(result).source is ScoreSource.CHAT


@pytest.mark.parametrize("path", CHATS, ids=lambda path: path.stem)
def test_nothing_that_is_said_of_a_chat_holds_a_name_or_what_was_written(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    result = one(tmp_path, text)
    said = [value for finding in result.findings for value in shown(finding)] + [repr(result)]
    for name in totals(result):
        assert not [value for value in said if name in value or name.split()[0] in value]
    assert result.workbooks == {}


def shown(finding: Finding) -> list[str]:
    return [text for words in catalogues() for text in (words.problem(finding), words.remedy(finding))]


SCORES: Mapping[str, int] = {
    "45": 45,
    "45.": 45,
    "45 punten": 45,
    "45 points!": 45,
    "45 Punkte": 45,
    "45/100": 45,
    "45 / 100": 45,
    "45 van de 100": 45,
    "totaal 45": 45,
    "Total: 45": 45,
    "Summe = 45": 45,
    "mijn score is 45 punten": 45,
    "I have forty-five points": 45,
    "ich habe fünfundvierzig": 45,
    "honderd": 100,
    "null Punkte": 0,
    "45 \N{PARTY POPPER}": 45,
    "４５": 45,
}


@pytest.mark.parametrize("text", SCORES)
def test_a_total_is_understood_as_people_write_it(text: str, tmp_path: Path) -> None:
    assert totals(one(tmp_path, zoom((SENDER, text), ("Wei Chen", "5")))) == {SENDER: SCORES[text], "Wei Chen": 5}


@pytest.mark.parametrize(
    "text",
    [
        "7",
        "-5",
        "1e9",
        "405",
        "=5+5",
        "45?",
        "5 + 10 = 15",
        "10 5 0 10",
        "tot 14:30",
        "om 15 uur",
        "op 15",
        "5 minuten pauze",
        "op 23-9-2027",
        "in 2027",
        "zaal 5",
        "5/10",
        "45%",
        "45 of 50",
        "Wie had er 45",
        '"45"',
        "\N{DIGIT FOUR}\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}",
        "½",
    ],
)
def test_a_number_that_is_no_clear_total_is_named_with_its_line(text: str, tmp_path: Path) -> None:
    result = one(tmp_path, zoom((SENDER, "45"), (SENDER, text)))
    assert totals(result) == {SENDER: 45}
    assert (the(result, "chat_number").place.line, the(result, "chat_number").about) == (4, "scores")
    assert not the(result, "chat_number").stops


@pytest.mark.parametrize(
    "text", ["hoi", "tien kilometer gefietst", "vijf keer gelachen", "\N{THUMBS UP SIGN}", "null Bock gehabt"]
)
def test_talk_is_listed_by_its_lines(text: str, tmp_path: Path) -> None:
    result = one(tmp_path, zoom((SENDER, "45"), (SENDER, text)))
    assert totals(result) == {SENDER: 45}
    assert the(result, "chat_talk").values == {"count": 1, "lines": ("4",)}


@pytest.mark.parametrize(
    "text",
    [
        'Antwoorden op "wie heeft er 45?"\n\t\n\t50',
        'Antwoorden op "wie heeft er 45?" 50',
        'Replying to "een lang bericht\n\tover 45\n\ten meer"\n\t50',
        "> wie heeft er 45?\n\t50",
        'Auf wen antwortet das "45"\n\t50',
        '50\n\tReacted to "45" with \N{THUMBS UP SIGN}',
        '50\n\tA réagi à "45" avec \N{THUMBS UP SIGN}',
        '50\n\tRemoved a \N{THUMBS UP SIGN} reaction from "45"',
    ],
)
def test_what_somebody_else_wrote_is_nobodys_score(text: str, tmp_path: Path) -> None:
    result = one(tmp_path, zoom(("Wei Chen", "20"), (SENDER, text)))
    assert totals(result) == {"Wei Chen": 20, SENDER: 50}
    assert "chat_number" not in keys(result)


def test_five_hundred_lines_of_other_talk_are_one_list(tmp_path: Path) -> None:
    talk = [("Wei Chen", "gezellig hier")] * 250
    result = one(tmp_path, zoom(*talk, (SENDER, "45"), *talk))
    assert totals(result) == {SENDER: 45}
    assert keys(result) == ["chat_talk"]
    assert the(result, "chat_talk").values == {"count": 500, "lines": ("2-500", "504-1002")}


def test_of_many_numbers_that_are_no_score_the_first_are_named_and_the_rest_listed(tmp_path: Path) -> None:
    result = one(tmp_path, zoom((SENDER, "45"), *[("Wei Chen", "7")] * 25))
    assert lines(result)["chat_number"] == list(range(4, 44, 2))
    assert the(result, "chat_numbers").values == {"count": 5, "lines": ("44", "46", "48", "50", "52")}


def test_private_messages_are_counted_and_not_read(tmp_path: Path) -> None:
    text = zoom((SENDER, "45"), ("Wei Chen", "50")) + zoom((SENDER, "5"), ("Wei Chen", "0"), to="Sanne Hoekstra")
    result = one(tmp_path, text)
    assert totals(result) == {SENDER: 45, "Wei Chen": 50}
    assert the(result, "chat_private").values == {"count": 2}


def test_a_chat_without_a_single_score_says_so(tmp_path: Path) -> None:
    result = one(tmp_path, zoom((SENDER, "hoi"), ("Wei Chen", "dag")))
    assert result.scores == ()
    assert keys(result) == ["chat_without_scores", "chat_talk"]


def test_what_stands_above_the_first_message_is_listed_too(tmp_path: Path) -> None:
    result = one(tmp_path, "Chat van de sessie\n" + zoom((SENDER, "45"), ("Wei Chen", "50")))
    assert the(result, "chat_talk").values == {"count": 1, "lines": ("1",)}


@pytest.mark.parametrize(
    "text",
    [
        "Naam;E-mail;Rol;Werkt in leerjaar 1\nFatima;f@x.test;docent;ja\n",
        "tijd;wat\n14:00;welkom: iedereen\n14:10;Power Walk: stellingen\n",
        "Begin: 14:00\nEinde: 15:00\n",
        "een brief\n\nmet een tijd erin 14:30\nen nog een regel\nen nog een\nen nog een\nen nog een\n",
    ],
)
def test_another_text_is_no_chat(text: str, tmp_path: Path) -> None:
    result = one(tmp_path, text)
    assert not [key for key in keys(result) if key.startswith("chat_")]


@pytest.mark.parametrize(
    "text",
    [
        "14:01 " + "a " * 100_000 + ":\n",
        "a " * 150 + "\n14:44\n" + "b by " * 100_000 + "\n14:45\n45\n",
        ("14:01:02 A: " + '"' * 5_000 + "\n") * 20,
        "[14:44] " + "x" * 100_000 + "\n",
    ],
)
def test_a_line_without_end_ends_like_a_short_one(text: str, tmp_path: Path) -> None:
    assert keys(one(tmp_path, text * 2))

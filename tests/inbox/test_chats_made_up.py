"""Whatever is said in a chat, the last valid number of a sender is the score, and every other line is accounted for."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.findings import Finding, Place
from pipeline.inbox.chat_scores import chat_scores
from pipeline.inbox.chat_shapes import chat_in
from pipeline.language.catalogue import catalogues

NAMES = (
    "Fatima el Amrani",
    "Jan van den Berg",
    "Van Dijk, Piet",
    "Wei Chen",
    "Ayşe Yıldız",
    "Kwame Boateng",
    "Radjesh Ramdin-Pengel",
    "Jürgen Groß",
    "An Thi Le",
    "Łukasz Żółć",
    "Dewi Lestari (zij/haar)",
    "Siân O’Neill",
    "محمد العلي",
    "李伟明",
    "KTM-473",
    "Lieve Claes | Zuid",
)
SCORES = ("{}", "{} punten", "{}/100", "totaal {}", "Total: {}", "ik heb {}", "{} Punkte!", "mijn score is {}")
NUMBERS = ("7", "-5", "1e9", "tot 14:30", "om 15 uur", "5 minuten pauze", "ik heb 3 kinderen", "45?", "999", "10 + 5")
TALK = (
    "hoi allemaal",
    "ja precies: dat dacht ik ook",
    "to be or not to be",
    "wat een dag!",
    "\N{THUMBS UP SIGN}",
    "R&D <HR>",
)
ASIDE = (
    'Reacted to "45" with \N{THUMBS UP SIGN}',
    'Removed a \N{THUMBS UP SIGN} reaction from "50"',
    'Antwoorden op "20"',
)


@dataclass(frozen=True)
class Said:
    sender: str
    kind: str
    text: str
    number: int | None = None
    private: bool = False


@st.composite
def said(draw: st.DrawFn) -> Said:
    kind = draw(st.sampled_from(["score", "number", "talk", "aside"]))
    sender, private = draw(st.sampled_from(NAMES)), draw(st.integers(0, 5)) == 0
    if kind == "score":
        number = 5 * draw(st.integers(0, 20))
        return Said(sender, kind, draw(st.sampled_from(SCORES)).format(number), number, private)
    return Said(
        sender, kind, draw(st.sampled_from({"number": NUMBERS, "talk": TALK, "aside": ASIDE}[kind])), None, private
    )


def clock(number: int) -> str:
    return f"14:{number // 60:02d}:{number % 60:02d}"


def newer(messages: Sequence[Said], words: tuple[str, str, str]) -> str:
    begin, to, everyone = words
    told = [(one, "Host Ama(x)" if one.private else everyone) for one in messages]
    return "".join(
        f"{clock(n)} {begin} {one.sender} {to} {whom}:\n\t{one.text}\n" for n, (one, whom) in enumerate(told)
    )


def older(messages: Sequence[Said], words: tuple[str, str, str]) -> str:
    begin, to, everyone = words
    told = [(one, "Host Ama" if one.private else everyone) for one in messages]
    return "".join(
        f"{clock(n)}\t {begin}  {one.sender}  {to}  {whom} : {one.text}\n" for n, (one, whom) in enumerate(told)
    )


def cloud(messages: Sequence[Said], words: tuple[str, str, str]) -> str:
    del words
    return "".join(f"00:{n // 60:02d}:{n % 60:02d}\t{one.sender}:\t{one.text}\n" for n, one in enumerate(messages))


def bracketed(messages: Sequence[Said], words: tuple[str, str, str]) -> str:
    del words
    return "".join(f"[{9 + n // 60}:{n % 60:02d}] {one.sender}\n{one.text}\n" for n, one in enumerate(messages))


SHAPES = (newer, older, cloud, bracketed)
LANGUAGES = (("Van", "aan", "Iedereen"), ("From", "to", "Everyone"), ("Von", "an", "Alle"))


def listed(finding: Finding) -> set[int]:
    """The lines that a finding names."""
    found = {finding.place.line}
    ranges = finding.values.get("lines", ())
    assert isinstance(ranges, tuple)
    for text in map(str, ranges):
        first, _, last = text.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found


@settings(max_examples=250, deadline=None)
@given(
    st.lists(said(), min_size=2, max_size=40),
    st.sampled_from(SHAPES),
    st.sampled_from(LANGUAGES),
)
def test_the_last_valid_number_of_a_sender_counts_and_no_line_is_lost(
    messages: list[Said], shape: object, words: tuple[str, str, str]
) -> None:
    told = shape in {newer, older}
    messages = [one for one in messages if told or not one.private]
    public = [one for one in messages if not one.private]
    assert callable(shape)
    chat = chat_in(shape(messages, words)) if len(messages) > 1 and public else None
    if chat is None:
        assert not public or len(messages) < 2
        return
    raw, findings = chat_scores(Place("inbox/chat.txt"), chat)
    expected = {one.sender: one.number for one in public if one.number is not None}
    assert {row.who[0].reveal(): row.total for row in (raw.rows if raw else ())} == expected
    by_key = {key: [f for f in findings if f.key == key] for key in {f.key for f in findings}}
    per_message = 1 if shape in {older, cloud} else 2
    at = {
        one_kind: {
            n * per_message + per_message for n, one in enumerate(messages) if not one.private and one.kind == one_kind
        }
        for one_kind in ("number", "talk")
    }
    numbers = by_key.get("chat_number", []) + by_key.get("chat_numbers", [])
    assert set().union(*map(listed, numbers), set()) == at["number"]
    talk = set().union(*map(listed, by_key.get("chat_talk", [])), set())
    assert at["talk"] <= talk
    assert not talk & at["number"]
    counts = {
        key: by_key[key][0].values["count"] if key in by_key else 0
        for key in ("chat_private", "chat_aside", "chat_talk")
    }
    assert counts == {
        "chat_private": sum(one.private for one in messages),
        "chat_aside": sum(one.kind == "aside" for one in public),
        "chat_talk": sum(one.kind == "talk" for one in public),
    }
    for finding in findings:
        for words_of in catalogues():
            shown = words_of.problem(finding) + words_of.remedy(finding)
            assert not [name for name in NAMES if name in shown]


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list('0123456789:.[]\t\n "“”>-–,;/abVanFromto\N{THUMBS UP SIGN}é')), max_size=400)
)
def test_no_text_is_too_odd(text: str) -> None:
    chat = chat_in(text)
    if chat is not None:
        chat_scores(Place("inbox/x.txt"), chat)

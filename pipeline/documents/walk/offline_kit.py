"""The Power Walk on the spot, on paper: statements to read aloud, and a card to count one's steps on (G19, M51-M53)."""

from pipeline.documents.contents import Heading, Page, Points
from pipeline.documents.walk.card_sheets import Boxes, CardSheet, OnAPage, PaperCard, Sentence, filling_pages
from pipeline.documents.wordings import statement_in_words
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import INTRO, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear

FEWEST_CARDS = 8


def statement_cards(year: TeamYear, words: Catalogue) -> CardSheet | None:
    """A card for each statement; None unless the introductory session is on the spot (G20)."""
    if not _is_on_the_spot(year):
        return None
    statements = year.statements or EXAMPLES
    cards = tuple(
        PaperCard(
            words.say("cards.statement.heading", number=number, count=len(statements)),
            _sentence(year, statement, words),
            words.say(f"cards.statement.{'plain' if statement.advantage_if_applies else 'reversed'}"),
        )
        for number, statement in enumerate(statements, 1)
    )
    return CardSheet(_guide(year, words, "statement", len(cards)), cards, OnAPage.TWO)


def _sentence(year: TeamYear, statement: Statement, words: Catalogue) -> Sentence:
    """The statement; one that counts the other way round bears a mark (G24)."""
    walker = "oneself" if _programme(year).walk is Walk.ONESELF else "persona"
    text = statement_in_words(statement, words)
    mark = "" if statement.advantage_if_applies else words.say("cards.statement.mark")
    return Sentence(text, words.say(f"cards.statement.question.{walker}"), mark)


def tally_card(year: TeamYear, words: Catalogue) -> CardSheet | None:
    """The same card for everybody, with a box for each statement; None unless the session is on the spot (G20).

    It has no place for a name. A persona code may be filled in where the walk shows codes at all (M65, G22).
    """
    if not _is_on_the_spot(year):
        return None
    number = filling_pages(max(FEWEST_CARDS, len(year.participants)), OnAPage.FOUR)
    return CardSheet(_guide(year, words, "tally", number), (_tally(year, words),) * number, OnAPage.FOUR)


def _tally(year: TeamYear, words: Catalogue) -> PaperCard:
    statements = year.statements or EXAMPLES
    blanks = [words.say("cards.tally.total", highest=len(statements))]
    if _programme(year).walk is Walk.PERSONA:
        blanks.append(words.say("cards.tally.code"))
    boxes = Boxes(
        words.say("cards.tally.instruction"),
        tuple(str(number) for number in range(1, len(statements) + 1)),
        tuple(blanks),
    )
    return PaperCard(words.say("cards.tally.heading"), boxes, words.say("cards.tally.foot"))


def _guide(year: TeamYear, words: Catalogue, kind: str, number: int) -> Page:
    reverse = any(not statement.advantage_if_applies for statement in year.statements or ())
    return Page(
        title=words.say(f"cards.{kind}.title"),
        language=words.language,
        blocks=(
            Heading(words.say("cards.print.title")),
            Points(words.many("cards.print.points", cards=number)),
            Heading(words.say(f"cards.{kind}.use.title")),
            Points(
                (
                    *words.many(f"cards.{kind}.use.points"),
                    *((words.say(f"cards.{kind}.use.reversed"),) if reverse else ()),
                )
            ),
        ),
        subtitle=words.say(f"cards.{kind}.subtitle"),
        footer=" · ".join(part for part in (words.say("programme.name"), _programme(year).team) if part),
    )


def _programme(year: TeamYear) -> Programme:
    return year.programme or Programme()


def _is_on_the_spot(year: TeamYear) -> bool:
    meeting = _programme(year).meeting(INTRO)
    return meeting is not None and meeting.mode is Mode.OFFLINE

"""Persona cards to print, for who comes to the Power Walk without a persona (M50, M66-M69)."""

from pipeline.documents.contents import Heading, Page, Points
from pipeline.documents.walk.card_sheets import CardSheet, Line, Lines, OnAPage, PaperCard, filling_pages
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.personas import SHIPPED, Persona, PersonaAspect, drawn
from pipeline.ttr.programme import Programme, Walk
from pipeline.ttr.records import TeamYear

FEWEST_CARDS = 8


def persona_cards(year: TeamYear, words: Catalogue) -> CardSheet | None:
    """The cards of this academic year; None for a walk as oneself, and when no text is left to put on a card.

    There are as many as participants, and at least eight: some come unprepared, nobody knows how many, and whoever
    draws a card that is too much like oneself draws another. The academic year alone decides the draw, so that it
    depends on no person, and cards that were printed stay true when somebody else signs up.
    """
    programme = year.programme or Programme()
    if programme.walk is Walk.ONESELF:
        return None
    number = filling_pages(max(FEWEST_CARDS, len(year.participants)), OnAPage.FOUR)
    aspects = SHIPPED if year.aspects is None else year.aspects
    personas = drawn(aspects, number, (programme.academic_year or "").encode())
    if not personas:
        return None
    cards = tuple(_card(persona, number, words) for number, persona in enumerate(personas, 1))
    return CardSheet(_guide(programme, number, words), cards, OnAPage.FOUR)


def _card(persona: Persona, number: int, words: Catalogue) -> PaperCard:
    lines = tuple(Line(words.say(f"choices.aspect.{one.aspect}"), _wording(one, words)) for one in persona)
    return PaperCard(words.say("cards.persona.heading", number=number), Lines(lines), words.say("cards.persona.foot"))


def _wording(aspect: PersonaAspect, words: Catalogue) -> str:
    if aspect.text is not None:
        return aspect.text
    return words.say(f"personas.value.{aspect.aspect}.{aspect.key}")


def _guide(programme: Programme, number: int, words: Catalogue) -> Page:
    return Page(
        title=words.say("cards.persona.title"),
        language=words.language,
        blocks=(
            Heading(words.say("cards.print.title")),
            Points(words.many("cards.print.points", cards=number)),
            Heading(words.say("cards.persona.use.title")),
            Points(words.many("cards.persona.use.points")),
        ),
        subtitle=words.say("cards.persona.subtitle"),
        footer=" · ".join(part for part in (words.say("programme.name"), programme.team) if part),
    )

"""The three case forms of the invented team, each as it comes back another way: `python -m tests.case_forms`.

One was filled in with Word, one was opened and saved with LibreOffice, one was pasted into an empty document. Everybody
in them is invented. What LibreOffice saves differs from run to run, so that file is kept; the others are made again.
"""

import io
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from pipeline.forms.case import CASE
from pipeline.forms.questions import Choice
from pipeline.language.catalogue import catalogue
from pipeline.outbox.forms.document import form_document
from pipeline.outbox.normalising import normalised
from tests.office.tools import require

FOLDER = Path(__file__).parent.parent / "inbox" / "sample"
WHOLE, SAVED, PASTED = "casus-1.docx", "casus-2.docx", "casus-3.docx"
_TIME_LIMIT = 120

Told = Mapping[str, Mapping[str, str]]

GROUP_APP: Told = {
    "about": {"kind": "student", "first_year": "yes", "origin": "own", "author": "mentor"},
    "case": {
        "problem": (
            "Bij het project van blok 2 zijn de groepjes geloot. Bilal kwam bij Daan Postma, Fleur en Gülay. De"
            " eerste week ging het goed. Daarna bleken Daan en Fleur een eigen groepsapp te hebben waar Bilal niet"
            " in zat. Op dinsdag hoorde hij in lokaal B1.22 dat het onderwerp al was gekozen, en als hij iets"
            " voorstelde, was het al gedaan. Bij de tussenbeoordeling stond zijn naam niet eens op het verslag."
            " Hij dacht eerst nog dat het een vergissing was."
        ),
        "involved": (
            "Bilal Achahbar, eerstejaars, komt van het mbo en reist elke dag anderhalf uur. Daan Postma en Fleur"
            " de Wit kenden elkaar al van de havo. Gülay Şimşek zat er een beetje tussenin. Joost van der Meer was"
            " hun projectbegeleider. Ik ben de mentor van deze klas en hoorde het van Bilal zelf, en later ook van"
            " Gülay."
        ),
        "teacher": (
            "Joost zag dat Bilal stil was in het overleg en vroeg of alles goed ging. Bilal zei van wel. Een week"
            " later mailde hij toch (vanaf b.achahbar@student.waterstad.example, ik heb de mail gelezen). Meneer"
            " Van der Meer antwoordde dat samenwerken ook een leerdoel is en dat ze er eerst zelf uit moesten"
            " komen.\n"
            "Na de tussenbeoordeling heeft hij het hele groepje bij elkaar geroepen en iedereen apart gevraagd"
            " wat die had gedaan. Daar schrok Joost zelf ook van."
        ),
        "student": (
            "Bilal trok zich steeds meer terug. Hij kwam nog wel naar de lessen, maar in de pauzes zat hij alleen"
            " in de bibliotheek. In het groepje zei hij niets meer. Thuis vertelde hij het niet. Tegen mij zei"
            " hij: ze denken toch dat ik het niet kan, omdat ik van het mbo kom. Eind november dacht hij erover om"
            " te stoppen."
        ),
        "others": (
            "Gülay heeft Bilal aan de app toegevoegd toen ze merkte dat hij er niet in zat. Daan vond dat"
            " overdreven, er was volgens hem niks aan de hand. Fleur heeft later sorry gezegd. De rest van de klas"
            " had het wel door, maar niemand zei er wat van. Het was Bilals oudere zus Naima die hem overhaalde om"
            " naar mij te gaan."
        ),
        "belonging": (
            "Bilal had het gevoel dat hij te gast was in zijn eigen groepje. Hij ging twijfelen of hij wel op een"
            " hogeschool hoorde, terwijl zijn cijfers goed waren. Na het gesprek met Joost ging het iets beter,"
            " maar hij kiest nu liever opdrachten die hij alleen kan doen. Gülay zegt dat zij er ook minder zin in"
            " heeft."
        ),
    },
    "people": {
        "students": "Bilal Achahbar\nGülay Şimşek\nDaan Postma\nFleur de Wit",
        "teachers": "Joost van der Meer (meneer Van der Meer)",
        "others": "Naima, de zus van Bilal",
        "consent": "given",
    },
}

UPBRINGING: Told = {
    "about": {"kind": "both", "first_year": "yes", "origin": "own", "author": "mentor"},
    "case": {
        "problem": (
            "Jaylinn Croes is deze zomer van Aruba gekomen om hier te studeren. In de werkgroep van mevrouw"
            " Claeys ging het op 12 oktober over opvoeden. Jaylinn vertelde hoe het bij haar thuis gaat, met haar"
            " oma en twee tantes erbij. Een jongen, Thom, riep dat het dan wel een probleemgezin leek. Een paar"
            " mensen lachten. Daarna ging de les gewoon door, alsof er niets was gezegd."
        ),
        "involved": (
            "Jaylinn, achttien, woont op kamers en kent hier nog bijna niemand. Thom Verbeke, die vaak als eerste"
            " iets roept. Lieselot Claeys gaf de les. Shurendy Martina is de studiebegeleider van Jaylinn. Zelf"
            " was ik er niet bij; Soraya Kartosen, die naast Jaylinn zat, heeft het me verteld."
        ),
        "teacher": (
            "Lieselot zei: dank je wel Jaylinn, mooi voorbeeld uit een andere cultuur. En toen kwam de volgende"
            " dia. Later vertelde ze me dat ze wel voelde dat het niet goed zat. Met dertig studenten en nog tien"
            " minuten wist ze niet hoe ze het moest aanpakken, en ze was bang om het erger te maken. Shurendy"
            " heeft Jaylinn een week later uitgenodigd en gevraagd wat ze nodig had."
        ),
        "student": (
            "Jaylinn lachte eerst mee, zei Soraya. Daarna heeft ze de hele les niets meer gezegd. De twee weken"
            " erna was ze er niet. Ze appte mij dat ze ziek was, maar later zei ze dat ze geen zin had om weer het"
            " meisje van het eiland te zijn. Als het nu over thuis gaat, houdt ze het algemeen."
        ),
        "others": (
            "Soraya heeft na de les tegen Thom gezegd dat het niet kon. Thom zei dat het een grapje was en dat"
            " Jaylinn zelf ook lachte. De anderen pakten hun tas in. Dewi Pattiasina, die de parallelgroep heeft,"
            " hoorde het in de docentenkamer en heeft het onderwerp in haar eigen les anders ingeleid."
        ),
        "belonging": (
            "Voor Jaylinn werd wat gewoon is bij haar thuis opeens iets raars. Ze voelde zich een voorbeeld in"
            " plaats van een student. Ze zegt dat ze bij Shurendy zichzelf kan zijn, omdat die de eilanden kent,"
            " maar dat ze dat in de klas nog niet durft."
        ),
    },
    "people": {
        "students": "Jaylinn Croes, Thom Verbeke, Soraya Kartosen",
        "teachers": "Lieselot Claeys, Shurendy Martina, Dewi Pattiasina",
        "consent": "untraceable",
    },
}

LANGUAGE_MARKS: Told = {
    "about": {"kind": "teacher", "first_year": "yes", "origin": "own", "author": "teacher"},
    "case": {
        "problem": (
            "Ik kijk de reflectieverslagen van klas 1C na. Zuzanna Kowalczyk schrijft heel goed over haar stage"
            " in het buurthuis, misschien wel het beste verslag van de klas. Maar er zitten veel taalfouten in."
            " Volgens het formulier moet ik er dan drie punten af doen en is het onvoldoende. Het voelt alsof ik"
            " haar afreken op het feit dat zij pas vier jaar Nederlands spreekt. Doe ik het niet, dan is het"
            " oneerlijk voor de rest."
        ),
        "involved": (
            "Zuzanna, die uit Polen komt en naast haar studie in een hotel werkt. Wei Chen, die in dezelfde klas"
            " zit en met hetzelfde worstelt. Mijn collega's Jürgen Großmann en Agnieszka Wójcik, die ook nakijken."
            " En ikzelf, Radjesh."
        ),
        "teacher": (
            "Ik heb het in het overleg van week 47 voorgelegd. Jürgen vindt dat regels regels zijn: in het"
            " werkveld moet je ook foutloos rapporteren. Agnieszka vertelde dat zij vroeger precies zo'n"
            " onvoldoende heeft gehad, en dat ze daarna een jaar lang zo kort mogelijk schreef. Ik heb"
            " uiteindelijk het cijfer uitgesteld en Zuzanna gevraagd om langs te komen. Een besluit heb ik nog"
            " steeds niet genomen."
        ),
        "student": (
            "Zuzanna kwam met een uitgeprint verslag vol gele strepen. Ze had alles al door een programma"
            " gehaald. Ze zei dat ze het begreep als het niet goed genoeg was, en vroeg alleen of ik ook naar de"
            " inhoud had gekeken. Zuza, zoals ze zich noemt, bood zelf aan om het over te doen."
        ),
        "others": (
            "Wei Chen hoorde ervan en vroeg of hij zijn verslag nog mocht terughalen. Een paar studenten zeiden"
            " dat het niet eerlijk is als de een wel punten verliest en de ander niet. Harriet Whitfield van de"
            " ondersteuning wees op de schrijfhulp, maar die zit tot januari vol."
        ),
        "belonging": (
            "Ik denk dat Zuzanna vooral leert dat haar taal een gebrek is, en niet dat ze iets te vertellen"
            " heeft. Ze zit bij de groepsopdrachten nu altijd aan de kant van de plaatjes en de opmaak. Schrijven"
            " laat ze aan anderen over. En ik merk dat ik zelf minder graag nakijk."
        ),
    },
    "people": {
        "students": "Zuzanna Kowalczyk (Zuza) en Wei Chen",
        "teachers": "Jürgen, Agnieszka, ikzelf (Radjesh Ramdin)",
        "others": "Harriet Whitfield",
        "consent": "given",
    },
}


def whole(told: Told = GROUP_APP, language: str = "nl") -> bytes:
    """The form filled in with Word: every control, and the part they are bound to."""
    return form_document(CASE, catalogue(language), {sheet: [answers] for sheet, answers in told.items()})


def saved_by_libreoffice(content: bytes) -> bytes:
    """The form opened and saved as a Word document by LibreOffice."""
    with TemporaryDirectory() as folder:
        typed, profile = Path(folder) / "form.docx", Path(folder) / "profile"
        typed.write_bytes(content)
        program = [require("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to"]
        command = [*program, "docx:MS Word 2007 XML", "--outdir", f"{folder}/saved", str(typed)]
        subprocess.run(command, capture_output=True, timeout=_TIME_LIMIT, check=True)
        return (Path(folder) / "saved" / typed.name).read_bytes()


def pasted(told: Told = LANGUAGE_MARKS, language: str = "nl") -> bytes:
    """What is left when the questions and answers are pasted into an empty document."""
    document = docx.Document()
    rows = list(_in_words(told, language))
    table = document.add_table(len(rows), 2)
    for row, (question, answer) in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, (question, answer), strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return normalised(target.getvalue(), title="", language=language)


def files() -> dict[str, bytes]:
    """The three forms, by file name."""
    return {WHOLE: whole(), SAVED: (FOLDER / SAVED).read_bytes(), PASTED: pasted()}


def _in_words(told: Told, language: str) -> list[tuple[str, str]]:
    words = catalogue(language)
    rows = []
    for sheet in CASE.sheets:
        for question in sheet.questions:
            answer, kind = told[sheet.key].get(question.key, ""), question.kind
            if isinstance(kind, Choice):
                answer = words.say(f"choices.{kind.group}.{answer}")
            rows.append((words.say(f"forms.case.{sheet.key}.{question.key}.label"), answer))
    return rows


if __name__ == "__main__":
    (FOLDER / SAVED).write_bytes(saved_by_libreoffice(whole(UPBRINGING)))
    for name, content in files().items():
        (FOLDER / name).write_bytes(content)

"""What came of the first two follow-ups of the invented team, and its action points, in Dutch."""

FIRST = {
    "inventory": (
        "Vijf collega's hebben in de eerste weken met alle studenten van hun groep een kort gesprek gevoerd. Dat"
        " leverde veel op: studenten laten het nu eerder weten als er iets is. Twee docenten openden een les met"
        " een verhaal uit hun eigen eerste studiejaar, en daarna werd er meer gevraagd. In de hoorcolleges lukt het"
        " nog niet om de namen te leren. De studiebegeleiders merken dat een kwartier eigenlijk te kort is voor een"
        " eerste gesprek."
    ),
    "reflection": (
        "In deze casus stond een student buiten de groep, en ook buiten het gesprek dat de anderen online voerden."
        " De begeleider merkte de stilte wel op, maar nam genoegen met het eerste antwoord. Dat herkenden we:"
        " samenwerken is een leerdoel, en dan laten we groepjes al snel zelf zwemmen. Vooral onze tweede voorwaarde"
        " ontbrak. Dat de student naar een mentor durfde te gaan, laat zien dat de eerste er wel was. Wat hielp,"
        " was iedereen apart vragen naar het eigen aandeel."
    ),
    "strategies": (
        "Loten is niet langer vanzelfsprekend: we stellen de groepjes zelf samen en leggen uit hoe. In de eerste"
        " bijeenkomst spreekt elk groepje af hoe het werkt, en ook in welke app het overlegt. Halverwege vragen we"
        " iedereen apart hoe het loopt, nog voordat er iets wordt beoordeeld. En zegt een student dat het wel gaat,"
        " dan vragen we nog een keer door."
    ),
}

FIRST_POINTS = (
    {
        "what": (
            "Een leidraad schrijven voor de eerste bijeenkomst van een projectgroepje, met afspraken over overleg"
            " en groepsapp"
        ),
        "who": "projectbegeleiders",
    },
    {
        "what": "Halverwege het volgende project alle studenten apart vragen hoe het samenwerken gaat",
        "who": "projectbegeleiders",
    },
    {
        "what": "In de projecthandleiding zetten dat we de groepjes zelf samenstellen, en waarom",
        "who": "blokteam",
    },
)

ADDED_POINT = {
    "what": "De afspraken over samenwerken ook op de startpagina van het project zetten",
    "who": "teamleider",
}

SECOND = {
    "inventory": (
        "De leidraad voor de eerste bijeenkomst is klaar en in drie groepjes uitgeprobeerd; studenten vonden het"
        " eerst wennen en daarna prettig. Het navragen halverwege is begonnen. De projecthandleiding is blijven"
        " liggen, omdat die pas in het voorjaar wordt herzien. In een van de lessen maakten studenten zelf regels"
        " voor de groepsapp en hingen ze die op. De studiebegeleiders horen minder klachten over meeliften."
    ),
    "reflection": (
        "In deze casus werd iets wat voor een student heel gewoon is, in de les opeens bijzonder. De opmerking van"
        " een medestudent deed pijn, maar ook het compliment van de docent, want dat maakte van de student een"
        " voorbeeld. Bijna iedereen kende het moment waarop je voelt dat het misgaat en toch doorgaat, omdat de"
        " tijd dringt of omdat je bang bent het erger te maken. De derde voorwaarde helpt pas als we weten wat we"
        " kunnen zeggen. Er later op terugkomen kan ook."
    ),
    "strategies": (
        "We oefenen een paar zinnen die altijd kunnen, zoals: wacht even, daar wil ik iets over zeggen. Lukt het"
        " niet meteen, dan begint de volgende les ermee. Een gevoelig onderwerp leiden we in met voorbeelden van"
        " onszelf en uit onderzoek, zodat niemand uit het eigen leven hoeft te putten. En we spreken de student"
        " dezelfde dag nog, zonder er een zwaar gesprek van te maken."
    ),
}

SECOND_POINTS = (
    {
        "what": "Een halfuur oefenen met reageren op kwetsende opmerkingen, met een collega die daar training in geeft",
        "who": "teamleiders",
    },
    {
        "what": "De inleiding op gevoelige onderwerpen herschrijven, met voorbeelden uit allerlei soorten gezinnen",
        "who": "docenten van de werkgroepen",
    },
    {
        "what": "De derde voorwaarde opnieuw verwoorden en aan het team voorleggen",
        "who": "teamleiders",
    },
)

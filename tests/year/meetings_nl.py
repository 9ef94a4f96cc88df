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

THIRD = {
    "inventory": (
        "Het halfuur oefenen is geweest en smaakte naar meer: twaalf collega's probeerden hun eigen zinnen uit. De"
        " nieuwe inleiding op gevoelige onderwerpen is in twee lessen gebruikt; studenten vertelden achteraf dat het"
        " minder over henzelf leek te gaan. De derde voorwaarde is opnieuw verwoord en staat in de tweede versie van"
        " ons referentiekader. De projecthandleiding is nu ook aangepast."
    ),
    "reflection": (
        "De situatie was bedacht, maar bijna iedereen had er een echte bij. De regel over te laat komen is er met een"
        " reden, en toch vertelt hij een student met zorg thuis dat er maar één soort leven past. Niemand vroeg wat er"
        " aan de hand was, en de student zei niets omdat er geen moment voor was. De eerste voorwaarde ontbrak, en de"
        " vierde ook: dat we zelf laten zien dat we van elkaar niet alles weten."
    ),
    "strategies": (
        "Bij de derde keer te laat vragen we eerst onder vier ogen wat er speelt, en passen dan pas de regel toe. We"
        " leggen aan het begin van een practicum uit waarom de regel er is en wat kan als het een keer niet lukt. En we"
        " zeggen hardop dat studenten hun verhaal niet hoeven te vertellen om hulp te krijgen."
    ),
}

THIRD_POINTS = (
    {
        "what": "In de studiegids zetten wat een student kan doen als zorg of werk het rooster in de weg zit",
        "who": "blokteam",
    },
    {
        "what": "Met de practicumdocenten afspreken wie na twee keer te laat een kort gesprek voert",
        "who": "studiebegeleiders",
    },
)

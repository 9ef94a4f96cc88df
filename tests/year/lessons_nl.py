"""What the invented team learned in its year, as its year form tells it, in Dutch."""

ABOUT = {
    "academic_year": "2027-2028",
    "recipient": "opleidingsmanager en opleidingscommissie",
    "cases_for_management": "no",
}

LESSONS = {
    "awareness": (
        "We zien sneller wie er in een werkgroep niet meedoet, en we noemen dat niet meer meteen een gebrek aan"
        " motivatie. Een leeg antwoord, een plek achterin of een groepsapp waar iemand buiten valt: dat zijn nu"
        " signalen waar we over doorvragen. Ook ons eigen aandeel valt meer op. Een compliment kan iemand apart"
        " zetten, en loten kan iemand alleen laten staan.\n"
        "In de hoorcolleges zien we nog te weinig; daar blijven studenten voor ons een zaal."
    ),
    "skills": (
        "Groepjes stellen we zelf samen en we vertellen hoe. Halverwege een project vragen we iedereen apart hoe het"
        " gaat, en bij ‘het gaat wel’ vragen we door. Reageren op een kwetsende opmerking lukt de meesten nu binnen"
        " een paar tellen, met zinnen die we hebben geoefend. Lukt het niet, dan begint de volgende les ermee.\n"
        "Lastig blijft het als de opmerking van een collega komt. Daar hebben we nog geen goede zinnen voor."
    ),
    "practice": (
        "De leidraad voor de eerste bijeenkomst van een projectgroepje staat in de handleiding en wordt zonder"
        " aansporing gebruikt. Het korte gesprek met elke student in de eerste weken hoort er voor de"
        " studiebegeleiders gewoon bij. In het teamoverleg vraagt er altijd wel iemand: en wie valt hier buiten?\n"
        "Nog niet gewoon is de nieuwe inleiding op gevoelige onderwerpen. Die is geschreven, maar pas in twee lessen"
        " uitgeprobeerd."
    ),
    "process": (
        "De casussen uit de eigen opleiding werkten het best: daar ging het over ons, en niemand kon zeggen dat het"
        " elders speelde. In kleine groepjes praten voor we plenair gingen, gaf ook de stillere collega's ruimte."
        " Veertig minuten was telkens net te kort; de actiepunten kwamen in de laatste vijf minuten.\n"
        "Volgende keer lezen we de casus vooraf en beginnen we op tijd. Het deel van het team dat op dinsdag niet"
        " werkt, was er te weinig bij."
    ),
    "next_year": (
        "Het nieuwe team kan beginnen met de tweede versie van ons referentiekader en met de actiepunten die nog"
        " open staan. Nieuwe collega's hebben in de eerste weken een gesprek nodig over wat belonging hier betekent,"
        " want uit het papier alleen komt dat niet.\n"
        "Van het management vragen we drie dingen: vier vaste momenten in het jaarrooster, uren voor wie de sessies"
        " voorbereidt, en een training in moeilijke gesprekken met collega's."
    ),
}

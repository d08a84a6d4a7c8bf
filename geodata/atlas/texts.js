"use strict";
// The words of the page, in both languages. Words about the data come with the data.
const TEXTS = {
  nl: {
    otherLanguage: "English", otherLanguageLabel: "Show this page in English",
    skip: "Naar de tabel", about: "Leeswijzer en bronnen", exports: "Bewaren en afdrukken",
    theme: { auto: "Licht of donker", light: "Licht", dark: "Donker" },
    indicator: "Onderwerp", second: "Samen met", none: "niets", level: "Niveau", mode: "Toon",
    view: "Vorm", heat: "Heatmap", search: "Zoek een gebied", searchHint: "naam of code", cities: "Gemeenten",
    modes: { value: "Waarde", deviation: "Afwijking van de mediaan", count: "Aantallen (cirkels)" },
    views: { map: "Kaart", tiles: "Tegels naar inwoners" },
    themes: {
      gelegenheid: "Gelegenheid", weerbaarheid: "Weerbaarheid", context: "Context",
      misdaad: "Geregistreerde criminaliteit", patroon: "Patronen"
    },
    levels: { buurt: "Buurten", wijk: "Wijken", gemeente: "Gemeenten" },
    stamps: {
      synthetic: "SYNTHETISCH", schematic: "schematische grenzen", intern: "INTERN"
    },
    stampMeaning: {
      synthetic: "met verzonnen gegevens", schematic: "de grenzen zijn getekend, niet gemeten",
      intern: "niet voor publicatie", CONCEPT: "nog niet vrijgegeven"
    },
    audience: { openbaar: "openbaar", intern: "intern" },
    peildatum: "peildatum", edition: "indeling", purpose: "Doel",
    legend: "Legenda", number: "aantal", all: "alle",
    states: {
      s: "Onderdrukt, om herleiding te voorkomen", n: "Geen gegevens", f: "Te weinig gegevens",
      0: "Buiten de klassen"
    },
    reason: "Reden", interval: "Tussen", gradeTitle: "Zekerheid",
    reasons: {
      a: "geheim of niet aanwezig volgens de bron", b: "nog niet gepubliceerd", c: "niet meer gepubliceerd op dit niveau",
      d: "heeft hier geen betekenis", e: "niet in de bron"
    },
    sure: { z: "zeker", r: "redelijk zeker", o: "onzeker" },
    unsure: n => `Redelijk zeker: houdt zijn klasse niet altijd als cijfers en keuzes wat anders uitvallen (${n})`,
    wordsSure: (low, high, grade, word) => `Met wat andere cijfers en keuzes ligt het meestal tussen ${low} en ${high}; oordeel ${grade}, ${word}.`,
    wordsReason: reason => `Reden: ${reason}.`,
    parts: "Zo is de score opgebouwd", partsStart: "Een gebied dat op alles in het midden ligt", partsTotal: "Score",
    partsHint: "Wat elk onderdeel aan de score toevoegt of eraf haalt, naast een gebied dat op alles in het midden ligt.",
    partsWords: (name, score, start, up, down) => `${name} scoort ${score}; een gebied dat op alles in het midden ligt heeft ${start}.`
      + (up ? ` Omhoog: ${up}.` : "") + (down ? ` Omlaag: ${down}.` : ""),
    partsNone: "Dit gebied heeft geen score.", weight: "gewicht", and: "en", noNumber: "geen cijfer",
    interpretation: "Wat kenners van dit gebied zeggen",
    showAll: "Alle", showNone: "Geen", doubt: n => `Onzeker: omgezet van andere gebieden, grotendeels verdeeld (${n})`,
    lineNote: "Klik op een regel om die gebieden te verbergen of te tonen.",
    patternNote: "Een patroon zegt waar waarden bijeen liggen of veranderen, niet waarom.",
    legendNote: "Een klasse begint bij haar ondergrens; alleen de laatste telt haar bovengrens mee. De klassen zijn voor alle gemeenten dezelfde.",
    decilesNote: "Verschil met de mediaan van alle gebieden samen",
    area: "Gebied", municipality: "Gemeente", value: "Waarde", klass: "Klasse", code: "Code",
    status: "Waarom geen waarde", deviation: "Verschil met mediaan",
    inhabitants: "Inwoners", tableTitle: "Tabel", tableHint: n => `${n} gebieden. De volgorde is die van de namen; kies een kolomkop voor een andere. Een hogere waarde is geen oordeel over een buurt.`,
    more: n => `Toon alle ${n} gebieden`,
    spread: "Spreiding", spreadHint: "Elke stip is een gebied, elke streep de mediaan van een gemeente. Bovenin: hoeveel gebieden er bij elke waarde horen.",
    detail: "Gekozen gebied",
    detailEmpty: "Kies een gebied op een kaart, in de tabel of met zoeken. Met de pijltjestoetsen loopt u van gebied naar gebied.",
    pin: "Vastzetten om te vergelijken", unpin: "Losmaken", clear: "Sluiten", compare: "Vergelijking",
    profile: "Alle onderwerpen op dit niveau", median: "mediaan",
    says: "Wat het getal zegt", saysNot: "Wat het niet zegt", caveats: "Let op",
    source: "Bron", sources: "Bronnen", converted: "Omgezet van",
    grades: { a: "geheel", b: "goed", c: "matig", d: "zwak", e: "geen" }, grade: "zekerheid van de omzetting",
    zoomIn: "Dichterbij", zoomOut: "Verder weg", zoomReset: "Alles", zoom: "Alle kaarten samen",
    hint: "Alle kaarten staan op dezelfde schaal. Wijs een gebied aan, klik om het vast te houden.",
    mapLabel: (city, n) => `Kaart van ${city}, ${n} gebieden. Pijltjestoetsen lopen van gebied naar gebied, Enter kiest, plus en min zoomen.`,
    noValues: "Er is geen enkele waarde om te tonen. Kies een ander onderwerp of een ander niveau.",
    noIndicators: "Deze studie heeft geen kaarten.",
    noCities: "Er is geen gemeente gekozen.",
    noCounts: "Van dit onderwerp zijn geen aantallen gepubliceerd; de waarden staan er.",
    noTiles: "Van dit niveau zijn de aantallen inwoners niet bekend; de kaart staat er.",
    uninhabited: "zonder inwoners",
    guide: "Deze atlas laat een patroon zien, geen oordeel. Een hoge waarde zegt iets over omstandigheden of registraties in een gebied, niet over de mensen die er wonen.",
    guideTitle: "Zo leest u deze atlas",
    guideLines: [
      "Alle gemeenten staan op één schaal, in dezelfde klassen en kleuren. Zo is te zien waar waarden op elkaar lijken en waar niet.",
      "Grijs met een streep of stip is geen nul. Onderdrukt betekent: er is een getal, maar het zou iets over enkele mensen of bedrijven kunnen verraden. Geen gegevens betekent: de bron zwijgt.",
      "Kleine gebieden met weinig inwoners schieten snel omhoog of omlaag. Kijk ook naar de teller en de noemer van een gebied.",
      "Grote gebieden trekken het oog, ook als er niemand woont. De vorm met tegels geeft elk gebied ruimte naar het aantal inwoners.",
      "Registraties volgen ook waar gecontroleerd en gemeld wordt. Een patroon is een begin van een gesprek met mensen die het gebied kennen."
    ],
    inputs: "Gebruikte bestanden", role: "rol", file: "bestand", sha: "SHA-256",
    exportTitle: "Bewaren en afdrukken", savePNG: "Beeld als PNG", saveSVG: "Beeld als SVG",
    saveCSV: "Tabel als CSV", printAll: "Druk af: alle gemeenten op één blad",
    printEach: "Druk af: elke gemeente op een blad", copyLink: "De adresregel onthoudt wat u nu ziet; bewaar of deel die.",
    close: "Sluiten", found: n => n === 1 ? "1 gebied gevonden" : `${n} gebieden gevonden`,
    notFound: "Niets gevonden",
    flags: {
      stigmatising: "Kan een gebied een stempel geven; gebruik met zorg.",
      modelled: "Geschat met een model, niet geteld.",
      police_generated: "Volgt ook het werk van de politie.",
      ongeverifieerd: "Er is nog geen echt bestand met deze kolommen gezien."
    },
    inClass: (n, of, label) => `Dat valt in klasse ${n} van ${of}: ${label}.`,
    wordsValue: (area, city, value, unit) => `${area} in ${city}: ${value} ${unit}.`,
    wordsParts: (above, below) => `Het is ${above} op ${below}.`,
    wordsMedian: (city, own, all) => `De mediaan van ${city} is ${own}, die van alle getoonde gemeenten ${all}.`,
    wordsState: {
      s: "Er is een getal, maar het wordt niet getoond: het zou tot enkele gevallen te herleiden zijn.",
      n: "De bron heeft voor dit gebied geen getal.",
      f: "Er is te weinig om op te varen: een kleine noemer, of alleen grenzen zijn bekend."
    },
    wordsBounds: (low, high) => `Bekend is alleen dat het tussen ${low} en ${high} ligt.`,
    axis: ["laag", "midden", "hoog"], bivariate: "Twee onderwerpen samen",
    bivariateNote: "Elk van beide is verdeeld in drie even grote groepen over alle gemeenten samen. Samen voorkomen is geen oorzaak.",
    circles: "Oppervlak van de cirkel: het gepubliceerde aantal; kleur: de klasse van de waarde", people: "inwoners",
    kilometre: "km", exportedFrom: "Uit de atlas van"
  },
  en: {
    otherLanguage: "Nederlands", otherLanguageLabel: "Toon deze pagina in het Nederlands",
    skip: "To the table", about: "Reading guide and sources", exports: "Save and print",
    theme: { auto: "Light or dark", light: "Light", dark: "Dark" },
    indicator: "Subject", second: "Together with", none: "nothing", level: "Level", mode: "Show",
    view: "Form", heat: "Heatmap", search: "Find an area", searchHint: "name or code", cities: "Municipalities",
    modes: { value: "Value", deviation: "Deviation from the median", count: "Counts (circles)" },
    views: { map: "Map", tiles: "Tiles by inhabitants" },
    themes: {
      gelegenheid: "Opportunity", weerbaarheid: "Resilience", context: "Context",
      misdaad: "Recorded crime", patroon: "Patterns"
    },
    levels: { buurt: "Neighbourhoods (buurten)", wijk: "Districts (wijken)", gemeente: "Municipalities" },
    stamps: { synthetic: "SYNTHETIC", schematic: "schematic boundaries", intern: "INTERNAL" },
    stampMeaning: {
      synthetic: "with made-up data", schematic: "boundaries are drawn, not surveyed",
      intern: "not for publication", CONCEPT: "draft, not released yet"
    },
    audience: { openbaar: "public", intern: "internal" },
    peildatum: "reference date", edition: "areas of", purpose: "Purpose",
    legend: "Legend", number: "number", all: "all",
    states: {
      s: "Suppressed, to prevent disclosure", n: "No data", f: "Too few data", 0: "Outside the classes"
    },
    reason: "Reason", interval: "Between", gradeTitle: "Certainty",
    reasons: {
      a: "secret or not present, by its source", b: "not yet published", c: "no longer published at this level",
      d: "has no meaning here", e: "not in the source"
    },
    sure: { z: "sure", r: "fairly sure", o: "not sure" },
    unsure: n => `Fairly sure: does not always keep its class when figures and choices differ a little (${n})`,
    wordsSure: (low, high, grade, word) => `With somewhat other figures and choices it mostly lies between ${low} and ${high}; grade ${grade}, ${word}.`,
    wordsReason: reason => `Reason: ${reason}.`,
    parts: "What the score is made of", partsStart: "An area in the middle on everything", partsTotal: "Score",
    partsHint: "What each part adds to the score or takes off, beside an area in the middle on everything.",
    partsWords: (name, score, start, up, down) => `${name} scores ${score}; an area in the middle on everything has ${start}.`
      + (up ? ` Up: ${up}.` : "") + (down ? ` Down: ${down}.` : ""),
    partsNone: "This area has no score.", weight: "weight", and: "and", noNumber: "no number",
    interpretation: "What those who know this area say",
    showAll: "All", showNone: "None", doubt: n => `Not sure: converted from other areas that were mostly divided (${n})`,
    lineNote: "Choose a line to hide or show its areas.",
    patternNote: "A pattern says where values lie together or change, not why.",
    legendNote: "A class begins at its lower edge; only the last one includes its upper edge. The classes are the same for all municipalities.",
    decilesNote: "Difference from the median of all areas together",
    area: "Area", municipality: "Municipality", value: "Value", klass: "Class", code: "Code",
    status: "Why there is no value", deviation: "Difference from median",
    inhabitants: "Inhabitants", tableTitle: "Table", tableHint: n => `${n} areas, in the order of their names; choose a heading for another order. A higher value is no verdict on a neighbourhood.`,
    more: n => `Show all ${n} areas`,
    spread: "Spread", spreadHint: "Each dot is an area, each bar the median of a municipality. On top: how many areas there are at each value.",
    detail: "Chosen area",
    detailEmpty: "Choose an area on a map, in the table or by search. Arrow keys walk from area to area.",
    pin: "Pin to compare", unpin: "Unpin", clear: "Close", compare: "Comparison",
    profile: "All subjects at this level", median: "median",
    says: "What the number says", saysNot: "What it does not say", caveats: "Mind",
    source: "Source", sources: "Sources", converted: "Converted from",
    grades: { a: "whole", b: "good", c: "fair", d: "weak", e: "none" }, grade: "certainty of the conversion",
    zoomIn: "Closer", zoomOut: "Further away", zoomReset: "All", zoom: "All maps together",
    hint: "All maps are at the same scale. Point at an area, click to keep it.",
    mapLabel: (city, n) => `Map of ${city}, ${n} areas. Arrow keys walk from area to area, Enter chooses, plus and minus zoom.`,
    noValues: "There is no value at all to show. Choose another subject or another level.",
    noIndicators: "This study has no maps.",
    noCities: "No municipality is chosen.",
    noCounts: "No counts are published for this subject; values are shown.",
    noTiles: "The numbers of inhabitants are not known at this level; the map is shown.",
    uninhabited: "uninhabited",
    guide: "This atlas shows a pattern, not a verdict. A high value says something about conditions or records in an area, not about the people who live there.",
    guideTitle: "How to read this atlas",
    guideLines: [
      "All municipalities are at one scale, in the same classes and colours, so that one can see where values are alike and where they are not.",
      "Grey with lines or dots is not zero. Suppressed means: there is a number, but it could give away something about a few people or firms. No data means: the source is silent.",
      "Small areas with few inhabitants go up and down easily. Look at the numbers above and below the line as well.",
      "Large areas draw the eye, also where nobody lives. Tiles give each area room by its number of inhabitants.",
      "Records also follow where people check and report. A pattern is the beginning of a conversation with those who know the area."
    ],
    inputs: "Files that went in", role: "role", file: "file", sha: "SHA-256",
    exportTitle: "Save and print", savePNG: "Picture as PNG", saveSVG: "Picture as SVG",
    saveCSV: "Table as CSV", printAll: "Print: all municipalities on one sheet",
    printEach: "Print: each municipality on a sheet", copyLink: "The address bar remembers what you see now; keep or share it.",
    close: "Close", found: n => n === 1 ? "1 area found" : `${n} areas found`,
    notFound: "Nothing found",
    flags: {
      stigmatising: "May put a stain on an area; use with care.",
      modelled: "Estimated by a model, not counted.",
      police_generated: "Also follows the work of the police.",
      ongeverifieerd: "No real file with these columns has been seen yet."
    },
    inClass: (n, of, label) => `That is class ${n} of ${of}: ${label}.`,
    wordsValue: (area, city, value, unit) => `${area} in ${city}: ${value} ${unit}.`,
    wordsParts: (above, below) => `That is ${above} on ${below}.`,
    wordsMedian: (city, own, all) => `The median of ${city} is ${own}, that of all municipalities shown ${all}.`,
    wordsState: {
      s: "There is a number, but it is not shown: it could be traced to a few cases.",
      n: "The source has no number for this area.",
      f: "There is too little to go by: a small denominator, or only bounds are known."
    },
    wordsBounds: (low, high) => `All that is known is that it lies between ${low} and ${high}.`,
    axis: ["low", "middle", "high"], bivariate: "Two subjects together",
    bivariateNote: "Each of the two is divided into three groups of equal size over all municipalities together. Occurring together is no cause.",
    circles: "Surface of the circle: the published count; colour: the class of the value", people: "inhabitants",
    kilometre: "km", exportedFrom: "From the atlas of"
  }
};

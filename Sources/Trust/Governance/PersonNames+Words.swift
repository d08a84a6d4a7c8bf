/// Words that are common in names of persons, and words that are not of persons.
///
/// Words that mean something else besides (`Roos`, `Storm`, `Kok`) are left out.
extension PersonNames {
  static let ofPersons = [
    "achternaam", "voornaam", "voornamen", "voorletter", "tussenvoegsel", "roepnaam", "familienaam",
    "meisjesnaam", "geslachtsnaam", "initialen", "persoonsnaam", "naampersoon", "volledigenaam",
    "volledigenamen", "voorenachternaam", "surname", "lastname", "firstname", "givenname",
    "familyname", "forename", "fullname", "personname",
  ]
  static let names: Set<String> = ["naam", "namen", "name", "names"]
  static let roles: Set<String> = [
    "client", "cliënt", "cliënte", "clienten", "cliënten", "klant", "verdachte", "betrokkene",
    "bewoner", "eigenaar", "aangever", "aangeefster", "slachtoffer", "melder", "dader", "patient",
    "patiënt", "contactpersoon", "huurder", "verhuurder", "bestuurder", "getuige", "persoon",
    "aanvrager", "suspect", "victim", "owner", "resident",
  ]
  static let noAnswers: Set<String> = [
    "onbekend", "geen", "nvt", "leeg", "ja", "nee", "j", "n", "unknown", "none", "yes", "no", "na",
    "null", "bekend", "ingevuld", "anoniem",
  ]
  static let titles: Set<String> = [
    "dhr", "hr", "heer", "mw", "mevr", "mevrouw", "mej", "drs", "mr", "mrs", "ms", "ir", "ing",
    "dr",
  ]
  static let particles: Set<String> = [
    "van", "de", "der", "den", "ten", "ter", "te", "het", "'t", "’t", "van't", "in", "op", "aan",
    "el", "al", "ben", "bin", "la", "le", "du", "da", "dos", "von", "zu", "v.d.", "vd", "v/d",
    "uit",
  ]
  /// Words of places, firms and the like.
  static let ofOthers: Set<String> = [
    "gemeente", "provincie", "stichting", "vereniging", "bv", "b.v.", "nv", "n.v.", "vof", "v.o.f.",
    "cv", "holding", "beheer", "groep", "winkel", "school", "kerk", "station", "park", "plein",
    "straat", "laan", "weg", "wijk", "buurt", "noord", "zuid", "oost", "west", "noordoost",
    "noordwest", "zuidoost", "zuidwest", "midden", "centrum", "stad", "binnenstad", "dorp",
    "polder",
    "haven", "industrie", "bedrijventerrein", "restaurant", "cafe", "café", "eetcafé", "eetcafe",
    "cafetaria", "grillroom", "bar", "hotel",
    "kapper", "kapsalon", "bakkerij", "slagerij", "garage", "apotheek", "huisarts", "praktijk",
    "museum", "theater", "bibliotheek", "sporthal", "en", "and", "zonen", "politie", "eenheid",
    "district", "basisteam", "dienst", "afdeling", "ministerie", "regio", "overig", "overige",
    "onbekend", "geen", "leeg", "totaal", "prins", "prinses", "koning", "koningin", "sint", "st.",
    "burgemeester", "dokter", "dominee", "pastoor", "buiten", "oude", "nieuwe", "grote", "kleine",
    "lange", "korte", "woning", "bedrijf", "particulier", "anders", "overlast", "geweld",
    "diefstal",
  ]
  /// Endings of streets, areas and houses.
  static let endings = [
    "straat", "str.", "laan", "weg", "plein", "kade", "gracht", "singel", "dijk", "steeg", "pad",
    "hof",
    "park", "wijk", "buurt", "markt", "brug", "dreef", "school", "plantsoen", "polder", "haven",
    "kwartier", "terrein", "centrum", "stad", "dorp", "winkel", "zaak", "bedrijf", "vaart",
  ]
  static let given: Set<String> = Set(
    """
    aad aart abdel abdelkader abdul abdullah achmed adam adriaan agnes agnieszka ahmed aicha aisha \
    albert alex alexander ali alice aleksandra amal amber amin amina amira amy an ana andre andré \
    andrea andrzej angela anita anja anke ankie anna annemarie anne anneke annelies annie anouk ans anton \
    antoine antoon arend arie arjan arjen arno arnold arthur astrid aya ayse ayşe barbara bart bas \
    bastiaan beatrix bernard bert betty bianca bilal björn bob boris bram brahim brigitte carla \
    carlos carolien caroline casper catharina cees chantal charlotte chris christiaan christina \
    claudia cor cornelia cornelis daan daniel daniël danielle danny david dennis desiree dewi diana \
    dick diederik dirk dylan ebru edwin eduard elif elisabeth elise elly els emine emma emily emre \
    eric erik erika ernst esmee esther eva evelien evert fadma fatima fatiha fatma femke ferdinand \
    fleur floris fouad frank frans fred frederik froukje gabriel geert gerard gerda gerrit gert gijs \
    giovanni greetje guus hakan halima hamid hamza hanna hannah hanneke hans harm harrie harry hasan \
    hassan heleen helena hendrik hendrika henk henny herman hetty hicham hilde hugo huib hüseyin ibrahim ilse \
    imane imran ines inge ingrid irene isa isabel isabella ivo jaap jack jacob jacqueline jacques \
    jamal jan janneke jannie janny jantje janusz jasper jean jelle jeroen jesse jessica jim jip \
    joan job jochem joep johan johanna johannes john jolanda joost joris jorrit jos jose josé joseph \
    josephine joyce judith julia julie jurgen karel karim karin katarzyna kees kevin khadija khalid \
    kim klaas koen krzysztof lars laura leen leila leo leonie lianne lies liesbeth lieke linda lisa lisette \
    lizzy loes lotte louis louise luc lucas lucy luuk maaike maarten magda magdalena maja malika \
    manon marc marcel margriet maria marian marianne marie mariam mariëlle marieke marijke marije marit marjan \
    marjolein marko marlies martijn martin martine maryam mathijs matthijs maud maurice max mehmet \
    melanie merel michael michel michiel mieke miep mila milan mimoun miranda mirjam mirthe mohamed \
    mohammed mohammad monique mourad muhammed murat mustafa myrthe nadia najat nancy naomi natasja \
    nathalie nico nicolaas niek niels nienke nina noah noor nora nour olaf olga olivia omar otto \
    pascal patricia patrick paul paula pauline peter petra philip pien piet pieter pim piotr rachid \
    rachel ramon raymond rebecca reinier remco renate rené rene ria richard rick rik rob robbert \
    robert robin roel roelof rogier roland romy ron ronald ruben rutger ruud saar sabine sabrina \
    said samir samira samuel sander sandra sanne sara sarah saskia sebastiaan selma sem serge sharon \
    sien sietske sigrid silvia simone sjaak sjoerd sjors sofie sophie stefan steven suzanne svenja \
    sven sylvia tamara tanja tess teun theo theodoor thijs thomas thijmen tijmen tijn tim timo tineke tobias tom \
    tomasz ton trudy truus ursula valentijn vera vincent walter wendy wesley wessel wilhelmina \
    willem willemijn wim wouter xander yara yasmin yasmine yassine youssef yusuf yvette yvonne zainab \
    zeynep zohra \
    radjesh rajesh sharmila winston glenn anand ashok sunil sandhya soerin chander kishan priya \
    ravi vijay satish kofi kwame kwasi abena akosua grzegorz marcin paweł małgorzata ewelina iwona \
    dariusz zbigniew dimitar mihai ionut elena oksana olena svitlana oleksandr volodymyr rahel \
    tesfay abraham amanuel hodan abdirahman farah khaled walid rania layla shirley rudolf edgar \
    errol orlando stanley quincy rowena
    """.split(separator: " ").map(String.init))
  static let families: Set<String> = Set(
    """
    jansen,janssen,janssens,de vries,van den berg,van der berg,van dijk,bakker,visser,smit,smits,meijer,meyer,\
    de boer,mulder,de groot,bos,vos,peters,hendriks,van leeuwen,dekker,brouwer,de wit,dijkstra,\
    de graaf,van der meer,van der linden,kuipers,van vliet,de haan,van der heijden,vermeulen,\
    van der veen,van den broek,de bruijn,de bruin,van der laan,schouten,van beek,jacobs,willems,\
    van dam,hoekstra,koster,prins,verhoeven,huisman,peeters,de jong,de jonge,kuiper,veenstra,kramer,\
    van der wal,postma,bosman,martens,gerritsen,evers,wouters,van der velden,van veen,maas,\
    van der ploeg,scholten,de leeuw,hofman,blom,van den heuvel,yilmaz,yılmaz,el idrissi,ali,mohamed,\
    singh,jhinkoe,pinas,kartosen,ramlal,baldew,kalpoe,nguyen,bouzid,kaya,demir,öztürk,ramdin,kowalski,nowak
    """.split(separator: ",").map(String.init))
}

/// Places of Fryslân that have a Dutch and a Frisian name, folded. One of the two is official, and which
/// one differs between places and over the years; people write either.
///
/// Source: the official names in the BAG and those that they replaced or stand beside.
enum TwinPlaces {
  /// The other names of a place.
  static func names(of name: FoldedName) -> [FoldedName] { others[name] ?? [] }

  private static let others: [FoldedName: [FoldedName]] = {
    var others: [FoldedName: [FoldedName]] = [:]
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      let names = pair.split(separator: "=").map { FoldedName(folded: $0.utf8) }
      others[names[0], default: []].append(names[1])
      others[names[1], default: []].append(names[0])
    }
    return others
  }()

  private static let pairs = """
    oldeboorn=aldeboarn oudkerk=aldtsjerk oudwoude=aldwald augsbuurt=augsbuertlytsewald
    bakkefean=bakkeveen beers=bears beetstersweach=beetsterzwaag berlikum=berltsum beetgum=bitgum
    beetgumermolen=bitgummole blya=blye bornwerd=boarnwert bozum=boazum boalsert=bolsward
    boarnburgum=boornbergum broeksterwoude=broeksterwald birdaard=burdaard bergum=burgum
    damwoude=damwald devalom=defalom triemen=detrieme zwaagwesteinde=dewestereen deersum=dearsum
    aegum=eagum anjum=eanjum eernewoude=earnewald oosterend=easterein oosterlittens=easterlittens
    oostermeer=eastermar oosternykerk=easternytsjerk oosterwierum=easterwierrum oostrum=eastrum
    veenklooster=feankleaster veenwouden=feanwalden finkum=feinsum ferwerd=ferwert
    frjentsjer=franeker grouw=grou giekerk=gytsjerk hantumeruitburen=hantumerutbuorren
    hantumhuizen=hantumhuzen harkemaopeinde=harkema hogebeintum=hegebeintum holwerd=holwert
    hardegaryp=hurdegaryp huins=huns drylts=ylst idaard=idaerd ee=ie edens=iens engelum=ingelum
    engwierum=ingwierrum heidenschap=itheidenskip irnsum=jirnsum eestrum=jistrum
    jonkersland=jonkerslan jorwerd=jorwert cornjum=koarnjum kollumerzwaag=kollumersweach
    lions=leons ljouwert=leeuwarden lioessens=ljussens lutkewierum=lytsewierrum menaldum=menaam
    metslawier=mitselwier morra=moarre molenend=munein noordbergum=noardburgum oenkerk=oentsjerk
    paesens=peazens rauwerd=raerd roodkerk=readtsjerk roodhuis=reahus roordahuizum=reduzum
    rinsumageest=rinsumageast ryperkerk=ryptsjerk sybrandaburen=sibrandabuorren
    sybrandahuis=sibrandahus schingen=skingen sleat=sloten snits=sneek starum=stavoren
    suameer=sumar suawoude=suwald zwagerbosch=sweagerbosk terhorne=terherne terzool=tersoal
    tietjerk=tytsjerk warga=wergea wartena=warten westergeest=westergeast wieuwerd=wiuwert
    welsryp=wjelsryp wouterswoude=walterswald wanswerd=wanswert harns=harlingen hylpen=hindeloopen
    warkum=workum ithearrenfean=heerenveen hearrenfean=heerenveen dejouwer=joure delemmer=lemmer
    gordyk=gorredyk surhuisterfean=surhuisterveen droegeham=drogeham oerterp=ureterp
    easterwalde=oosterwolde butenpost=buitenpost skearnegoutum=scharnegoutum heech=heeg
    langwar=langweer waldsein=woudsend sintnyk=sintnicolaasga aldegea=oudega tsjom=tzum
    tsjummearum=tzummarum seisbierrum=sexbierum easterbierrum=oosterbierum
    pitersbierrum=pietersbierum twizel=twyzel twizelerheide=twyzelerheide
    koatstertille=kootstertille wytmarsum=witmarsum jobbegea=jubbega
    """
}

internal import Cartography
internal import Composites
internal import Exports
internal import Governance
internal import Heatmaps
internal import Indicators
internal import Indices
internal import Patterns
internal import SpatialStatistics

// Words for readers in the place of those of study files.

extension Normalisation {
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.robustZ, .nl):
      "afstand tot de mediaan in mediane afstanden (1,4826 MAD): -3 is 0, 3 is 100"
    case (.robustZ, .en):
      "distance to the median in median distances (1.4826 MAD): -3 is 0, 3 is 100"
    case (.z, .nl): "afstand tot het gemiddelde in standaardafwijkingen: -3 is 0, 3 is 100"
    case (.z, .en): "distance to the mean in standard deviations: -3 is 0, 3 is 100"
    case (.minMax, .nl): "het kleinste getal is 0, het grootste 100"
    case (.minMax, .en): "the smallest number is 0, the largest 100"
    case (.percentile, .nl): "het percentage van de andere getallen dat kleiner is"
    case (.percentile, .en): "the percentage of the other numbers that is smaller"
    case (.goalposts, .nl): "gegeven grenzen zijn 0 en 100"
    case (.goalposts, .en): "given limits are 0 and 100"
    case (.distance, .nl): "het kleinste getal is 0, een gegeven referentie 100"
    case (.distance, .en): "the smallest number is 0, a given reference 100"
    }
  }
}

extension Weighting {
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.equal, .nl): "alle indicatoren even zwaar"
    case (.equal, .en): "all indicators alike"
    case (.given, .nl): "zoals opgegeven"
    case (.given, .en): "as given"
    case (.budget, .nl): "het gemiddelde van wat personen opgaven, elk met 100 punten"
    case (.budget, .en): "the mean of what people gave, each with 100 points"
    case (.principalComponent, .nl): "het aandeel in de eerste hoofdcomponent"
    case (.principalComponent, .en): "the share in the first principal component"
    }
  }
}

extension Aggregation {
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.arithmetic, .nl): "gewogen gemiddelde"
    case (.arithmetic, .en): "weighted mean"
    case (.geometric, .nl):
      "gewogen meetkundig gemiddelde: een lage score wordt maar ten dele goedgemaakt"
    case (.geometric, .en): "weighted geometric mean: a low score is made up for in part only"
    case (.generalised(let power), .nl):
      "gewogen gemiddelde van machten (\(language.number(power, decimals: 2)))"
    case (.generalised(let power), .en):
      "weighted mean of powers (\(language.number(power, decimals: 2)))"
    }
  }
}

extension ClassificationMethod {
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.quantile, .nl): "kwantielen: in elke klasse evenveel gewicht"
    case (.quantile, .en): "quantiles: as much weight in each class"
    case (.optimal, .nl): "de kleinste kwadratische afstand tot de klassegemiddelden (Fisher-Jenks)"
    case (.optimal, .en): "the least squared distance to the class means (Fisher-Jenks)"
    case (.equal, .nl): "klassen van dezelfde breedte"
    case (.equal, .en): "classes of the same width"
    case (.deviation, .nl): "klassen van één standaardafwijking, vanaf het gemiddelde"
    case (.deviation, .en): "classes one standard deviation wide, from the mean"
    case (.headtail, .nl): "telkens boven het gemiddelde van wat overblijft (head/tail)"
    case (.headtail, .en): "each time above the mean of what is left (head/tail)"
    case (.box, .nl): "de kwarten van een boxplot, met uitschieters apart"
    case (.box, .en): "the quarters of a box plot, outliers apart"
    case (.pretty, .nl): "ronde grenzen"
    case (.pretty, .en): "round edges"
    }
  }
}

extension NeighbourRule {
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.contiguity(.queen), .nl): "gebieden die een grens of hoekpunt delen (queen)"
    case (.contiguity(.queen), .en): "areas that share a border or a corner (queen)"
    case (.contiguity(.rook), .nl): "gebieden die een grens delen (rook)"
    case (.contiguity(.rook), .en): "areas that share a border (rook)"
    case (.nearest(let count), .nl): "de \(count) gebieden met het dichtstbijzijnde middelpunt"
    case (.nearest(let count), .en): "the \(count) areas with the nearest centre"
    }
  }
}

extension Kernel {
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.quartic, .nl): "kwartisch"
    case (.quartic, .en): "quartic"
    case (.epanechnikov, _): "Epanechnikov"
    case (.triweight, _): "triweight"
    case (.gaussian, .nl): "normaal (Gauss)"
    case (.gaussian, .en): "Gaussian"
    }
  }
}

extension Indicator.Flag {
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.stigmatising, .nl): "kan een smet werpen op mensen of straten"
    case (.stigmatising, .en): "may put a stain on people or streets"
    case (.modelled, .nl): "met een model geschat, niet geteld"
    case (.modelled, .en): "estimated by a model, not counted"
    case (.policeGenerated, .nl): "dit cijfer volgt het werk van de politie evenzeer als misdaad"
    case (.policeGenerated, .en): "this figure follows police work as much as crime"
    case (.unverified, .nl): "niet nagegaan met een echt bestand"
    case (.unverified, .en): "not verified with a real file"
    }
  }
}

extension Barrier.Kind {
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (_, .nl): rawValue
    case (.legal, .en): "legal"
    case (.technical, .en): "technical"
    case (.organisational, .en): "organisational"
    case (.quality, .en): "quality"
    }
  }
}

internal import Areas
internal import Bytes
internal import CSV
internal import Crosswalks
internal import Geometry
internal import Tables
internal import Tabulation

/// How the figures of a file get to the areas of the study.
struct FigureConversion {
  private let crosswalk: Crosswalk
  private let names: [String]
  private let denominators: [String: String]

  /// Reads the crosswalk and looks whether every figure can be converted, or notes what is wrong.
  init?(
    _ place: Located<String>, of names: [String], denominators: [String: String],
    specification: FigureSpecification, plan: StudyPlan, problems: inout [StudyProblem]
  ) {
    let study = plan.study
    let crosswalk: Crosswalk
    do throws(CrosswalkError) {
      crosswalk = try CrosswalkFile.read(place.value)
    } catch {
      if case .csv(.file(.missing)) = error {
        problems.append(study.problem(at: place, .missingFile(place.value)))
      } else {
        problems.append(
          study.problem(
            at: place,
            .unusableFile(place.value, reason: ErrorSentence.text(error, naming: false))))
      }
      return nil
    }
    let before = problems.count
    let given = "from \(crosswalk.from.description) to \(crosswalk.to.description)"
    if (crosswalk.from.year ?? specification.edition.value) != specification.edition.value
      || (crosswalk.to.year ?? study.edition) != study.edition
      || specification.level.map({ $0.rawValue != crosswalk.from.level }) == true
    {
      let level = specification.level.map { "\($0.rawValue) " } ?? ""
      problems.append(
        study.problem(
          at: place,
          .otherCrosswalk(
            given: given,
            wanted: "from \(level)\(specification.edition.value) to \(study.edition)")))
    }
    if !study.levels.contains(where: { $0.rawValue == crosswalk.to.level }) {
      problems.append(
        study.problem(
          at: place,
          .missingLevel(crosswalk.to.level, known: study.levels.map(\.rawValue))))
    }
    let counts = Set(specification.counts.map { plan.columnID($0.value) })
    for name in names {
      let isMedian = name.contains("mediaan") || name.contains("median")
      guard
        isMedian
          || !(specification.kind == .counts || denominators[name] != nil
            || counts.contains(name)
            || AreaMapping.isCount(name))
      else { continue }
      let column =
        specification.columns.first { plan.columnID($0.name) == name }?.column
      problems.append(
        study.problem(at: column ?? place, .notConvertible(name, isMedian: isMedian)))
    }
    guard problems.count == before else { return nil }
    self.crosswalk = crosswalk
    self.names = names
    self.denominators = denominators
  }

  /// The problem of figures of another edition without crosswalk, with the command that makes one.
  static func missing(_ specification: FigureSpecification, study: StudyFile) -> StudyProblem {
    let given = specification.edition.value
    return study.problem(
      at: specification.edition,
      .noCrosswalk(
        given: given, wanted: study.edition,
        command: command(from: given, level: specification.level ?? .buurt, study: study)))
  }

  /// The command that makes a crosswalk to the areas of the study.
  static func command(from given: Int, level: AreaLevel, study: StudyFile) -> String {
    let areas =
      switch study.areas.value {
      case .files(let paths): paths.joined(separator: " ")
      case .schematic, .none: "wijkenbuurten_\(study.edition).gpkg"
      }
    let wanted = study.edition
    let levels =
      level == .buurt || level.isOwn
      ? "" : " --from-level \(level.rawValue) --to-level \(level.rawValue)"
    return "wijkzicht areas crosswalk --from wijkenbuurten_\(given).gpkg --to \(areas)\(levels) "
      + "--addresses pc6hnr\(given).csv pc6hnr\(wanted).csv --out \(given)-\(wanted).csv"
  }

  /// The level of the areas that the figures are of.
  private var origin: AreaLevel {
    AreaLevel.cbs.first { $0.rawValue == crosswalk.from.level } ?? .own(crosswalk.from.level)
  }

  /// Reads the figures on their own areas.
  /// - Throws: ``StudyProblems``, or the error of the file.
  func content(of input: StudyInputs.Figures, study: StudyFile) throws -> FigureFile {
    let own = origin
    let before = AreaLayer(
      level: own,
      areas: zip(crosswalk.from.codes, crosswalk.from.names).map { code, name in
        let gemeente = own.isOwn ? "" : "GM\(code.dropFirst(2).prefix(4))"
        return Area(
          code: code, name: name, wijkcode: nil, gemeentecode: gemeente, gemeentenaam: gemeente,
          geometry: MultiPolygon([]))
      })
    return try input.read(
      areas: AreaSet(
        edition: Edition(year: input.specification.edition.value), layers: [before]),
      level: own.isOwn || input.specification.name != nil ? own : nil, study: study)
  }

  /// Reads the figures on their own areas, converts them, and adds them to the table of their level;
  /// counts also to the levels of CBS above it.
  func add(
    _ input: StudyInputs.Figures, plan: StudyPlan, areas: AreaSet,
    to bases: inout [AreaLevel: BaseTable], delivered: inout DeliveredCounts
  ) throws -> StudyReport.Figures {
    let content = try content(of: input, study: plan.study)
    let figures = content.figures[origin] ?? [:]
    var totals: [(name: String, before: Double, after: Double)] = []
    var grades: [ColumnConversion.Grade] = []
    for layer in areas.layers where layer.level.rawValue == crosswalk.to.level {
      let places = layer.areas.map { crosswalk.to.ordinal(of: $0.code) }
      let conversions = crosswalk.conversions
      grades = places.map { $0.map { conversions[$0].grade.grade } ?? .geen }
      let marks = ColumnConversion(
        origin: crosswalk.from.description,
        shares: zip(places, grades).map { place, grade in
          grade == .geen ? nil : place.map { conversions[$0].share }
        }, grades: grades)
      for name in names {
        guard let given = figures[name] else { continue }
        let converted: [Figure]
        if let denominator = denominators[name] {
          converted = crosswalk.converted(
            means: given, denominators: figures[denominator] ?? [])
        } else {
          converted = crosswalk.converted(counts: given)
        }
        let placed = places.map { $0.map { converted[$0] } ?? .missing(.noData) }
        func add(_ figures: [Figure], _ conversion: ColumnConversion, to level: AreaLevel) {
          guard input.belongs(name, at: level, plan: plan) else { return }
          bases[level]?.add(
            input.column(figures, named: name, conversion: conversion), id: name)
          delivered.add(name, at: level, from: input, isConverted: true)
        }
        add(placed, marks, to: layer.level)
        guard denominators[name] == nil else { continue }
        totals.append(
          (
            name, given.reduce(0) { $0 + ($1.number ?? 0) },
            placed.reduce(0) { $0 + ($1.number ?? 0) }
          ))
        for higher in areas.layers where higher.level > layer.level {
          guard let parents = areas.parents(of: layer, in: higher) else { continue }
          let (sums, joined) = Self.lifted(placed, marks, parents, count: higher.areas.count)
          add(sums, joined, to: higher.level)
        }
      }
    }
    let present = Set(areas.layers.flatMap { $0.areas.map(\.code) })
    return StudyReport.Figures(
      input.specification, content,
      conversion: StudyReport.Conversion(
        origin: crosswalk.from.description,
        grades: ColumnConversion.Grade.allCases.map { grade in
          (grade.word, grades.count { $0 == grade })
        }, reusedCodes: crosswalk.reusedCodes.map(\.code).filter(present.contains),
        totals: totals))
  }

  /// Counts added up over the areas of a level above; the sum has the lowest grade of its parts.
  private static func lifted(
    _ figures: [Figure], _ marks: ColumnConversion, _ parents: [Int32], count: Int
  ) -> ([Figure], ColumnConversion) {
    var sums = [Figure?](repeating: nil, count: count)
    var shares = [Double?](repeating: nil, count: count)
    var grades = [ColumnConversion.Grade?](repeating: nil, count: count)
    for (place, parent) in parents.enumerated() where parent >= 0 {
      let parent = Int(parent)
      sums[parent] = sums[parent].map { $0.adding(figures[place]) } ?? figures[place]
      if let share = marks.shares[place] { shares[parent] = max(shares[parent] ?? 0, share) }
      grades[parent] = max(grades[parent] ?? .geheel, marks.grades[place])
    }
    return (
      sums.map { $0 ?? .missing(.noData) },
      ColumnConversion(origin: marks.origin, shares: shares, grades: grades.map { $0 ?? .geen })
    )
  }
}

extension Figure {
  /// The sum of two counts; missing when one of them is.
  fileprivate func adding(_ other: Figure) -> Figure {
    switch (self, other) {
    case (.missing(let a), .missing(let b)): .missing(min(a, b))
    case (.missing, _): self
    case (_, .missing): other
    case (.value(let a), .value(let b)): .value(a + b)
    default:
      .interval(
        lower: bounds.lowerBound + other.bounds.lowerBound,
        upper: bounds.upperBound + other.bounds.upperBound)
    }
  }

  /// The bounds of a figure that has a number or bounds.
  private var bounds: ClosedRange<Double> {
    switch self {
    case .value(let number): number...number
    case .interval(let lower, let upper): lower...upper
    case .missing: 0...0
    }
  }
}

extension ConversionGrade {
  /// The same grade, as columns keep it.
  fileprivate var grade: ColumnConversion.Grade {
    switch self {
    case .whole: .geheel
    case .good: .goed
    case .fair: .matig
    case .weak: .zwak
    case .none: .geen
    }
  }
}

import Areas
import Composites
import Disclosure
import Geometry
import Indicators
import Indices
import Tables
import Tabulation
import TestSupport
import Testing

/// Indices of published values: made-up areas in two gemeenten, with numbers that can be followed by hand.
@Suite struct CompositeTests {
  private static let none = LocalizedText(nl: "", en: "")

  private func indicator(
    _ id: String, modelled: Bool = false, minimum: Double = 0
  ) -> Indicator {
    Indicator(
      id: id, theme: .weerbaarheid, code: "R", name: LocalizedText(nl: id, en: id),
      says: Self.none, saysNot: Self.none, unit: Self.none, decimals: 1, direction: .higherIsMore,
      minimumDenominator: minimum,
      formula: Formula(
        kind: .value, numerator: .figure(id), base: minimum > 0 ? .figure("inwoners") : nil),
      caveats: [], references: [], flags: modelled ? [.modelled] : [])
  }

  private func layers(
    _ columns: [(id: String, values: [Double?])], inhabitants: [Double]? = nil,
    level: AreaLevel = .buurt
  ) -> [IndicatorLayer] {
    let count = columns[0].values.count
    let areas = (0..<count).map { number in
      Area(
        code: "\(level.prefix)\(99_010_000 + number)", name: "gebied \(number)", wijkcode: nil,
        gemeentecode: number < count / 2 ? "GM9901" : "GM9902", gemeentenaam: "stad",
        geometry: MultiPolygon([]))
    }
    var table = BaseTable(AreaLayer(level: level, areas: areas))
    for column in columns {
      table.add(
        BaseColumn(
          open: column.values.map { $0.map { Figure.value($0) } ?? .missing(.secret) },
          source: "proef"), id: column.id)
    }
    if let inhabitants {
      table.add(
        BaseColumn(open: inhabitants.map { .value($0) }, source: "proef"), id: "inwoners")
    }
    let published = PublishedTable(table, for: .openbaar)
    return columns.map {
      IndicatorEvaluator(published).layer(
        indicator($0.id, minimum: inhabitants == nil ? 0 : 50))
    }
  }

  private func definition(
    _ members: [(id: String, weight: Double, isReversed: Bool)],
    method: IndexMethod = IndexMethod(outliers: nil), frame: IndexDefinition.Frame = .study
  ) -> IndexDefinition {
    IndexDefinition(
      id: "proef", theme: .weerbaarheid, name: Self.none, says: Self.none, saysNot: Self.none,
      caveats: [], references: [],
      members: members.map {
        IndexDefinition.Member(
          indicator: indicator($0.id), weight: $0.weight, isReversed: $0.isReversed)
      },
      method: method, frame: frame)
  }

  @Test func scoresAreThoseComputedByHand() throws {
    // Median 3 and MAD 1, so a step of 1 is 50 / 3 / 1.4826 = 11.2415 points; of b twice the numbers.
    let layers = layers([("a", [1, 2, 3, 4, 5]), ("b", [10, 8, 6, 4, 2])])
    let index = definition([("a", 3, false), ("b", 1, true)])
    let scored = try #require(ScoredIndex(try FittedIndex(index, layers), layers))
    #expect(scored.layer.values.map(\.value) == [27.5, 38.8, 50, 61.2, 72.5])
    #expect(scored.layer.indicator.id == "index_proef")
    #expect(scored.layer.values.allSatisfy { $0.status == .ok })
  }

  @Test func aMemberWithoutNumbersCountsAsMissingWeight() throws {
    let layers = layers([
      ("a", [1, 2, 3, 4]), ("b", [2, 1, nil, 3]), ("c", [nil, nil, nil, nil]), ("d", [7, 7, 7, 7]),
    ])
    let all = [("a", 4.0, false), ("b", 3.0, false), ("c", 2.0, false), ("d", 1.0, false)]
    let fitted = try FittedIndex(definition(all), layers)
    let part = try #require(fitted.parts.first)
    #expect(part.members == [0, 1])
    #expect(part.leftOut.map(\.member) == [2, 3])
    #expect(part.leftOut.map(\.reason) == [.missingEverywhere, .constant])
    #expect(part.model?.weights == [0.4, 0.3])
    let silent = definition(all).silentMembers(layers)
    #expect(silent.map(\.member) == [2, 3])
    #expect(silent.map(\.reason) == [.missingEverywhere, .constant])
    // The third area has 40 % of the weight, and 60 % is needed.
    let scored = try #require(ScoredIndex(fitted, layers))
    #expect(scored.layer.values.map { $0.value == nil } == [false, false, true, false])
    #expect(scored.layer.values[2].status == .noData)
    #expect(scored.layer.values.map(\.missing) == [nil, nil, .secret, nil])
    #expect(abs(scored.areas[0].presentWeight - 0.7) < 1e-12)
    // The weight as it counted: 4 and 3 of 7, all of nothing, and nothing without a score.
    #expect(scored.countedWeights(place: 0) == [0.4 / 0.7, 0.3 / 0.7, nil, nil])
    #expect(scored.countedWeights(place: 2) == [nil, nil, nil, nil])
  }

  @Test func withoutAMemberAreasAreThoseOfTheIndex() throws {
    let layers = layers([
      ("a", [1, 2, 3, 4]), ("b", [2, 1, nil, 3]), ("c", [nil, nil, nil, nil]),
    ])
    let scored = try #require(
      ScoredIndex(
        try FittedIndex(definition([("a", 3, false), ("b", 3, false), ("c", 1, false)]), layers),
        layers))
    #expect((0..<3).map(scored.takesPart) == [true, true, false])
    // By the first member alone the third area would have a score; the index has none there.
    #expect(scored.layer.values.map { $0.value == nil } == [false, false, true, false])
    let alone = scored.scores(without: 1)
    #expect(alone.map { $0 == nil } == [false, false, true, false])
    // Median 2.5 and MAD 1: a step is 11.2415 points.
    #expect(alone.compactMap(\.self) == [33.1, 44.4, 66.9])
    #expect(scored.scores(without: 2).allSatisfy { $0 == nil })
  }

  @Test func whatAStudyLeavesOutIsNoReason() throws {
    // Of c nothing is known in the third area, nor of a; c takes no part, and weighs more.
    var layers = layers([("a", [1, 2, nil, 4]), ("b", [2, 1, 4, 3])])
    layers.append(
      IndicatorLayer(
        indicator: indicator("c"), level: .buurt, audience: .openbaar, codes: layers[0].codes,
        gemeentecodes: layers[0].gemeentecodes,
        values: layers[0].codes.map { _ in IndicatorValue(status: .suppressed) }, sources: [],
        isSynthetic: false, conversion: nil))
    let index = definition(
      [("a", 3, false), ("b", 2, false), ("c", 5, false)],
      method: IndexMethod(outliers: nil, presentWeight: 0.4))
    let fitted = try FittedIndex(index, layers, without: ["c"])
    let scored = try #require(ScoredIndex(fitted, layers))
    #expect(scored.layer.values[2].status == .noData)
    #expect(scored.layer.values[2].missing == .secret)
  }

  /// The scale is that of the areas with enough inhabitants, by hand as above; the first area lies far from
  /// all others, and has the end of the scale.
  @Test func areasWithTooLittleSetNoScale() throws {
    let inhabitants: [Double] = [10, 100, 100, 100, 100, 100]
    let some = layers(
      [
        ("a", [9_000, 1, 2, 3, 4, 5]), ("b", [10, 10, 8, 6, 4, 2]),
      ], inhabitants: inhabitants)
    for outliers in [nil, OutlierRule()] {
      let index = definition(
        [("a", 3, false), ("b", 1, true)], method: IndexMethod(outliers: outliers))
      let fitted = try FittedIndex(index, some)
      let scored = try #require(ScoredIndex(fitted, some))
      #expect(scored.layer.values.map(\.value) == [81.9, 27.5, 38.8, 50, 61.2, 72.5])
      #expect(scored.layer.values[0].status == .fewData)
      #expect(fitted.parts[0].coherence.completeCount == 5)
      let alone = some.map { layer in
        IndicatorLayer(
          indicator: layer.indicator, level: layer.level, audience: layer.audience,
          codes: Array(layer.codes.dropFirst()),
          gemeentecodes: Array(layer.gemeentecodes.dropFirst()),
          values: Array(layer.values.dropFirst()), sources: layer.sources, isSynthetic: false,
          conversion: nil)
      }
      #expect(try FittedIndex(index, alone).parts[0].model == fitted.parts[0].model)
      // Nothing is left to set a scale.
      let few = layers(
        [("a", [1, 2, 3]), ("b", [3, 1, 2])], inhabitants: [10, 20, 30])
      #expect(index.silentMembers(few).map(\.reason) == [.fewEverywhere, .fewEverywhere])
      let without = try FittedIndex(index, few)
      #expect(without.parts[0].model == nil)
      #expect(without.parts[0].leftOut.map(\.reason) == [.fewEverywhere])
    }
  }

  @Test func aMemberThatIsLeftOutCountsAsMissingWeight() throws {
    let layers = layers([("a", [1, 2, 3, 4]), ("b", [2, 1, 4, 3]), ("c", [9, 1, 5, 2])])
    let all = [("a", 4.0, false), ("b", 3.0, false), ("c", 3.0, false)]
    let fitted = try FittedIndex(definition(all), layers, without: ["c"])
    let part = try #require(fitted.parts.first)
    #expect(part.members == [0, 1])
    #expect(part.leftOut.map(\.reason) == [.named])
    #expect(part.model?.weights == [0.4, 0.3])
  }

  @Test func withTooLittleWeightThereIsNoModel() throws {
    let layers = layers([("a", [1, 2, 3]), ("b", [3, 1, 2]), ("c", [nil, nil, nil])])
    let index = definition([("a", 1, false), ("b", 1, false), ("c", 2, false)])
    let fitted = try FittedIndex(index, layers)
    #expect(fitted.parts.first?.model == nil)
    let scored = try #require(ScoredIndex(fitted, layers))
    #expect(scored.layer.values.allSatisfy { $0.value == nil && $0.status == .noData })
  }

  @Test func areasAreComparedWithThoseOfTheirFrame() throws {
    let layers = layers([("a", [1, 2, 3, 101, 102, 103]), ("b", [1, 2, 3, 51, 52, 53])])
    let members = [("a", 1.0, false), ("b", 1.0, false)]
    let own = try FittedIndex(definition(members, frame: .gemeente), layers)
    #expect(own.parts.map(\.frame) == ["GM9901", "GM9902"])
    let scored = try #require(ScoredIndex(own, layers))
    let scores = scored.layer.values.map(\.value)
    #expect(Array(scores[..<3]) == Array(scores[3...]))
    let together = try #require(ScoredIndex(try FittedIndex(definition(members), layers), layers))
    #expect((together.layer.values[2].value ?? 0) < (together.layer.values[3].value ?? 0))
  }

  @Test func framesThatAreGiven() throws {
    let layers = layers([("a", [1, 2, 3, 101, 102, 103]), ("b", [1, 2, 3, 51, 52, 53])])
    let index = definition([("a", 1, false), ("b", 1, false)], frame: .urbanity)
    let frames = ["laag", "laag", "laag", "hoog", "hoog", nil]
    let fitted = try FittedIndex(index, layers, frames: frames)
    #expect(fitted.parts.map(\.frame) == ["hoog", "laag"])
    let scored = try #require(ScoredIndex(fitted, layers, frames: frames))
    let values = scored.layer.values
    #expect(values[1].value == 50)
    #expect(values[3].value != nil)
    #expect(values[5].value == nil && values[5].status == .noData)
  }

  /// Areas on a scale that was fitted on others: the scores are those they have among these.
  @Test func aFrozenScale() throws {
    let all = layers([("a", [1, 2, 3, 4, 50]), ("b", [10, 8, 6, 4, 2]), ("c", [7, 7, 7, 7, 7])])
    let some = layers([("a", [2, 50, nil]), ("b", [8, 2, 3]), ("c", [1, 2, 3])])
    let index = definition([("a", 3, false), ("b", 1, true), ("c", 1, false)])
    let fitted = try FittedIndex(index, all)
    let part = try #require(fitted.parts.first)
    let scales = try #require(part.model?.frames[""])
    let weights = try #require(part.model?.weights)
    var members: [(member: Int, weight: Double, scale: FittedMember)] = []
    for (place, member) in part.members.enumerated() {
      members.append((member, weights[place], scales[place]))
    }
    let frozen = FittedIndex.FrozenPart(frame: "", members: members, leftOut: part.leftOut)
    let again = FittedIndex(index, frozen: [frozen], some)
    let own = try #require(ScoredIndex(fitted, all)).layer.values.map(\.value)
    let other = try #require(ScoredIndex(again, some)).layer.values.map(\.value)
    #expect(other == [own[1], own[4], nil])
    #expect(again.parts.first?.leftOut.map(\.member) == [2])
    // Of another frame there is no scale.
    let elsewhere = FittedIndex.FrozenPart(
      frame: "GM0001", members: frozen.members, leftOut: frozen.leftOut)
    let none = FittedIndex(index, frozen: [elsewhere], some)
    #expect(try #require(ScoredIndex(none, some)).layer.values.allSatisfy { $0.value == nil })
  }

  /// By hand: classes below and from 50; the fourth area has no wider score, the fifth nobody.
  @Test func agreementWithWiderAreas() throws {
    let scores: [Double?] = [10, 60, 80, 90, 20]
    let wider: [Double?] = [20, 20, 70, nil, 70]
    let inhabitants: [Double?] = [100, 300, 100, 500, 0]
    func classIndex(_ score: Double) -> Int? { score < 50 ? 0 : 1 }
    let agreement = try #require(
      LevelAgreement(
        scores, wider: wider, inhabitants: inhabitants, classIndex: classIndex))
    #expect(agreement.count == 3)
    #expect(agreement.sameClass == 0.4)
    #expect(agreement.meanDifference == 28)
    // Ranks 0, 1, 2 and 0.5, 0.5, 2.
    #expect(abs((agreement.rankCorrelation ?? 0) - 0.75.squareRoot()) < 1e-12)
    #expect(LevelAgreement([nil, 1], wider: [1, nil], inhabitants: [1, 1]) { _ in 0 } == nil)
    let flat = LevelAgreement([1, 2], wider: [3, 3], inhabitants: [1, 1]) { _ in 0 }
    #expect(flat?.rankCorrelation == nil)
  }

  @Test func otherLevelsAreScoredOnTheSameScale() throws {
    let buurten = layers([("a", [1, 2, 3, 4, 5]), ("b", [5, 6, 7, 8, 9])])
    let wijken = layers([("a", [3, 5]), ("b", [7, 9])], level: .wijk)
    let fitted = try FittedIndex(definition([("a", 1, false), ("b", 1, false)]), buurten)
    let own = try #require(ScoredIndex(fitted, buurten)).layer.values.map(\.value)
    #expect(
      try #require(ScoredIndex(fitted, wijken)).layer.values.map(\.value) == [own[2], own[4]])
  }

  @Test func smallNumbersTakeTheClassAway() throws {
    let layers = layers(
      [("a", [1, 2, 3, 4]), ("b", [4, 1, 2, 3])], inhabitants: [10, 100, 100, 100])
    let index = definition([("a", 1, false), ("b", 1, false)])
    let scored = try #require(ScoredIndex(try FittedIndex(index, layers), layers))
    #expect(scored.layer.values.map(\.status) == [.fewData, .ok, .ok, .ok])
    #expect(scored.layer.values[0].value != nil)
  }

  @Test(arguments: [Aggregation.arithmetic, .geometric, .generalised(power: 0.5)])
  func contributionsAddUpToTheScore(aggregation: Aggregation) throws {
    var generator = RepeatableGenerator(seed: 3)
    let columns = ["a", "b", "c", "d"].map { id in
      (
        id,
        (0..<30).map { _ -> Double? in
          Double.random(in: 0..<1, using: &generator) < 0.1
            ? nil : Double.random(in: 0..<100, using: &generator).rounded()
        }
      )
    }
    let layers = layers(columns)
    let index = definition(
      [("a", 1, false), ("b", 2, true), ("c", 1, false), ("d", 0.5, true)],
      method: IndexMethod(aggregation: aggregation))
    let scored = try #require(ScoredIndex(try FittedIndex(index, layers), layers))
    var scoredCount = 0
    for place in 0..<30 {
      guard let score = scored.areas[place].score, let value = scored.layer.values[place].value
      else {
        #expect(scored.contributions(place: place) == nil)
        continue
      }
      scoredCount += 1
      let found = try #require(scored.contributions(place: place))
      #expect(abs(found.start + found.parts.reduce(0, +) - score) < 1e-9)
      let shown = RoundedParts(start: found.start, parts: found.parts, total: value)
      let tenths = ([shown.start] + shown.parts).map { Int(($0 * 10).rounded()) }
      #expect(tenths.reduce(0, +) == Int((value * 10).rounded()))
      for (part, exact) in zip(shown.parts, found.parts) { #expect(abs(part - exact) < 0.1001) }
    }
    #expect(scoredCount > 20)
  }

  @Test func certaintyIsTheSameWithAnyNumberOfTasksAndTakesClassesAway() async throws {
    var generator = RepeatableGenerator(seed: 5)
    let columns = ["a", "b", "c"].map { id in
      (id, (0..<60).map { _ -> Double? in Double.random(in: 0..<10, using: &generator).rounded() })
    }
    let layers = layers(columns)
    let index = definition([("a", 1, false), ("b", 1, false), ("c", 1, false)])
    let scored = try #require(ScoredIndex(try FittedIndex(index, layers), layers))
    let plan = UncertaintyPlan(draws: 200, seed: 4)
    let classIndex = { (score: Double) -> Int? in Int(score / 4) }
    let (one, _) = try await scored.withCertainty(plan, tasks: 1, classIndex: classIndex)
    let (three, log) = try await scored.withCertainty(plan, tasks: 3, classIndex: classIndex)
    #expect(one.layer.values == three.layer.values)
    #expect(log.parts.map(\.uncertainty.draws) == [200])
    var words: Set<Certainty.Word> = []
    for (value, before) in zip(one.layer.values, scored.layer.values) {
      let certainty = try #require(value.certainty)
      words.insert(certainty.word)
      #expect(value.value == before.value)
      #expect((value.status == .fewData) == (certainty.word == .unsure))
      #expect(value.isTooUnsure == (certainty.word == .unsure))
      #expect(certainty.reasons.isEmpty == (certainty.grade == "A"))
    }
    #expect(words.contains(.unsure) && words.count > 1)
  }

  @Test func aWeightByComponentsThatCannotBeHadIsAnError() {
    let layers = layers([("a", [1, 2, 3, 4, 5]), ("b", [5, 4, 3, 2, 1]), ("c", [1, 2, 3, 5, 4])])
    let index = definition(
      [("a", 1, false), ("b", 1, false), ("c", 1, false)],
      method: IndexMethod(weighting: .principalComponent))
    #expect(throws: IndexError.opposedLoadings(members: ["b"])) { try FittedIndex(index, layers) }
  }

  @Test func whatNobodyCheckedIsTold() {
    func member(_ id: String, _ flags: Set<Indicator.Flag>, _ dimension: Indicator.Dimension?)
      -> IndexDefinition.Member
    {
      IndexDefinition.Member(
        indicator: Indicator(
          id: id, theme: .weerbaarheid, code: "R", name: LocalizedText(nl: id, en: id),
          says: Self.none, saysNot: Self.none, unit: Self.none, decimals: 0,
          direction: .higherIsMore, minimumDenominator: 0,
          formula: Formula(kind: .value, numerator: .figure(id)), caveats: [], references: [],
          flags: flags, dimension: dimension),
        weight: id == "x" ? 2 : 1, isReversed: false)
    }
    let members = [
      member("x", [.unverified], .trust), member("y", [], .cohesion), member("z", [], nil),
    ]
    func index(_ weighting: Weighting) -> IndexDefinition {
      IndexDefinition(
        id: "weerbaar", theme: .weerbaarheid, name: Self.none, says: Self.none,
        saysNot: Self.none, caveats: [], references: [], members: members,
        method: IndexMethod(weighting: weighting), frame: .study)
    }
    let all = Lineage(members.map(\.indicator), aliases: ColumnAliases([:]))
    let told = index(.given).standing(without: [], lineage: all)
    #expect(told.count == 1)
    #expect(told[0].en.hasPrefix("Unverified: 50 % of the weight (1 of 3 indicators). "))
    #expect(index(.given).standing(without: ["x"], lineage: all).isEmpty)
    #expect(
      index(.principalComponent).standing(without: [], lineage: all)[0].nl
        .hasPrefix("Ongeverifieerd: 1 van de 3 indicatoren. "))
    // Of x and y only the study says what they are about.
    let own = Lineage([], aliases: ColumnAliases([:]))
    let claims = index(.given).standing(without: [], lineage: own)
    #expect(claims.count == 2)
    #expect(claims[1].en.hasSuffix("itself: 75 % of the weight (2 of 3 indicators), ‘x’, ‘y’."))
  }

  @Test func resilienceIsCountedByTheCatalogue() {
    let member = { (dimension: Indicator.Dimension?, weight: Double) in
      IndexDefinition.Member(
        indicator: Indicator(
          id: "x", theme: .weerbaarheid, code: "R", name: Self.none, says: Self.none,
          saysNot: Self.none, unit: Self.none, decimals: 0, direction: .higherIsMore,
          minimumDenominator: 0, formula: Formula(kind: .value, numerator: .figure("x")),
          caveats: [], references: [], flags: [], dimension: dimension),
        weight: weight, isReversed: false)
    }
    let index = IndexDefinition(
      id: "x", theme: .context, name: LocalizedText(nl: "Veerkracht", en: "x"), says: Self.none,
      saysNot: Self.none, caveats: [], references: [],
      members: [member(.trust, 1), member(nil, 3)], method: IndexMethod(), frame: .study)
    #expect(index.resilienceShare == 0.25)
    #expect(index.isCalledResilience)
  }
}

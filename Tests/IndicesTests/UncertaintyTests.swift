import Indices
import TestSupport
import Testing

@Suite struct UncertaintyTests {
  private func data(_ noise: Double = 0, few: Double = 0) -> IndexData {
    IndexData(
      (0..<4).map { column in
        let values = OracleNumbers.list("base\(column)")
        return IndexData.Column(
          values, halfSteps: values.map { _ in noise }, deviations: values.map { _ in few })
      })
  }

  private let members = ["a", "b", "c", "d"].map { IndexMember(id: $0) }

  private func found(
    _ data: IndexData, _ members: [IndexMember]? = nil,
    plan: UncertaintyPlan = UncertaintyPlan(draws: 600), tasks: Int = 1
  ) async throws -> (uncertainty: IndexUncertainty, scores: [AreaScore]) {
    let members = members ?? self.members
    let model = try IndexModel(members, data, IndexMethod())
    let scores = model.scores(from: try model.memberScores(data))
    let uncertainty = try await IndexUncertainty(
      model, data, IndexMethod(), scores: scores, plan: plan, tasks: tasks
    ) { min(Int($0 / 20), 4) }
    return (uncertainty, scores)
  }

  /// The function of Ishigami and Homma (1990) with a = 7 and b = 0.1, whose shares are known.
  @Test func ishigami() {
    let pi = Double.pi
    let found = SobolIndices(inputs: 3, pairs: 60_000, seed: 3) { u in
      let x = u.map { 2 * pi * $0 - pi }
      return Self.sine(x[0]) + 7 * Self.sine(x[1]) * Self.sine(x[1])
        + 0.1 * x[2] * x[2] * x[2] * x[2] * Self.sine(x[0])
    }
    #expect(zip(found.first, [0.3139, 0.4424, 0]).allSatisfy { abs($0 - $1) < 0.02 })
    #expect(zip(found.total, [0.5576, 0.4424, 0.2437]).allSatisfy { abs($0 - $1) < 0.02 })
  }

  /// The sine by its series; enough for -π to π.
  private static func sine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for k in 1..<16 {
      term *= -x * x / Double(2 * k * (2 * k + 1))
      sum += term
    }
    return sum
  }

  @Test func anAdditiveFunctionHasNoInteraction() {
    let found = SobolIndices(inputs: 2, pairs: 40_000, seed: 1) { 3 * $0[0] + 4 * $0[1] }
    #expect(zip(found.first, [0.36, 0.64]).allSatisfy { abs($0 - $1) < 0.02 })
    #expect(zip(found.total, [0.36, 0.64]).allSatisfy { abs($0 - $1) < 0.02 })
    let constant = SobolIndices(inputs: 2, pairs: 10, seed: 1) { _ in 5 }
    #expect(constant.first == [0, 0])
  }

  @Test func tasksChangeNothing() async throws {
    let one = try await found(data(1, few: 2)).uncertainty
    let many = try await found(data(1, few: 2), tasks: 5).uncertainty
    for (a, b) in zip(one.areas, many.areas) {
      #expect(a?.interval == b?.interval)
      #expect(a?.places == b?.places)
      #expect(a?.classShare == b?.classShare)
      #expect(a?.mainChoice == b?.mainChoice)
      #expect(a?.grade == b?.grade)
    }
    for choice in Choice.allCases {
      #expect(one.shares[choice]?.first == many.shares[choice]?.first)
      #expect(one.shares[choice]?.total == many.shares[choice]?.total)
    }
    let other = try await found(
      data(1, few: 2), plan: UncertaintyPlan(draws: 600, seed: 2)
    ).uncertainty
    #expect(zip(one.areas, other.areas).contains { $0?.places != $1?.places })
  }

  /// What areas do is the same with and without the shares of choices, also with an odd number of draws.
  @Test(arguments: [101, 600]) func sharesChangeNothingElse(draws: Int) async throws {
    var plan = UncertaintyPlan(draws: draws, seed: 3)
    let with = try await found(data(1, few: 2), plan: plan).uncertainty
    plan.sharesChoices = false
    let without = try await found(data(1, few: 2), plan: plan).uncertainty
    #expect(zip(with.areas, without.areas).allSatisfy { $0?.places == $1?.places })
    #expect(zip(with.areas, without.areas).allSatisfy { $0?.classShare == $1?.classShare })
    #expect(without.shares.isEmpty && !with.shares.isEmpty)
  }

  /// Exact figures and no other choice: each area stays where it is.
  @Test func nothingToChooseNothingMoves() async throws {
    let plan = UncertaintyPlan(
      draws: 200, weightSpread: 0, normalisations: [], aggregations: [])
    let values = (0..<21).map(Double.init)
    // No outliers to treat and none missing either.
    let (uncertainty, scores) = try await found(
      IndexData([.init(values), .init(values)]), Array(members.prefix(2)), plan: plan)
    for (area, score) in zip(uncertainty.areas, scores) {
      let area = try #require(area)
      let own = try #require(score.score)
      #expect(area.places.lowerBound == area.places.upperBound)
      #expect(abs(area.interval.lowerBound - own) < 1e-9)
      #expect(abs(area.interval.upperBound - own) < 1e-9)
      #expect(area.mainChoice == nil)
    }
    #expect(uncertainty.shares.values.allSatisfy { $0.first == 0 && $0.total == 0 })
  }

  @Test func noiseInFiguresWidensIntervals() async throws {
    func width(_ few: Double) async throws -> Int {
      try await found(data(0, few: few)).uncertainty.areas.reduce(0) {
        $0 + ($1.map { $0.places.upperBound - $0.places.lowerBound } ?? 0)
      }
    }
    let (exact, some, much) = (try await width(0), try await width(3), try await width(15))
    #expect(exact < some)
    #expect(some < much)
    let shares = try await found(data(0, few: 15)).uncertainty.shares
    let largest = shares.max { $0.value.total < $1.value.total }?.key
    #expect(largest == .data)
    let none = try await found(data()).uncertainty.shares
    #expect(none[.data]?.total == 0)
  }

  /// A new band begins only below all of the first of the band.
  /// On few areas nothing may be left to fit; the scale that was frozen is there all the same.
  @Test func aFrozenScaleWhereNoneCanBeFitted() async throws {
    let model = try IndexModel(members, data(), IndexMethod())
    let few = IndexData(
      (0..<4).map { column in
        let values = [5.0, 5, column == 3 ? 6 : 5]
        return IndexData.Column(
          values, halfSteps: values.map { _ in 0 }, deviations: values.map { _ in 0 })
      })
    let uncertainty = try await IndexUncertainty(
      model, few, IndexMethod(), scores: model.scores(from: try model.memberScores(few)),
      plan: UncertaintyPlan(draws: 100), tasks: 1
    ) { min(Int($0 / 20), 4) }
    #expect(uncertainty.areas.count == 3)
    #expect(uncertainty.areas.allSatisfy { $0 != nil })
  }

  @Test func bandsDoNotOverlapWithTheirFirst() async throws {
    let (uncertainty, scores) = try await found(data(1))
    let order = scores.indices.filter { scores[$0].score != nil }
      .sorted { scores[$0].score! > scores[$1].score! }
    var first = try #require(uncertainty.areas[order[0]])
    #expect(first.band == 1)
    for area in order.compactMap({ uncertainty.areas[$0] }).dropFirst() {
      if area.band == first.band {
        #expect(area.interval.upperBound >= first.interval.lowerBound)
      } else {
        #expect(area.band == first.band + 1)
        #expect(area.interval.upperBound < first.interval.lowerBound)
        first = area
      }
    }
  }

  @Test func gradesSayWhy() async throws {
    var own = data()
    own.columns[0].values[0] = .nan
    own.columns[1].isFew = own.columns[1].isFew.indices.map { $0 < 2 }
    let modelled = members.map { IndexMember(id: $0.id, isModelled: $0.id != "a") }
    let (uncertainty, _) = try await found(own, modelled)
    let first = try #require(uncertainty.areas[0]).grade
    // A quarter of the weight is missing: at best a C.
    #expect(first.letter >= .c)
    #expect(!first.reasons.isEmpty)
    for area in uncertainty.areas.compactMap(\.self) {
      // Three quarters come from a model: at best a C.
      #expect(area.grade.letter >= .c)
      #expect(
        area.grade.letter < .e || area.places.upperBound - area.places.lowerBound > 500
          || area.grade.reasons.contains { if case .dependsOn = $0 { true } else { false } })
    }
  }

  /// Of two members each alone decides without the other.
  @Test func leavingOneOut() async throws {
    let up = (0..<11).map(Double.init)
    let down = up.map { -$0 }
    let (uncertainty, _) = try await found(
      IndexData([.init(up), .init(down.map { $0 * 0.5 }), .init(up)]),
      [
        IndexMember(id: "op", weight: 1), IndexMember(id: "neer", weight: 1),
        IndexMember(id: "ook", weight: 0),
      ], plan: UncertaintyPlan(draws: 20))
    // All scores are 50 with both, so that all share the middle; without one the order is that of the
    // other. Only half of the weight is left then, but weights count anew.
    #expect(uncertainty.leaveOneOut.largest[0]?.move == 500)
    #expect(uncertainty.leaveOneOut.meanMoves[2] == 0)
  }

  @Test func areasWithoutScoreStayOut() async throws {
    var own = data()
    for column in 0..<3 { own.columns[column].values[7] = .nan }
    let (uncertainty, scores) = try await found(own)
    #expect(scores[7].score == nil)
    #expect(uncertainty.areas[7] == nil)
    #expect(uncertainty.areas.count { $0 == nil } == 1)
  }
}

import Indices
import TestSupport
import Testing

@Suite struct ModelTests {
  private let names = ["a", "b", "c", "d"]

  private func columns(_ count: Int = 4) -> [IndexData.Column] {
    (0..<count).map { IndexData.Column(OracleNumbers.list("base\($0)")) }
  }

  private func members(_ weights: [Double] = [1, 1, 1, 1]) -> [IndexMember] {
    zip(names, weights).map { IndexMember(id: $0, weight: $1) }
  }

  private func scores(
    _ members: [IndexMember], _ data: IndexData, _ method: IndexMethod = IndexMethod()
  ) throws -> [AreaScore] {
    let model = try IndexModel(members, data, method)
    return model.scores(from: try model.memberScores(data))
  }

  /// Three areas by hand: min-max gives 0, 50, 100 and, turned, 100, 25, 0.
  @Test func byHand() throws {
    let data = IndexData([.init([0, 5, 10]), .init([2, 5, 6])])
    let members = [
      IndexMember(id: "meer", weight: 3), IndexMember(id: "minder", weight: 1, isReversed: true),
    ]
    let method = IndexMethod(outliers: nil, normalisation: .minMax)
    let found = try scores(members, data, method)
    #expect(found.map(\.memberScores) == [[0, 100], [50, 25], [100, 0]])
    #expect(found.map(\.score) == [25, 43.75, 75])
  }

  @Test func weightsOfEachKind() throws {
    let data = IndexData(columns())
    func weights(_ weighting: Weighting, _ given: [Double] = [1, 1, 1, 1]) throws -> [Double] {
      // A scale without limits keeps the correlations of the figures.
      try IndexModel(
        members(given), data,
        IndexMethod(outliers: nil, normalisation: .minMax, weighting: weighting)
      ).weights
    }
    #expect(try weights(.equal, [5, 1, 0, 0]) == [0.25, 0.25, 0.25, 0.25])
    #expect(try weights(.given, [1, 2, 1, 0]) == [0.25, 0.5, 0.25, 0])
    #expect(
      agree(
        try weights(.principalComponent), OracleNumbers.list("squared_loadings"), within: 1e-8))
    #expect(
      try weights(.budget([[50, 30, 20, 0], [30, 30, 20, 20]])) == [0.4, 0.3, 0.2, 0.1])
  }

  @Test func aTinyShareOfTheWeightIsNoScore() throws {
    var own = columns()
    own[0].values[3] = .nan
    own[1].values[3] = .nan
    own[0].values[5] = .nan
    let found = try scores(members([2, 2, 3, 3]), IndexData(own))
    // Exactly the least share of 0.6 is enough, as it is written.
    #expect(found[3].presentWeight == 0.6)
    #expect(found[3].score != nil)
    #expect(found[5].score != nil)
    let less = try scores(members([2.1, 2, 3, 3]), IndexData(own))
    #expect(less[3].score == nil)
    #expect(less.count { $0.score == nil } == 1)
  }

  @Test(arguments: Normalisation.allCases.filter { ![.goalposts, .distance].contains($0) })
  func otherUnitsGiveTheSameScores(_ normalisation: Normalisation) throws {
    let method = IndexMethod(normalisation: normalisation)
    let data = IndexData(columns())
    var other = data
    other.columns[1].values = other.columns[1].values.map { $0 * 1_000 + 7 }
    other.columns[2].values = other.columns[2].values.map { -$0 }
    let turned = members().map {
      IndexMember(id: $0.id, weight: $0.weight, isReversed: $0.id == "c")
    }
    let one = try scores(members(), data, method).map { $0.score ?? 0 }
    let two = try scores(turned, other, method).map { $0.score ?? 0 }
    #expect(agree(one, two))
  }

  /// Areas of one frame do not look at those of another, and a kept scale scores as before.
  @Test func framesStandAlone() throws {
    let frames = (0..<40).map { $0 < 20 ? "GM0001" : "GM0002" }
    let data = IndexData(columns(), frames: frames)
    let model = try IndexModel(members(), data, IndexMethod())
    let half = IndexData(
      data.columns.map { IndexData.Column(Array($0.values.prefix(20))) },
      frames: Array(frames.prefix(20)))
    let own = try IndexModel(members(), half, IndexMethod())
    #expect(own.frames["GM0001"] == model.frames["GM0001"])
    let kept = IndexModel(
      members: model.members, weights: model.weights, aggregation: model.aggregation,
      presentWeight: model.presentWeight, frames: model.frames)
    #expect(try kept.memberScores(half) == model.memberScores(data).map { Array($0.prefix(20)) })
    #expect(throws: IndexError.unknownFrame("GM0003")) {
      try model.memberScores(IndexData(columns(), frames: frames.map { _ in "GM0003" }))
    }
  }

  @Test func whatCannotBeAnIndexIsRefused() throws {
    func refused(_ members: [IndexMember], _ data: IndexData, _ method: IndexMethod = IndexMethod())
      -> IndexError?
    {
      do {
        _ = try IndexModel(members, data, method)
        return nil
      } catch {
        return error
      }
    }
    let data = IndexData(columns())
    #expect(refused([IndexMember(id: "a")], IndexData(columns(1))) == .tooFewMembers)
    #expect(refused(members([0, 0, 0, 0]), data) == .weightsSumToZero)
    #expect(refused(members([1, -1, 1, 1]), data) == .negativeWeight(member: "b"))
    var constant = data
    constant.columns[2].values = constant.columns[2].values.map { _ in 4 }
    #expect(refused(members(), constant) == .constant(member: "c", frame: ""))
    var missing = data
    missing.columns[3].values = missing.columns[3].values.map { _ in .nan }
    #expect(refused(members(), missing) == .missingEverywhere(member: "d", frame: ""))
    #expect(
      refused(members(), data, IndexMethod(normalisation: .goalposts))
        == .noLimits(member: "a", frame: ""))
    #expect(
      refused(members(), data, IndexMethod(weighting: .budget([[50, 20, 20, 20]])))
        == .budgetNotHundred(person: 1, total: 110))
    var opposed = data
    opposed.columns[3].values = opposed.columns[0].values.map { -$0 }
    #expect(
      refused(members(), opposed, IndexMethod(weighting: .principalComponent))
        == .opposedLoadings(members: ["d"]))
  }

  @Test(arguments: [
    Aggregation.arithmetic, .geometric, .generalised(power: -1), .generalised(power: 3),
  ])
  func partsAddUpToTheScore(_ aggregation: Aggregation) throws {
    var own = columns()
    own[1].values[4] = .nan
    let data = IndexData(own)
    let model = try IndexModel(members([4, 3, 2, 1]), data, IndexMethod(aggregation: aggregation))
    for area in model.scores(from: try model.memberScores(data)) {
      let found = try #require(model.contributions(area, frame: ""))
      let score = try #require(area.score)
      #expect(agree([found.start + found.parts.reduce(0, +)], [score]))
      for (part, own) in zip(found.parts, area.memberScores) where own.isNaN { #expect(part == 0) }
    }
  }

  /// All orders in which three members can come in, one by one.
  @Test func partsAreTheMeanOverAllOrders() throws {
    let data = IndexData(columns(3))
    let members = Array(members([3, 2, 1]).prefix(3))
    let model = try IndexModel(members, data, IndexMethod(aggregation: .geometric))
    let starts = try #require(model.frames[""]).map(\.start)
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for area in model.scores(from: try model.memberScores(data)).prefix(10) {
      var sums = [0.0, 0, 0]
      for order in orders {
        var scores = starts
        for member in order {
          let before = Aggregation.geometric(scores, model.weights)
          scores[member] = area.memberScores[member]
          sums[member] += Aggregation.geometric(scores, model.weights) - before
        }
      }
      let found = try #require(model.contributions(area, frame: ""))
      #expect(agree(found.parts, sums.map { $0 / 6 }))
    }
  }

  /// Above twelve members orders are drawn; the sum stays exact, and equal members get equal parts.
  @Test func manyMembers() throws {
    let count = 15
    let values = OracleNumbers.list("base0")
    let data = IndexData((0..<count).map { _ in IndexData.Column(values) })
    let members = (0..<count).map { IndexMember(id: "m\($0)") }
    let model = try IndexModel(members, data, IndexMethod(aggregation: .geometric))
    let area = model.scores(from: try model.memberScores(data))[0]
    let found = try #require(model.contributions(area, frame: ""))
    #expect(agree([found.start + found.parts.reduce(0, +)], [try #require(area.score)]))
    #expect(
      agree(found.parts, found.parts.map { _ in found.parts.reduce(0, +) / 15 }, within: 0.05))
  }
}

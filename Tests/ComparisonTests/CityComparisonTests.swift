import Areas
import Comparison
import Disclosure
import Geometry
import Indicators
import Testing

@Suite struct CityComparisonTests {
  /// Cities of areas with a hundred inhabitants each; nil is a suppressed value.
  private func comparison(_ cities: [[Double?]]) throws -> CityComparison {
    let places = cities.enumerated().flatMap { city, values in
      values.map { (code: "GM000\(city)", value: $0) }
    }
    let text = LocalizedText(nl: "proef", en: "test")
    let indicator = Indicator(
      id: "proef", theme: .context, code: "O00", name: text, says: text, saysNot: text, unit: text,
      decimals: 1, direction: .higherIsMore, minimumDenominator: 0,
      formula: Formula(kind: .value, numerator: .figure("a")), caveats: [], references: [],
      flags: [])
    let codes = places.indices.map { "BU000000\(10 + $0)" }
    let layer = IndicatorLayer(
      indicator: indicator, level: .buurt, audience: .openbaar, codes: codes,
      gemeentecodes: places.map(\.code),
      values: places.map { place in
        place.value.map { IndicatorValue(value: $0, status: .ok) }
          ?? IndicatorValue(status: .suppressed)
      }, sources: [], isSynthetic: false, conversion: nil)
    let areas = AreaLayer(
      level: .buurt,
      areas: zip(codes, places).map { code, place in
        Area(
          code: code, name: code, wijkcode: nil, gemeentecode: place.code, gemeentenaam: "",
          geometry: MultiPolygon([]))
      })
    return try CityComparison(
      layer,
      units: ComparableUnits(areas, inhabitants: places.map { _ in 100 }, goal: nil),
      gemeentecodes: cities.indices.map { "GM000\($0)" }, topEdge: nil, draws: 20, seed: 1)
  }

  /// Of five areas four are known, of the other city three: that one is not told and not compared.
  @Test func aCityOfWhichTooLittleIsKnownHasNoNumbers() throws {
    let found = try comparison([
      [1, 2, 3, 4, nil], [9, 8, 7, nil, nil], [2, 2, 3, 3, 5],
    ])
    #expect(found.refusal == nil)
    #expect(found.cities.map(\.refusal) == [nil, .tooLittleKnown, nil])
    #expect(found.cities.map(\.coverage) == [0.8, 0.6, 1])
    #expect(found.cities.map(\.median) == [2, nil, 3])
    #expect(found.cities[1].mean == nil && found.cities[1].gini == nil)
    #expect(found.cities[1].unitCount == 3 && found.cities[1].withoutValue == 2)
    // The same as without that city.
    let others = try comparison([[1, 2, 3, 4, nil], [2, 2, 3, 3, 5]])
    #expect(found.theil?.between == others.theil?.between)
    let pair = found.pairs.first { $0.first == 0 && $0.second == 2 }
    #expect(pair?.wasserstein == others.pairs.first?.wasserstein)
    #expect(found.pairs.allSatisfy { $0.first != 1 && $0.second != 1 })
  }

  @Test func whatCannotBeComparedSaysWhy() throws {
    #expect(try comparison([[1, nil], [2, 3]]).refusal == .tooLittleKnown)
    #expect(try comparison([[nil, nil], [2, 3]]).refusal == .oneCity)
    #expect(try comparison([[nil, nil], [nil, nil]]).refusal == .noValues)
    #expect(try comparison([[2, 2], [2, 2]]).refusal == .constant)
  }
}

import Disclosure
import Testing

@testable import Linkage

/// How many counts are hidden is what anybody can count in what is published.
struct HiddenCountsTests {
  private static let areas = LinkageAreas(
    gemeenten: ["GM0344", "GM0599"].map { .init(code: $0, name: $0) })

  /// 40 and 150 untraceable in two gemeenten; of those 20 and 85 are paid, 30 of the latter abroad.
  private static func published(elsewhere: Int = 60) throws -> PublishedLinkage {
    let persons = [40, 150, 50, elsewhere]
    var scheme = LinkCounts.Scheme(unitCount: persons.count)
    for (unit, paid) in [20, 85, 20, elsewhere / 2].enumerated() {
      let (abroad, unknown) = unit == 1 ? (30, 15) : (0, 0)
      scheme.overlap[unit] = paid
      scheme.addresses[unit][SchemeLinks.Address.foreign.rawValue] = abroad
      scheme.addresses[unit][SchemeLinks.Address.unknown.rawValue] = unknown
      scheme.addresses[unit][SchemeLinks.Address.registered.rawValue] = paid - abroad - unknown
      scheme.elsewhere[unit] = [0, paid, 0]
      scheme.months[unit] = Array(repeating: 3, count: paid)
    }
    let period = LinkCounts.Period(persons: persons, schemes: [scheme])
    return try PublishedLinkage(
      LinkCounts(schemeNames: ["x"], periodNames: ["2020"], periods: [period]), areas: areas,
      rule: .openbaar)
  }

  @Test func countsByAddressAreToldToo() throws {
    let told = try Self.published().hiddenByLevel
    #expect(Set(told.map(\.level)) == [.gemeente, .withoutFixedAddress, .elsewhere, .total])
    #expect(
      told.filter { $0.kind == .addresses }.map(\.level) == [.gemeente, .withoutFixedAddress])
    let gemeente = try #require(told.first { $0.level == .gemeente && $0.kind == .addresses })
    #expect(gemeente.counts == 8)
    // All but those who are paid abroad in the one gemeente.
    #expect(gemeente.hidden == 7)
  }

  @Test func eachGemeenteAddsUpToTheLevel() throws {
    let published = try Self.published()
    let own = published.hiddenByGemeente
    #expect(own.map { $0.area?.code } == ["GM0344", "GM0344", "GM0599", "GM0599"])
    for all in published.hiddenByLevel where all.level == .gemeente {
      let parts = own.filter { $0.kind == all.kind }
      #expect(parts.reduce(0) { $0 + $1.counts } == all.counts)
      #expect(parts.reduce(0) { $0 + $1.hidden } == all.hidden)
    }
    #expect(own.filter { $0.kind == .addresses }.map(\.hidden) == [4, 3])
  }

  /// Of the persons as many as were said to be small or hidden for those.
  @Test func theCountsOfPersonsAreThoseOfTheLosses() throws {
    let published = try Self.published(elsewhere: 5)
    #expect(published.losses.contains { $0.small > 0 })
    for loss in published.losses {
      let told = try #require(
        published.hiddenByLevel.first { $0.level == loss.level && $0.kind == .persons })
      #expect(told.counts == loss.counts)
      #expect(told.hidden == loss.small + loss.complementary)
    }
  }
}

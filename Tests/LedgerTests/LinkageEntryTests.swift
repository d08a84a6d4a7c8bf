import Ledger
import Testing

/// What a ledger keeps of linkages, and which can stand beside each other.
struct LinkageEntryTests {
  private typealias Linkage = LedgerEntry.Linkage

  private func linkage(
    _ periods: [ClosedRange<Int>: [String: String]], persons: String = "p",
    controller: String? = "CJIB", code: (hmac: String, keyID: String)? = nil,
    wijken: [String] = [], minimum: Int = 20
  ) -> LedgerEntry.Linkage {
    Linkage(
      registers: [
        Linkage.Register(name: "untraceable", controller: controller, hmac: code?.hmac),
        Linkage.Register(name: "bijstand", controller: "Gemeente", hmac: nil),
      ], keyID: code?.keyID,
      areas: Linkage.Areas(gemeenten: ["GM0344", "GM0599"], wijken: wijken),
      rule: Linkage.Rule(minimum: minimum, rounding: 10),
      periods: periods.sorted { $0.key.lowerBound < $1.key.lowerBound }.map {
        Linkage.Period(years: $0.key, persons: persons, schemes: $0.value)
      })
  }

  private func ledger(_ linkages: [LedgerEntry.Linkage?]) throws -> PublicationLedger {
    var ledger = PublicationLedger()
    for linkage in linkages {
      ledger = try ledger.adding(
        study: "s", peildatum: "2024-12-31", audience: "openbaar", edition: 2024, outputs: "ab",
        records: [], linkage: linkage)
    }
    return ledger
  }

  /// Studies and linkages in one file.
  @Test func aLedgerWithBothIsReadAsItWasWritten() throws {
    let ledger = try ledger([nil, linkage([2018...2020: ["bijstand": "b"]]), nil])
    let read = try PublicationLedger(ledger.bytes, path: "g")
    #expect(read == ledger)
    #expect(read.entries.map { $0.linkage == nil } == [true, false, true])
    #expect(try read.head == ledger.head)
    let text = String(decoding: try ledger.bytes, as: UTF8.self)
    #expect(text.split(separator: "\n")[0].contains("linkage") == false)
  }

  @Test func everyOtherByteIsFound() throws {
    let bytes = try ledger([nil, linkage([2018...2020: ["bijstand": "b"]], code: ("ef", "k"))])
      .bytes
    for place in bytes.indices {
      var other = bytes
      other[place] = other[place] == 0x31 ? 0x32 : 0x31
      #expect(throws: PublicationLedger.Damage.self, "byte \(place)") {
        try PublicationLedger(other, path: "g")
      }
    }
  }

  /// What was said of a linkage cannot be changed by rewriting all hashes of lines: the head that others wrote
  /// down is of it.
  @Test func theHeadIsOfAllThatIsSaid() throws {
    let heads = try [
      linkage([2018...2020: ["bijstand": "b"]]), linkage([2018...2020: ["bijstand": "c"]]),
      linkage([2018...2020: ["bijstand": "b"]], persons: "q"),
      linkage([2018...2021: ["bijstand": "b"]]),
      linkage([2018...2020: ["bijstand": "b"]], controller: "OM"),
      linkage([2018...2020: ["bijstand": "b"]], wijken: ["WK059901"]),
      linkage([2018...2020: ["bijstand": "b"]], minimum: 10),
    ].map { try ledger([$0]).head }
    #expect(Set(heads).count == heads.count)
  }

  @Test func aLinkageWithoutRegistersOrYearsIsNone() throws {
    let rule = Linkage.Rule(minimum: 10, rounding: 5)
    let areas = Linkage.Areas(gemeenten: [], wijken: [])
    for linkage in [
      Linkage(registers: [], keyID: nil, areas: areas, rule: rule, periods: []),
      Linkage(
        registers: [Linkage.Register(name: "untraceable", controller: nil, hmac: nil)], keyID: nil,
        areas: areas, rule: rule, periods: []),
    ] {
      #expect(throws: PublicationLedger.Damage(path: "g", line: 1, fault: .unreadable)) {
        try PublicationLedger(ledger([linkage]).bytes, path: "g")
      }
    }
  }

  @Test func whatCanStandBesideWhatWasSaid() {
    let then = linkage([
      2018...2020: ["bijstand": "b", "toeslagen": "t"], 2021...2023: ["bijstand": "c"],
    ])
    func conflict(_ now: LedgerEntry.Linkage) -> LedgerEntry.Linkage.Conflict? {
      now.conflict(with: then)
    }
    #expect(conflict(then) == nil)
    // A scheme more, a scheme less, a period less, years that were not counted.
    #expect(conflict(linkage([2018...2020: ["bijstand": "b", "ww": "w"]])) == nil)
    #expect(conflict(linkage([2018...2020: ["ww": "w"]])) == nil)
    #expect(conflict(linkage([2024...2026: ["bijstand": "x"]], persons: "q", minimum: 10)) == nil)
    #expect(
      conflict(linkage([2021...2023: ["Bijstand": "c"], 2024...2026: ["bijstand": "d"]])) == nil)
    // Anything else.
    #expect(
      conflict(linkage([2019...2021: ["bijstand": "b"]]))
        == .years(now: 2019...2021, then: 2018...2020))
    #expect(
      conflict(linkage([2018...2023: ["ww": "w"]])) == .years(now: 2018...2023, then: 2018...2020))
    #expect(
      conflict(linkage([2020...2020: ["ww": "w"]])) == .years(now: 2020...2020, then: 2018...2020))
    #expect(conflict(linkage([2023...2025: [:]])) == .years(now: 2023...2025, then: 2021...2023))
    #expect(
      conflict(linkage([2018...2020: ["ww": "w"]], wijken: ["WK059901"])) == .areas(2018...2020))
    #expect(conflict(linkage([2018...2020: ["ww": "w"]], minimum: 10)) == .rule(2018...2020))
    #expect(conflict(linkage([2018...2020: ["ww": "w"]], persons: "q")) == .persons(2018...2020))
    #expect(
      conflict(linkage([2021...2023: ["ww": "w", "bij-stand": "x"]]))
        == .scheme("bij-stand", 2021...2023))
  }

  @Test func whichRegisterIsTheSame() {
    func linkage(
      _ controller: String?, _ code: (hmac: String, keyID: String)? = nil
    ) -> LedgerEntry.Linkage {
      self.linkage([2018...2020: [:]], controller: controller, code: code)
    }
    #expect(linkage("CJIB").isOfSameRegister(as: linkage("c.j.i.b. ")))
    #expect(!linkage("CJIB").isOfSameRegister(as: linkage("OM")))
    #expect(linkage(nil).isOfSameRegister(as: linkage(nil)))
    #expect(!linkage(nil).isOfSameRegister(as: linkage("OM")))
    #expect(linkage("CJIB", ("a", "k")).isOfSameRegister(as: linkage("OM", ("a", "k"))))
    #expect(!linkage("CJIB", ("a", "k")).isOfSameRegister(as: linkage("OM", ("a", "l"))))
    // Another state of it.
    #expect(linkage("CJIB", ("a", "k")).isOfSameRegister(as: linkage("CJIB", ("b", "k"))))
    #expect(linkage("CJIB", ("a", "k")).isOfSameFile(as: linkage("CJIB", ("b", "k"))) == false)
    #expect(linkage("CJIB", ("a", "k")).isOfSameFile(as: linkage("CJIB")) == nil)
  }

  @Test func aStampIsOfAllCellsAndTheirOrder() {
    let stamps = [
      [["a", "b"], ["c"]], [["a"], ["b", "c"]], [["ab"], ["c"]], [["c"], ["a", "b"]], [],
    ].map { Linkage.stamp(of: $0) }
    #expect(Set(stamps).count == stamps.count)
    // printf 'a\x1fb\nc\n' | sha256sum
    #expect(stamps[0] == "d78dcf74bae453a5028d475309365e5d07f8c596de6a5784a99299b827dc2895")
  }
}

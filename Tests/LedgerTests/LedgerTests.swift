import Disclosure
import Geocoding
import Ledger
import Tabulation
import Testing

struct LedgerTests {
  private func ledger(
    _ count: Int, sha256: String? = "ab", code: (hmac: String, keyID: String)? = nil,
    upper: Int = 22
  ) throws -> PublicationLedger {
    var ledger = PublicationLedger()
    for number in 0..<count {
      ledger = try ledger.adding(
        study: "s\(number)", peildatum: "2024-12-31", audience: "openbaar", edition: 2024,
        outputs: String(repeating: "\(number)", count: 64),
        records: [
          LedgerEntry.Source(
            id: "meldingen",
            file: LedgerEntry.FileIdentity(
              sha256: sha256, contentSHA256: sha256.map { $0 + "c" },
              codes: code.map { ($0.hmac, "c" + $0.hmac, $0.keyID) }, part: nil),
            areas: ["buurt": ["BU1", "BU2", "BU3"]],
            statements: [
              LedgerEntry.Statement(
                .records, level: "buurt",
                conditions: [
                  SavedCondition(.among(column: "soort", words: ["a*"])) { name, _ in "\(name)!" }
                ],
                said: [.nothing, .hidden, .between(lower: 18, upper: number == 0 ? nil : upper)])
            ])
        ])
    }
    return ledger
  }

  @Test func aLedgerIsReadAsItWasWritten() throws {
    for count in 0...3 {
      let ledger = try ledger(count)
      #expect(try PublicationLedger(ledger.bytes, path: "g") == ledger)
      #expect(ledger.entries.map(\.entry) == Array(1..<(count + 1)))
      #expect(try ledger.prefix(1).bytes == self.ledger(min(count, 1)).bytes)
    }
  }

  @Test func theHeadTellsNothingOfPlainHashes() throws {
    let head = try ledger(3).head
    #expect(try ledger(3, sha256: "cd").head == head)
    #expect(try ledger(3, sha256: nil).head == head)
    #expect(try ledger(3).bytes != ledger(3, sha256: "cd").bytes)
    // But all else.
    #expect(try ledger(3, upper: 23).head != head)
    #expect(try ledger(2).head != head)
    #expect(try ledger(3).prefix(2).head == ledger(2).head)
    let keyed = try ledger(3, code: ("ef", "k")).head
    #expect(keyed != head)
    #expect(try ledger(3, code: ("ee", "k")).head != keyed)
    #expect(try ledger(3, code: ("ef", "l")).head != keyed)
  }

  @Test func aLedgerWithCodesIsReadAsItWasWritten() throws {
    let ledger = try ledger(2, sha256: nil, code: ("ef", "k"))
    let read = try PublicationLedger(ledger.bytes, path: "g")
    #expect(read == ledger)
    #expect(try read.head == ledger.head)
    let source = try #require(read.entries.last?.records.first)
    #expect(source.file.hmac == "ef" && source.file.keyID == "k" && source.file.sha256 == nil)
    let text = String(decoding: try ledger.bytes, as: UTF8.self)
    #expect(text.contains(#""hmac_sha256":"ef""#) && text.contains(#""key_id":"k""#))
  }

  @Test func deliveriesAndHeatmapsAreReadAsTheyWereWritten() throws {
    func ledger(sha256: String?, areas: [String] = ["WK1", "WK2"]) throws -> PublicationLedger {
      let file = LedgerEntry.FileIdentity(sha256: sha256, contentSHA256: sha256, part: nil)
      let day = try #require(RecordDate("2024-12-31"))
      return try PublicationLedger().adding(
        study: "s", peildatum: "2024-12-31", audience: "openbaar", edition: 2024, outputs: "",
        records: [],
        deliveries: [
          LedgerEntry.Delivery(
            id: "politie", file: file, period: "2023-2024", areas: ["wijk": areas],
            counts: [
              LedgerEntry.DeliveredCount(
                name: "drugs",
                place: LedgerEntry.DeliveredCount.Place(
                  column: "soort", word: "Drugs", value: "aantal", where: ["jaar": "2024"]),
                whole: "alles",
                level: "wijk", isConverted: false, said: [.hidden, .between(lower: 13, upper: 17)])
            ])
        ],
        heatmaps: [
          LedgerEntry.Heatmap(
            id: "warm", records: "meldingen", file: file,
            conditions: [
              SavedCondition(.dated(column: "dag", in: DayPeriod(months: 12, through: day))) {
                name, _ in name
              }
            ], gemeenten: ["GM1"],
            settings: LedgerEntry.Heatmap.Settings(
              weight: nil, kernel: "quartic", bandwidth: "500.0", cell: 100, edge: "diggle",
              isAdaptive: false, isRelative: true), map: "ef")
        ])
    }
    let first = try ledger(sha256: "ab")
    #expect(try PublicationLedger(first.bytes, path: "g") == first)
    let text = String(decoding: try first.bytes, as: UTF8.self)
    #expect(text.contains(#""said":[null,[13,17]]"#))
    // Neither is known by what is published of it.
    #expect(try ledger(sha256: "cd").head == first.head)
    #expect(try ledger(sha256: "cd").bytes != first.bytes)
    // What is said is of areas that are named.
    let short = try ledger(sha256: "ab", areas: ["WK1"]).bytes
    #expect(throws: PublicationLedger.Damage(path: "g", line: 1, fault: .unreadable)) {
      try PublicationLedger(short, path: "g")
    }
  }

  /// Entries of before there were codes.
  @Test func anOldEntryIsRead() throws {
    let old = try ledger(2)
    #expect(!String(decoding: try old.bytes, as: UTF8.self).contains("hmac"))
    let next = try PublicationLedger(old.bytes, path: "g").adding(
      study: "s", peildatum: "2024-12-31", audience: "openbaar", edition: 2024, outputs: "",
      records: [
        LedgerEntry.Source(
          id: "r", file: LedgerEntry.FileIdentity(sha256: nil, codes: ("ef", nil, "k"), part: nil),
          areas: [:], statements: [])
      ])
    #expect(try PublicationLedger(next.bytes, path: "g").entries.count == 3)
  }

  @Test func aFileThatIsNotThereHasNoEntries() throws {
    #expect(try PublicationLedger(path: "/nergens/grootboek.jsonl").entries.isEmpty)
  }

  @Test func everyOtherByteIsFound() throws {
    let bytes = try ledger(3).bytes
    for place in bytes.indices {
      var other = bytes
      other[place] = other[place] == 0x31 ? 0x32 : 0x31
      #expect(throws: PublicationLedger.Damage.self, "byte \(place)") {
        try PublicationLedger(other, path: "g")
      }
    }
    for length in bytes.indices {
      #expect(throws: PublicationLedger.Damage.self) {
        try PublicationLedger(Array(bytes.prefix(length)), path: "g")
      }
    }
  }

  @Test func lessTwiceOrOtherwiseOrderedIsFound() throws {
    let lines = try ledger(3).bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    for line in lines.indices {
      var others = [lines, lines]
      others[0].remove(at: line)
      others[1].insert(lines[line], at: line)
      for other in others {
        #expect(throws: PublicationLedger.Damage.self) {
          try PublicationLedger(other.flatMap(\.self), path: "g")
        }
      }
      for second in lines.indices where second > line {
        var other = lines
        other.swapAt(line, second)
        #expect(throws: PublicationLedger.Damage.self) {
          try PublicationLedger(other.flatMap(\.self), path: "g")
        }
      }
    }
  }

  /// Sums and numbers of different things are of a column, and counts are not.
  @Test func whatIsMeasuredIsOfAColumn() throws {
    for (what, column, isSound) in [
      (LedgerEntry.Statement.What.sum, "m2", true), (.distinct, "adres", true),
      (.records, nil, true), (.sum, nil, false), (.distinct, nil, false), (.records, "m2", false),
    ] as [(LedgerEntry.Statement.What, String?, Bool)] {
      let ledger = try PublicationLedger().adding(
        study: "s", peildatum: "2024-12-31", audience: "openbaar", edition: 2024, outputs: "",
        records: [
          LedgerEntry.Source(
            id: "r", file: LedgerEntry.FileIdentity(sha256: nil, part: nil),
            areas: ["wijk": ["WK1"]],
            statements: [
              LedgerEntry.Statement(
                what, level: "wijk", column: column, said: [.between(lower: 10, upper: 12)])
            ])
        ])
      if isSound {
        #expect(try PublicationLedger(ledger.bytes, path: "g") == ledger)
      } else {
        #expect(throws: PublicationLedger.Damage(path: "g", line: 1, fault: .unreadable)) {
          try PublicationLedger(ledger.bytes, path: "g")
        }
      }
    }
  }

  @Test func numbersOfATableAreKnownHoweverTheirRowsArePicked() {
    typealias Place = LedgerEntry.DeliveredCount.Place
    let word = Place(column: "soort", word: "a", value: "aantal", where: ["jaar": "2024"])
    let expected: [(Place, Place.Likeness)] = [
      (word, .same),
      (Place(column: "aantal", word: nil, where: ["soort": "a", "jaar": "2024"]), .same),
      (Place(column: "jaar", word: "2024", value: "aantal", where: ["soort": "a"]), .same),
      // An entry of before the column of numbers was kept.
      (Place(column: "soort", word: "a", where: ["jaar": "2024"]), .same),
      (Place(column: "aantal", word: nil, where: ["soort": "b", "jaar": "2024"]), .other),
      (Place(column: "aantal", word: nil, where: ["jaar": "2023"]), .other),
      (Place(column: "bedrag", word: nil, where: ["soort": "a", "jaar": "2024"]), .other),
      (Place(column: "soort", word: "a", value: "bedrag", where: ["jaar": "2024"]), .other),
      (Place(column: "aantal", word: nil, where: ["soort": "a"]), .unknown),
      (Place(column: "aantal", word: nil, where: ["bron": "x"]), .unknown),
      (Place(column: "soort", word: "a", where: [:]), .unknown),
    ]
    for (other, likeness) in expected {
      #expect(word.likeness(to: other) == likeness)
      #expect(other.likeness(to: word) == likeness)
    }
  }

  @Test func conditionsComeBack() throws {
    let day = try #require(RecordDate("2024-12-31"))
    let year = DayPeriod(months: 12, through: day)
    let conditions: [Condition] = [
      .among(column: "soort", words: ["a", "b*"]), .sector(column: "sbi", codes: ["56*"]),
      .number(column: "m2", least: 0.1, below: nil), .number(column: "m2", least: nil, below: 5),
      .sharedAddress(column: "@adres", minimum: 5, among: [.dated(column: "datum", in: year)]),
      .active(start: "van", end: "tot", on: day), .changed(start: "van", end: "tot", in: year),
      .begun(start: "van", in: year), .ended(end: "tot", in: year),
      .dated(column: "datum", in: year),
    ]
    let saved = conditions.map { condition in
      SavedCondition(condition) { name, kind in "\(name) als \(kind)" }
    }
    let ledger = try PublicationLedger().adding(
      study: "s", peildatum: day.text, audience: "partners", edition: 2024, outputs: "",
      records: [
        LedgerEntry.Source(
          id: "r", file: LedgerEntry.FileIdentity(sha256: nil, part: "blad"), areas: [:],
          statements: [LedgerEntry.Statement(.records, level: "wijk", conditions: saved, said: [])])
      ])
    // A statement of a level of which no areas are named is none.
    #expect(throws: PublicationLedger.Damage(path: "g", line: 1, fault: .unreadable)) {
      try PublicationLedger(ledger.bytes, path: "g")
    }
    #expect(
      saved.map { saved in
        saved.condition { name, kind in name.replacing(" als \(kind)", with: "") }
      } == conditions)
  }
}

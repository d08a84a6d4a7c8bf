internal import GeoJSON
internal import Indicators
public import Provenance

/// The barriers of a study: `barrieres.csv`, and a part of provenance.
public struct BarrierRegister: Sendable {
  /// The name of the file.
  public static let name = "barrieres.csv"

  /// The column that says who found a barrier.
  public static let finder = "gevonden_door"

  /// The word in it for a barrier that somebody wrote down.
  public static let given = "opgegeven"
  /// The word for a barrier that stands in the rules of the program.
  static let ofRules = "regels"

  /// The barriers, in the order of kinds.
  public let barriers: [Barrier]
  private let document: MapDocument

  /// Gathers barriers, in the order of kinds; within a kind those that somebody wrote down last.
  public init(_ barriers: [Barrier], document: MapDocument) {
    self.barriers = Barrier.Kind.allCases.flatMap { kind in
      let own = barriers.filter { $0.kind == kind }
      return own.filter(\.isFound) + own.filter { !$0.isFound }
    }
    self.document = document
  }

  /// The file.
  public var csv: [UInt8] {
    var table = MarkedTable(document, isSynthetic: document.isSynthetic)
    table.header([
      "soort", "onderwerp", "wat", "what", "oplossing", "remedy", "eigenaar", "sinds", Self.finder,
    ])
    for barrier in barriers {
      table.row([
        barrier.kind.rawValue, MarkedTable.words(barrier.subject),
        MarkedTable.words(barrier.text.nl), MarkedTable.words(barrier.text.en),
        MarkedTable.words(barrier.remedy?.nl ?? ""), MarkedTable.words(barrier.remedy?.en ?? ""),
        MarkedTable.words(barrier.owner ?? ""), barrier.since ?? "",
        barrier.isFound ? "programma" : barrier.isOfRules ? Self.ofRules : Self.given,
      ])
    }
    return table.bytes
  }

  /// The barriers as provenance keeps them.
  public var fact: ProvenanceRecord.Fact {
    func both(_ text: LocalizedText?) -> ProvenanceRecord.Fact {
      guard let text else { return .scalar(.null) }
      return .facts([("nl", .scalar(.text(text.nl))), ("en", .scalar(.text(text.en)))])
    }
    func text(_ text: String?) -> ProvenanceRecord.Fact {
      .scalar(text.map { .text($0) } ?? .null)
    }
    return .list(
      barriers.map { barrier in
        .facts([
          ("kind", text(barrier.kind.rawValue)), ("subject", text(barrier.subject)),
          ("what", both(barrier.text)), ("remedy", both(barrier.remedy)),
          ("owner", text(barrier.owner)), ("since", text(barrier.since)),
          ("found", .scalar(.bool(barrier.isFound))),
        ])
      })
  }
}

internal import Crypto

extension LedgerEntry {
  /// What a linkage said: how it counted, and what stands for each table that it published.
  ///
  /// Holds no count, and of registers no plain hash: who has the tokens of one could try out by it who is in a
  /// small other one.
  public struct Linkage: Hashable, Sendable, Codable {
    /// A register that was joined.
    public struct Register: Hashable, Sendable, Codable {
      /// Its name: `untraceable`, or that of the scheme.
      public let name: String
      /// Who decides about it, as declared; nil when nothing was.
      public let controller: String?
      /// The code of its file by a key; nil without one.
      public let hmac: String?
      /// The code of the set of persons in it by a key, whatever the file is like; nil without one, of schemes, and
      /// in entries of before it was kept.
      public let persons: String?

      enum CodingKeys: String, CodingKey {
        case name, controller
        case hmac = "hmac_sha256"
        case persons = "persons_hmac_sha256"
      }

      /// Names a register.
      public init(name: String, controller: String?, hmac: String?, persons: String? = nil) {
        self.name = name
        self.controller = controller
        self.hmac = hmac
        self.persons = persons
      }
    }

    /// Over which areas was counted.
    public struct Areas: Hashable, Sendable, Codable {
      /// The codes of the gemeenten, in order.
      public let gemeenten: [String]
      /// The codes of the wijken, in order; none when was counted by gemeente.
      public let wijken: [String]

      /// Names areas.
      public init(gemeenten: [String], wijken: [String]) {
        self.gemeenten = gemeenten
        self.wijken = wijken
      }
    }

    /// How counts were protected.
    public struct Rule: Hashable, Sendable, Codable {
      /// Fewer are hidden.
      public let minimum: Int
      /// Others were rounded to a multiple of it.
      public let rounding: Int

      /// Names a rule.
      public init(minimum: Int, rounding: Int) {
        self.minimum = minimum
        self.rounding = rounding
      }
    }

    /// What was said of the years that were taken together.
    public struct Period: Hashable, Sendable, Codable {
      /// The first year.
      public let first: Int
      /// The last year.
      public let last: Int
      /// What stands for the table of untraceable persons, from ``Linkage/stamp(of:)``.
      public let persons: String
      /// The same of each scheme, by its name.
      public let schemes: [String: String]

      /// Brings together what was said.
      public init(years: ClosedRange<Int>, persons: String, schemes: [String: String]) {
        first = years.lowerBound
        last = years.upperBound
        self.persons = persons
        self.schemes = schemes
      }

      /// The years; nil when the last lies before the first.
      var years: ClosedRange<Int>? { first <= last ? first...last : nil }
    }

    /// The register of the untraceable, and those of the schemes.
    public let registers: [Register]
    /// Which key the codes of registers are by; nil without one.
    public let keyID: String?
    /// Over which areas was counted.
    public let areas: Areas
    /// How counts were protected.
    public let rule: Rule
    /// What was said, by period.
    public let periods: [Period]

    enum CodingKeys: String, CodingKey {
      case registers, areas, rule, periods
      case keyID = "key_id"
    }

    /// Brings together what was said.
    /// - Parameter registers: that of the untraceable first.
    public init(
      registers: [Register], keyID: String?, areas: Areas, rule: Rule, periods: [Period]
    ) {
      self.registers = registers
      self.keyID = keyID
      self.areas = areas
      self.rule = rule
      self.periods = periods
    }

    /// What stands for rows of a published table, in their order: SHA-256 in small hexadecimal digits.
    public static func stamp(of rows: [[String]]) -> String {
      let text = rows.map { $0.joined(separator: "\u{1F}") + "\n" }.joined()
      return SHA256.hash(data: Array(text.utf8)).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
    }

    /// Whether it can be minded.
    var isReadable: Bool {
      !registers.isEmpty && !periods.isEmpty && periods.allSatisfy { $0.years != nil }
    }
  }
}

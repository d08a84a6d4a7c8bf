/// Rules about which data may be put together, for whom and how finely, as a lawyer can edit them.
public struct DataRules: Hashable, Sendable {
  /// A text in both languages.
  public struct Text: Hashable, Sendable {
    /// Dutch.
    public let nl: String
    /// English.
    public let en: String

    /// Makes a text.
    public init(nl: String, en: String) {
      self.nl = nl
      self.en = en
    }
  }

  /// What a class is.
  public struct Class: Hashable, Sendable {
    /// The class.
    public let dataClass: DataClass
    /// Its name for people.
    public let title: Text
    /// Where it stands in law.
    public let article: String
    /// What it means, plainly.
    public let explanation: Text

    /// States a class.
    public init(dataClass: DataClass, title: Text, article: String, explanation: Text) {
      self.dataClass = dataClass
      self.title = title
      self.article = article
      self.explanation = explanation
    }
  }

  /// When a rule holds.
  public enum Condition: Hashable, Sendable {
    /// Data of all these classes are in the study.
    case together([DataClass])
    /// Data about this are in the study.
    case content(DataContent)
    /// Data of this class are in a study for this audience.
    case audience(String, DataClass)
  }

  /// The finest level on which something may be shown.
  public struct Rule: Hashable, Sendable {
    /// The name of the rule.
    public let id: String
    /// When it holds.
    public let condition: Condition
    /// The name of the finest level; nil when it may not be shown at all.
    public let finest: String?
    /// Where it stands in law.
    public let article: String
    /// Why, plainly.
    public let explanation: Text

    /// States a rule.
    public init(
      id: String, condition: Condition, finest: String?, article: String, explanation: Text
    ) {
      self.id = id
      self.condition = condition
      self.finest = finest
      self.article = article
      self.explanation = explanation
    }
  }

  /// From which rank correlation on a bias audit stops publication, at the latest, and what counts as tested.
  public struct BiasLimit: Hashable, Sendable {
    /// The rank correlation, up or down; above 0, at most 1. A study may take a lower one.
    public let threshold: Double
    /// Which part of the areas with a value, in each gemeente, must have a share for a result to count as tested
    /// there; above 0, at most 1.
    public let coverage: Double
    /// What protected columns are called in texts, by name.
    public let columns: [String: Text]
    /// Where it stands in law.
    public let article: String
    /// Why, plainly.
    public let explanation: Text

    /// What holds when no file of rules says so.
    public static let standard = BiasLimit(
      threshold: 0.5, coverage: 0.8, article: "", explanation: Text(nl: "", en: ""))

    /// States a limit.
    public init(
      threshold: Double, coverage: Double, columns: [String: Text] = [:], article: String,
      explanation: Text
    ) {
      self.threshold = threshold
      self.coverage = coverage
      self.columns = columns
      self.article = article
      self.explanation = explanation
    }
  }

  /// A set of data as it is used in a study.
  public struct Use: Hashable, Sendable {
    /// The name of the data in the study.
    public let id: String
    /// What is claimed about them.
    public let declaration: DataDeclaration
    /// The names of the levels on which they are shown, own levels and single points included.
    public let levels: Set<String>

    /// States a use.
    public init(id: String, declaration: DataDeclaration, levels: Set<String>) {
      self.id = id
      self.declaration = declaration
      self.levels = levels
    }
  }

  /// The version of the file.
  public let version: String
  /// The classes.
  public let classes: [Class]
  /// The rules.
  public let rules: [Rule]
  /// How counts are protected; of those that hold for a study the first.
  public let counts: [CountProtection]
  /// From which rank correlation on a bias audit stops publication.
  public let bias: BiasLimit

  /// The levels of CBS, the finest first; any other level counts as finer than all of them, because
  /// nothing is known of its areas.
  private static let levels = ["buurt", "wijk", "gemeente"]

  /// Makes a set of rules.
  public init(
    version: String, classes: [Class], rules: [Rule], counts: [CountProtection] = [],
    bias: BiasLimit = .standard
  ) {
    self.counts = counts
    self.bias = bias
    self.version = version
    self.classes = classes
    self.rules = rules
  }

  /// How counts of data of a class are protected for an audience; nil when no rule says so.
  public func protection(of dataClass: DataClass, audience: String) -> CountProtection? {
    counts.first { $0.audiences.contains(audience) && $0.classes.contains(dataClass) }
  }

  /// The rules that a study breaks, each with the names of the data for which it does.
  public func broken(by uses: [Use], audience: String) -> [(rule: Rule, data: [String])] {
    rules.compactMap { rule in
      let concerned: [Use]
      switch rule.condition {
      case .together(let classes):
        guard
          classes.allSatisfy({ one in uses.contains { $0.declaration.dataClass == one } })
        else { return nil }
        concerned = uses.filter { classes.contains($0.declaration.dataClass) }
      case .content(let content):
        concerned = uses.filter { $0.declaration.content == content }
      case .audience(let word, let one):
        guard word == audience else { return nil }
        concerned = uses.filter { $0.declaration.dataClass == one }
      }
      let breaking = concerned.filter { use in
        guard let finest = rule.finest else { return true }
        return use.levels.contains { Self.isFiner($0, than: finest) }
      }
      // Of a forbidden combination it is enough that one of its parts is shown too finely.
      guard !breaking.isEmpty else { return nil }
      if case .together = rule.condition { return (rule, concerned.map(\.id)) }
      return (rule, breaking.map(\.id))
    }
  }

  private static func isFiner(_ level: String, than finest: String) -> Bool {
    guard let place = levels.firstIndex(of: level) else { return true }
    return place < (levels.firstIndex(of: finest) ?? 0)
  }
}

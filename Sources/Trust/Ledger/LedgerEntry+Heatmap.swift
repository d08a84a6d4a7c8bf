extension LedgerEntry {
  /// A heatmap of a publication: of which records it is and how it was made. Holds no density.
  public struct Heatmap: Hashable, Sendable, Codable {
    /// How a heatmap was made, as it was asked for.
    public struct Settings: Hashable, Sendable, Codable {
      /// The column with weights, as the file names it.
      public let weight: String?
      /// The kernel.
      public let kernel: String
      /// The bandwidth in metres, or the rule that chose it.
      public let bandwidth: String
      /// The side of a cell in metres; nil when it was not named.
      public let cell: Double?
      /// The correction at the edge.
      public let edge: String
      /// Whether bandwidths follow the density.
      public let adaptive: Bool
      /// Whether the density is compared with that of inhabitants.
      public let relative: Bool

      /// Brings settings together.
      public init(
        weight: String?, kernel: String, bandwidth: String, cell: Double?, edge: String,
        isAdaptive: Bool, isRelative: Bool
      ) {
        self.weight = weight
        self.kernel = kernel
        self.bandwidth = bandwidth
        self.cell = cell
        self.edge = edge
        adaptive = isAdaptive
        relative = isRelative
      }
    }

    /// Its name in the study.
    public let id: String
    /// The name of the records in the study.
    public let records: String
    /// What their file is known by.
    public let file: FileIdentity
    /// Which of the records.
    public let conditions: [SavedCondition]
    /// The codes of the gemeenten.
    public let gemeenten: [String]
    /// How it was made.
    public let settings: Settings
    /// Stands for the map itself, as it was published: the same for the same map.
    public let map: String

    /// Names a heatmap.
    public init(
      id: String, records: String, file: FileIdentity, conditions: [SavedCondition],
      gemeenten: [String], settings: Settings, map: String
    ) {
      self.id = id
      self.records = records
      self.file = file
      self.conditions = conditions
      self.gemeenten = gemeenten
      self.settings = settings
      self.map = map
    }

    /// The same without plain hashes of its file.
    public var withoutHash: Heatmap {
      Heatmap(
        id: id, records: records, file: file.withoutHash, conditions: conditions,
        gemeenten: gemeenten, settings: settings, map: map)
    }
  }
}

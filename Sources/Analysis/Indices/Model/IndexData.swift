/// The numbers that go into an index: for each member one per area, and how sure each is.
public struct IndexData: Sendable {
  /// The numbers of one member.
  public struct Column: Sendable {
    /// One number per area, in the unit of the indicator; not a number where there is none.
    public var values: [Double]
    /// Half the step to which each number was rounded.
    public var halfSteps: [Double]
    /// The standard deviation that chance gives each number where few people, dwellings or records
    /// are behind it.
    public var deviations: [Double]
    /// Whether the numbers behind each are too few to be relied on.
    public var isFew: [Bool]

    /// Makes a column; without more the numbers are exact.
    public init(
      _ values: [Double], halfSteps: [Double]? = nil, deviations: [Double]? = nil,
      isFew: [Bool]? = nil
    ) {
      self.values = values
      self.halfSteps = halfSteps ?? values.map { _ in 0 }
      self.deviations = deviations ?? values.map { _ in 0 }
      self.isFew = isFew ?? values.map { _ in false }
    }
  }

  /// One column per member.
  public var columns: [Column]
  /// The frame of each area: areas are compared with those of the same frame.
  public var frames: [String]

  /// Makes data; without frames all areas are compared with each other.
  public init(_ columns: [Column], frames: [String]? = nil) {
    self.columns = columns
    self.frames = frames ?? Array(repeating: "", count: columns.first?.values.count ?? 0)
  }

  /// The same without the numbers that rest on too little: what scales, weights and coherence are made of.
  public var reliable: IndexData {
    var copy = self
    for place in columns.indices {
      let column = columns[place]
      copy.columns[place].values = zip(column.values, column.isFew).map { $1 ? .nan : $0 }
    }
    return copy
  }

  /// The number of areas.
  public var count: Int { frames.count }
}

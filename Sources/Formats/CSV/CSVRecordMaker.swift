/// Makes the records of a table that stands in another kind of file, as UTF-8 text in the dialect
/// ``CSVDialect/semicolon``, so that all that reads CSV reads that file too.
public protocol CSVRecordMaker: Sendable {
  /// Begins with the first record behind the header.
  /// - Throws: ``CSVError``.
  func start() throws(CSVError) -> any CSVRecordStream

  /// The numbers of rows below the table that are no records (totals, notes); known when the last
  /// record was read.
  var leftOutRows: [Int] { get }
}

/// Records on their way out of a file of another kind.
public protocol CSVRecordStream: Sendable {
  /// The next records, whole, each ended by a line feed; nil behind the last.
  /// - Parameter size: about how many bytes are wanted.
  /// - Throws: ``CSVError``.
  func next(size: Int) throws(CSVError) -> [UInt8]?
}

/// What went wrong in a file of another kind: the error of its own reader.
public struct CSVSourceFailure: Hashable, Sendable {
  /// The error.
  public let error: any Error
  private let description: String

  /// Takes an error.
  public init(_ error: some Error) {
    self.error = error
    description = String(describing: error)
  }

  /// Whether both are the same error.
  public static func == (a: CSVSourceFailure, b: CSVSourceFailure) -> Bool {
    a.description == b.description
  }

  /// Adds the error.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

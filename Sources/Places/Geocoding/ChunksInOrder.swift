internal import CSV

/// Works on the chunks of a file in `tasks` tasks and hands over the results in the order of the file.
///
/// - Parameters:
///   - ahead: how many chunks more are begun, so that no task waits for a slow one.
///   - collect: called on the task that waits, one result after the other.
func forEachChunkInOrder<Result: Sendable>(
  of file: CSVFile, size: Int = 1 << 20, tasks: Int, ahead: Int = 1,
  work: @escaping @Sendable (CSVChunk) async throws -> Result,
  collect: (Result) throws -> Void
) async throws {
  var reader = file.chunks(ofSize: size)
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var started = 0
    var results = InOrder<Result>()
    func start() throws -> Bool {
      guard let chunk = try reader.next() else { return false }
      let number = started
      started += 1
      group.addTask { (number, try await work(chunk)) }
      return true
    }
    for _ in 0..<(tasks + ahead) { if try !start() { break } }
    while let (number, result) = try await group.next() {
      _ = try start()
      try results.add(result, number: number, handOver: collect)
    }
  }
}

/// The same for work that needs something which is still being made: up to `ahead` chunks are prepared
/// meanwhile.
///
/// Prepared chunks are worked on in the order of the file, so that results can be handed over, and
/// their memory used anew, from the first one on.
func forEachChunkInOrder<Ready: Sendable, Prepared: Sendable, Result: Sendable>(
  of file: CSVFile, size: Int = 1 << 20, tasks: Int, ahead: Int,
  ready: @escaping @Sendable () async throws -> Ready,
  prepare: @escaping @Sendable (CSVChunk) throws -> Prepared,
  work: @escaping @Sendable (Prepared, Ready) throws -> Result,
  collect: (Result) throws -> Void
) async throws {
  var reader = file.chunks(ofSize: size)
  try await withThrowingTaskGroup(of: ChunkStep<Ready, Prepared, Result>.self) { group in
    group.addTask { .ready(try await ready()) }
    var made: Ready?
    var begun = 0
    var handed = 0
    var prepared: [(number: Int, chunk: Prepared)] = []
    var results = InOrder<Result>()
    func start() throws {
      while begun - handed < tasks + (made == nil ? ahead : 2), let chunk = try reader.next() {
        let number = begun
        begun += 1
        if let made {
          group.addTask { .done(number, try work(prepare(chunk), made)) }
        } else {
          group.addTask { .prepared(number, try prepare(chunk)) }
        }
      }
    }
    try start()
    while let step = try await group.next() {
      switch step {
      case .ready(let value): made = value
      case .prepared(let number, let chunk): prepared.append((number, chunk))
      case .done(let number, let result):
        handed += try results.add(result, number: number, handOver: collect)
        try start()
      }
      guard let made, !prepared.isEmpty else { continue }
      prepared.sort { $0.number < $1.number }
      for (number, chunk) in prepared {
        group.addTask { .done(number, try work(chunk, made)) }
      }
      prepared = []
    }
  }
}

/// What a task has come to.
private enum ChunkStep<Ready: Sendable, Prepared: Sendable, Result: Sendable>: Sendable {
  case ready(Ready)
  case prepared(Int, Prepared)
  case done(Int, Result)
}

/// Results that wait for those before them.
private struct InOrder<Result> {
  private var waiting: [Int: Result] = [:]
  private var handed = 0

  /// Adds one, and hands over all that no earlier one is missing for.
  /// - Returns: how many were handed over.
  @discardableResult
  mutating func add(
    _ result: Result, number: Int, handOver: (Result) throws -> Void
  ) rethrows -> Int {
    waiting[number] = result
    let before = handed
    while let next = waiting.removeValue(forKey: handed) {
      try handOver(next)
      handed += 1
    }
    return handed - before
  }
}

internal import Dispatch
internal import Synchronization

/// Unpacks a part on a thread of its own, one block ahead of who reads it.
///
/// Unpacking takes a third as long as looking at what is unpacked, so it goes on meanwhile. The queue is
/// its own: it has a thread also when all others wait for rows. For one reader.
final class PartAhead: Sendable {
  let path: String
  let name: String
  private let part: Mutex<WorkbookPart>
  private let block = Mutex<Result<[UInt8], SpreadsheetError>?>(nil)
  private let isThere = DispatchSemaphore(value: 0)
  private let queue = DispatchQueue(label: "wijkzicht.workbook-part")

  /// How much is unpacked at a time.
  static let step = 1 << 18

  init(_ part: consuming sending WorkbookPart) {
    path = part.path
    name = part.name
    self.part = Mutex(part)
    unpack()
  }

  /// The next bytes; none at the end.
  func next() throws(SpreadsheetError) -> [UInt8] {
    isThere.wait()
    let ready = block.withLock { $0.take() } ?? .success([])
    if case .success(let bytes) = ready, !bytes.isEmpty {
      unpack()
    } else {
      // Whoever asks behind the end gets the same answer.
      keep(ready)
    }
    return try ready.get()
  }

  private func unpack() {
    queue.async { [self] in
      keep(
        part.withLock { part in
          Result { () throws(SpreadsheetError) in try part.bytes(Self.step) }
        })
    }
  }

  private func keep(_ ready: Result<[UInt8], SpreadsheetError>) {
    block.withLock { $0 = ready }
    isThere.signal()
  }
}

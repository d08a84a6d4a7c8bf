internal import Foundation

/// Input that is almost right: bytes of a sound file, changed at random and the same on every run.
///
/// What reads bytes of others must answer any of them with a result or with an error of its own.
public struct Mutation {
  private var generator: RepeatableGenerator
  private let signs: [UInt8]

  /// How many times to try: `count`, or twenty times as often with `WIJKZICHT_FULL`.
  public static func rounds(_ count: Int) -> Range<Int> {
    let isFull = ProcessInfo.processInfo.environment["WIJKZICHT_FULL"]?.isEmpty == false
    return 0..<(isFull ? count * 20 : count)
  }

  /// Starts a row of changes.
  /// - Parameter signs: bytes that mean something in the format, which are put in more often.
  public init(seed: UInt64, signs: String = "", bytes: [UInt8] = [0x00, 0x7F, 0x80, 0xFF]) {
    generator = RepeatableGenerator(seed: seed)
    self.signs = Array(signs.utf8) + bytes
  }

  /// `sound` with one to four changes: a byte set, a part cut out, doubled, moved, or the end cut off.
  public mutating func changed(_ sound: [UInt8]) -> [UInt8] {
    var bytes = sound
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      let end = Int.random(in: at...min(bytes.count, at + 12), using: &generator)
      switch Int.random(in: 0..<12, using: &generator) {
      case 0...3: bytes[at] = signs.randomElement(using: &generator)!
      case 4...5: bytes[at] = UInt8.random(in: .min ... .max, using: &generator)
      case 6: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 7: bytes.removeSubrange(at..<end)
      case 8: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 9: bytes.insert(signs.randomElement(using: &generator)!, at: at)
      case 10:
        let part = Array(bytes[at..<end])
        bytes.removeSubrange(at..<end)
        bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &generator))
      default: bytes.removeLast(Int.random(in: 1...bytes.count, using: &generator))
      }
    }
    return bytes
  }

  /// A number below `count`, for choices between kinds of input.
  public mutating func choice(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
}

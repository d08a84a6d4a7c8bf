internal import Tables

/// Where two files of the same name are not the same.
public struct FileDifference: Hashable, Sendable {
  /// What is not the same.
  public enum Kind: Hashable, Sendable {
    /// Only one of the two folders holds the file.
    case onlyBefore, onlyNow
    /// A number or text: its row, counted from 1 with the header as row 1, and what column.
    case cell(row: Int, column: String)
    /// The files have other numbers of rows.
    case rows(before: Int, now: Int)
    /// A file that is no text, from this byte on, counted from 0.
    case byte(Int)
  }

  /// The name of the file.
  public let name: String
  /// What is not the same first.
  public let kind: Kind

  /// The largest distance of two numbers that count as the same, in their own unit or, above 1, as a share.
  public static let tolerance = 1e-9

  /// Where two contents differ first; nil when they do not.
  /// - Parameters:
  ///   - isExact: whether every byte counts; else numbers of a text may lie within ``tolerance``.
  ///   - versions: what may stand in a text in the place of what stands there now, longer words first.
  /// - Complexity: O(bytes), of lines that differ times the number of `versions`.
  init?(
    _ name: String, before: [UInt8], now: [UInt8], isExact: Bool,
    versions: [ToldVersions.Pair] = []
  ) {
    guard before != now else { return nil }
    self.name = name
    guard Self.isText(before), Self.isText(now) else {
      let same = zip(before, now).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      kind = .byte(same ?? min(before.count, now.count))
      return
    }
    let old = before.split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = now.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (row, (first, second)) in zip(old, new).enumerated() where first != second {
      guard let place = Self.difference(first, second, isExact: isExact, versions: versions)
      else { continue }
      let isTable = name.hasSuffix(".csv") && row > 0
      kind = .cell(
        row: row + 1,
        column: isTable
          ? Self.column(at: place, of: first, header: old[0]) : "character \(place + 1)")
      return
    }
    guard old.count == new.count else {
      kind = .rows(before: old.count, now: new.count)
      return
    }
    return nil
  }

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Whether bytes are text: UTF-8 without a byte that no text holds.
  static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }

  /// The place in the first line at which two lines differ, numbers compared as such and versions left out; nil when
  /// they do not.
  private static func difference(
    _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, isExact: Bool,
    versions: [ToldVersions.Pair]
  ) -> Int? {
    var (old, new) = (first.startIndex, second.startIndex)
    while old < first.endIndex || new < second.endIndex {
      if let steps = versions.steps(first, at: old, second, at: new) {
        old += steps.old
        new += steps.new
        continue
      }
      if !isExact, let one = number(first, at: old), let other = number(second, at: new) {
        let distance = abs(one.value - other.value)
        guard distance <= tolerance * max(1, abs(one.value), abs(other.value)) else {
          return old - first.startIndex
        }
        (old, new) = (one.end, other.end)
        continue
      }
      guard old < first.endIndex, new < second.endIndex, first[old] == second[new] else {
        return old - first.startIndex
      }
      old += 1
      new += 1
    }
    return nil
  }

  /// The number that begins at a place, when no letter or digit stands before it.
  private static func number(
    _ line: ArraySlice<UInt8>, at start: Int
  ) -> (value: Double, end: Int)? {
    guard start < line.endIndex else { return nil }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard isDigit(line[start]) || line[start] == 0x2D else { return nil }
    if start > line.startIndex {
      let before = line[start - 1]
      guard !isDigit(before), before != 0x2E, !(0x41...0x5A).contains(before & 0xDF) else {
        return nil
      }
    }
    var end = start + 1
    while end < line.endIndex,
      isDigit(line[end]) || line[end] == 0x2E || line[end] | 0x20 == 0x65
        || ([0x2B, 0x2D].contains(line[end]) && line[end - 1] | 0x20 == 0x65)
    {
      end += 1
    }
    guard let value = Double(String(decoding: line[start..<end], as: UTF8.self)), value.isFinite
    else { return nil }
    return (value, end)
  }

  /// The name of the column of a table in which a place of a row lies.
  private static func column(
    at place: Int, of row: ArraySlice<UInt8>, header: ArraySlice<UInt8>
  ) -> String {
    let separator: UInt8 = header.contains(0x3B) ? 0x3B : 0x2C
    var isQuoted = false
    var index = 0
    for byte in row.prefix(place) {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == separator, !isQuoted { index += 1 }
    }
    let names = header.split(separator: separator, omittingEmptySubsequences: false)
    guard index < names.count else { return "column \(index + 1)" }
    let text = String(decoding: names[index], as: UTF8.self)
    return text.filter { $0 != "\"" && $0 != "\u{FEFF}" && !$0.isNewline }
  }

  /// Where and what, for people.
  public var sentence: String {
    switch kind {
    case .onlyBefore: "\(name): the run does not write this file."
    case .onlyNow: "\(name): the run writes this file, and the folder does not hold it."
    case .cell(let row, let column): "\(name), row \(row), \(column): not the same."
    case .rows(let before, let now):
      "\(name): \(counted(before, "row")), and \(now) in the new run."
    case .byte(let offset): "\(name): not the same from byte \(offset) on."
    }
  }
}

internal import Areas
internal import Bytes
internal import Geometry
internal import Patterns
internal import SpatialStatistics
internal import WeightFiles

/// The option `--weights`: from words to a graph.
struct WeightsOption {
  private let text: String
  private let snap: Double

  init(_ text: String, snap: Double) {
    self.text = text
    self.snap = snap
  }

  /// The graph of areas; binary but for distances, kernels and files.
  func graph(_ areas: [Area]) throws -> SpatialWeights {
    let codes = areas.map(\.code)
    guard snap >= 0, snap.isFinite else { throw StatisticsProblem.badSnap(snap) }
    var graph: SpatialWeights?
    let parts =
      isFile
      ? [text] : text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    guard !parts.contains("") else {
      throw parts.count == 1 ? StatisticsProblem.badWeights(text) : .halfUnion(text)
    }
    for part in parts {
      let next: SpatialWeights
      do {
        next = try self.part(part, areas)
      } catch let error as SpatialWeightsError {
        throw StatisticsProblem.graph(error, weights: text, codes: codes)
      }
      graph = graph?.union(next) ?? next
    }
    guard let graph else { throw StatisticsProblem.badWeights(text) }
    return graph
  }

  private var isFile: Bool {
    let name = text.lowercased()
    return name.hasSuffix(".gal") || name.hasSuffix(".gwt")
  }

  private func part(_ part: String, _ areas: [Area]) throws -> SpatialWeights {
    if isFile { return try file(areas) }
    let words = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    func number(_ index: Int) throws -> Double {
      guard index < words.count, let number = DecimalNumber.parse(words[index]) else {
        throw StatisticsProblem.badWeights(text)
      }
      return number
    }
    func whole(_ index: Int) throws -> Int {
      guard let whole = Int(exactly: try number(index)) else {
        throw StatisticsProblem.badWeights(text)
      }
      return whole
    }
    switch (words[0], words.count) {
    case ("queen", 1...2), ("rook", 1...2):
      let graph = try SpatialWeights.contiguity(
        Contiguity(rawValue: words[0])!, Outlines(areas), snap: snap)
      return words.count == 1
        ? graph : try graph.higherOrder(try whole(1), includingLower: true)
    case ("knn", 2): return try SpatialWeights.nearest(try whole(1), try Self.sites(areas))
    case ("band", 2): return try SpatialWeights.band(try number(1), try Self.sites(areas))
    case ("inverse", 2...3):
      return try SpatialWeights.inverseDistance(
        try number(1), power: words.count == 3 ? try number(2) : 1, try Self.sites(areas))
    case ("kernel", 3):
      guard let kernel = WeightKernel(rawValue: words[1]) else { break }
      return try SpatialWeights.kernel(
        kernel, bandwidth: try number(2), try Self.sites(areas))
    case ("block", 2):
      if words[1] == "wijk", areas.allSatisfy({ !$0.gemeentecode.isEmpty }) {
        return Self.blocks(areas.map { $0.wijkcode ?? $0.code })
      }
      // Areas of one's own do not tell their gemeente.
      if words[1] == "gemeente", areas.allSatisfy({ !$0.gemeentecode.isEmpty }) {
        return Self.blocks(areas.map(\.gemeentecode))
      }
      if ["wijk", "gemeente"].contains(words[1]) { throw StatisticsProblem.noBlocks(text) }
    default: break
    }
    throw StatisticsProblem.badWeights(text)
  }

  private static func blocks(_ names: [String]) -> SpatialWeights {
    var numbers: [String: Int] = [:]
    return .block(
      names.map { name in
        if let number = numbers[name] { return number }
        numbers[name] = numbers.count
        return numbers.count - 1
      })
  }

  private func file(_ areas: [Area]) throws -> SpatialWeights {
    let bytes = String(decoding: try InputFile.contents(of: text), as: UTF8.self)
    let isGAL = text.lowercased().hasSuffix(".gal")
    let file: WeightFile
    do {
      file = isGAL ? try WeightFile(gal: bytes) : try WeightFile(gwt: bytes)
    } catch {
      throw StatisticsProblem.weightFile(path: text, error)
    }
    let places = Dictionary(
      areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(file.ids)
    // A GWT file does not name areas without links.
    if isGAL || !areas.contains(where: { known.contains($0.code) }) {
      for area in areas where !known.contains(area.code) {
        throw StatisticsProblem.otherGraph(path: text, code: area.code)
      }
    }
    return try SpatialWeights(
      count: areas.count,
      links: file.links.compactMap { link in
        guard let from = places[file.ids[link.from]], let to = places[file.ids[link.to]] else {
          return nil
        }
        return SpatialWeights.Link(from: from, to: to, weight: link.weight)
      })
  }

  /// The centroids of areas.
  static func sites(_ areas: [Area]) throws -> Sites {
    let points = try areas.map { area in
      guard let point = area.geometry.centroid else {
        throw AreaError.geometry(path: "--areas", code: area.code)
      }
      return point
    }
    return Sites(x: points.map(\.x), y: points.map(\.y))
  }
}

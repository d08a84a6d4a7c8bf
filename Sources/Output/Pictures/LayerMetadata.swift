/// What a published layer says of itself in its member `metadata`.
struct LayerMetadata: Decodable {
  struct Line: Decodable {
    let label: String
    let color: String
    let `class`: Int?
    let value: String?
    let status: String?
  }

  let title: String
  let unit: String?
  let study: String?
  let abstract: String?
  let stamps: [String]
  let language: String
  let legend: [Line]
  /// Heatmaps alone have one.
  let kernel: String?
}

/// A file of which only the metadata are read.
struct LayerHeader: Decodable {
  /// The name of the layer.
  let name: String?
  let metadata: LayerMetadata?
}

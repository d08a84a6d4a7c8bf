public import Heatmaps

extension SavedPublication {
  /// A heatmap that was read back.
  public struct Grid: Sendable {
    private let saved: SavedGrid
    /// The maps of the gemeenten, in the order of ``gemeenten``.
    let parts: [PublishedGrid.Part]

    fileprivate init(_ saved: SavedGrid) {
      self.saved = saved
      parts = saved.parts.compactMap(saved.grid)
    }

    /// The id of the heatmap in its study.
    public var id: String { saved.heatmap }
    /// The codes of its gemeenten, in order.
    public var gemeenten: [String] { saved.parts.map(\.gemeente) }
    /// The inner edges of the classes.
    public var breaks: [Double] { saved.breaks }
    /// The bandwidth in metres.
    public var bandwidth: Double { saved.bandwidth }
    /// The side of a cell in metres.
    public var cellSize: Double { saved.cell }
    /// What the points were declared to be.
    public var source: PointSource { PointSource(rawValue: saved.points) ?? .incidents }
    /// The kernel.
    public var kernel: Kernel { Kernel(rawValue: saved.kernel) ?? .quartic }
    /// The correction at the edge.
    public var edgeCorrection: EdgeCorrection { EdgeCorrection(rawValue: saved.edge) ?? .diggle }

    /// The edges of the classes.
    var edges: [Double] { [0] + breaks + [.infinity] }

    /// Whether another is of the same heatmap with the same settings.
    func isAlike(_ other: Grid) -> Bool {
      id == other.id && breaks == other.breaks && bandwidth == other.bandwidth
        && cellSize == other.cellSize && source == other.source && kernel == other.kernel
        && edgeCorrection == other.edgeCorrection
    }
  }

  /// The heatmaps of which the classes are no choice of their own records, as they were published.
  public var grids: [Grid] { savedGrids.map(Grid.init) }
}

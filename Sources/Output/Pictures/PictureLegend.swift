public import Cartography

/// The legend of a picture.
public struct PictureLegend: Sendable {
  /// One line.
  public struct Entry: Hashable, Sendable {
    /// What the colour means.
    public let label: String
    /// The colour.
    public let color: Color
    /// The status that is hatched over the colour; `ok` for none.
    public let status: AreaStatus

    /// Makes a line.
    public init(label: String, color: Color, status: AreaStatus = .ok) {
      self.label = label
      self.color = color
      self.status = status
    }
  }

  /// The lines from top to bottom; ``PictureArea/Fill/entry(_:)`` counts them from 0.
  public let entries: [Entry]

  /// Makes a legend.
  public init(_ entries: [Entry]) { self.entries = entries }
}

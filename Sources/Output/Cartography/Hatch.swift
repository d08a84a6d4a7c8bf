/// The look of areas without a value: lines or dots over grey.
///
/// The three patterns are those that SLD 1.0.0 names marks for (`x`, `cross`, `circle`), so that a
/// layer looks alike in every program.
enum Hatch {
  /// Lines both ways at 45 degrees.
  case diagonals
  /// Upright and level lines.
  case grid
  /// Dots on a lattice.
  case dots

  /// The hatch of a status; nil for `ok`.
  init?(_ status: AreaStatus) {
    switch status {
    case .ok: return nil
    case .onderdrukt: self = .diagonals
    case .weinigGegevens: self = .grid
    case .geenGegevens: self = .dots
    }
  }

  /// The grey under every hatch.
  static let ground = Color(0xbdbdbd)
  /// The grey of lines and dots.
  static let ink = Color(0x6b6b6b)
}

/// The line around every area.
enum Outline {
  /// Its colour: dark enough to be seen around the lightest class and, faintly, the darkest.
  static let color = Color(0x333333)
  /// Its width in millimetres.
  static let millimetres = "0.12"
  /// Its width in pixels of 0.28 mm, the unit of SLD.
  static let pixels = "0.43"
}

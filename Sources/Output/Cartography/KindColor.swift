/// The colours of kinds that have no order, such as types of areas: six of Paul Tol's scheme "muted"
/// (Colour Schemes, technical note SRON/EPS/TN/09-002, issue 3.2, 2021).
///
/// People with protanopia, deuteranopia and tritanopia can tell them apart (12 or more in CAM02-UCS),
/// and all lie 20 away from the grey of areas without a value.
public enum KindColor {
  /// The colours, in the order in which they are used.
  public static let all: [Color] = [0x88ccee, 0xcc6677, 0xddcc77, 0x332288, 0x44aa99, 0x882255]
    .map { Color($0) }
}

internal import Cartography
internal import Geometry

extension MapPicture {
  /// The picture as SVG 1.1 of `size`, without scripts and without anything from elsewhere.
  ///
  /// Positions are written in hundredths of a millimetre; those that fall together are left out, so
  /// boundaries are as exact as the paper. The same picture always gives the same bytes.
  /// Cost: linear in the number of positions.
  public func svg(size: PictureSize, style: HouseStyle = HouseStyle()) -> String {
    let sheet = PictureSheet(picture: self, size: size, style: style)
    var xml = XMLWriter(prolog: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "width": "\(size.width.short)mm", "height": "\(size.height.short)mm",
        "viewBox": "0 0 \(size.width.short) \(size.height.short)", "role": "img",
        "font-family": style.font,
      ]
    ) {
      $0.element("title", text: (stamps + [title]).joined(separator: " · "))
      $0.element("desc", text: abstract)
      $0.element("defs") { Self.hatches(to: &$0) }
      $0.element(
        "rect", ["width": size.width.short, "height": size.height.short, "fill": "#ffffff"])
      sheet.draw(to: &$0)
    }
    return xml.text
  }

  /// The three hatches of areas without a value; see `AreaStatus`.
  static func hatches(to xml: inout XMLWriter) {
    func pattern(_ status: AreaStatus, side: String, _ draw: (inout XMLWriter) -> Void) {
      xml.element(
        "pattern",
        [
          "id": "hatch-\(status.rawValue)", "width": side, "height": side,
          "patternUnits": "userSpaceOnUse",
        ], children: draw)
    }
    pattern(.onderdrukt, side: "1.6") {
      $0.element(
        "path", ["d": "M0 0L1.6 1.6M0 1.6L1.6 0", "stroke": "#6b6b6b", "stroke-width": "0.18"])
    }
    pattern(.weinigGegevens, side: "1.8") {
      $0.element(
        "path", ["d": "M0 0.9H1.8M0.9 0V1.8", "stroke": "#6b6b6b", "stroke-width": "0.18"])
    }
    pattern(.geenGegevens, side: "1.8") {
      $0.element("circle", ["cx": "0.9", "cy": "0.9", "r": "0.25", "fill": "#6b6b6b"])
    }
  }
}

extension Double {
  /// In hundredths, without needless zeros: "12.5", "-3".
  var short: String {
    let scaled = Int((self * 100).rounded(.toNearestOrAwayFromZero))
    let whole = abs(scaled) / 100
    let rest = abs(scaled) % 100
    var text = scaled < 0 ? "-" : ""
    text += "\(whole)"
    if rest > 0 {
      text += rest < 10 ? ".0\(rest)" : rest.isMultiple(of: 10) ? ".\(rest / 10)" : ".\(rest)"
    }
    return text
  }
}

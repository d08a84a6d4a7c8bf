extension Double {
  /// The shortest text that reads back as this very number, as programs write it: "20", "12.5",
  /// "1e-05".
  ///
  /// Whole numbers keep their ".0" from a thousand million on, where readers may take them for
  /// integers that do not fit 32 bits.
  var exactText: String {
    let text = description
    return text.hasSuffix(".0") && abs(self) < 1e9 ? String(text.dropLast(2)) : text
  }
}

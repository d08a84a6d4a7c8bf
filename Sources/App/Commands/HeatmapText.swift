internal import Study

/// What came of a heatmap, as text for a screen.
struct HeatmapText {
  let lines: [String]

  /// The lines of a heatmap of a study. How many records there are is not told: a map for everybody may
  /// go with its report.
  init(_ heatmap: StudyReport.Heatmap) {
    guard let made = heatmap.made else {
      lines = [
        "  \(heatmap.id): too few records to show any cell; take a longer period or more kinds"
      ]
      return
    }
    lines = ["  \(heatmap.id):"] + Self.lines(made, rule: nil).map { "    \($0)" }
  }

  /// Bandwidth, classes and cells.
  static func lines(_ report: HeatmapReport, rule: String?) -> [String] {
    var lines = report.chosen.map { chosen in
      "Bandwidth\(rule.map { " by \($0)" } ?? "") in \(chosen.gemeente): "
        + "\(Int(chosen.bandwidth.rounded())) m"
    }
    lines.append(
      "Bandwidth: \(short(report.bandwidth)) m"
        + (report.isRaised ? ", raised to the least that is allowed" : ""))
    lines.append(
      "Classes from: " + report.edges.filter(\.isFinite).map(short).joined(separator: ", "))
    for city in report.cells {
      let shown = city.classes.map { "\($0)" }.joined(separator: " ")
      lines.append("  \(city.gemeente): cells per class \(shown); \(city.suppressed) not shown")
    }
    return lines
  }

  private static func short(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

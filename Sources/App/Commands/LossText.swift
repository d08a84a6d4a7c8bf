internal import Areas
internal import Disclosure
internal import Study

/// What is hidden of counts, and what would hide less, as text for a screen.
struct LossText {
  let lines: [String]

  init(_ report: StudyReport) {
    var lines: [String] = []
    var records: [String] = []
    for loss in report.losses where !records.contains(loss.records) { records.append(loss.records) }
    for records in records {
      let own = report.losses.filter { $0.records == records }
      lines.append("Hidden counts of '\(records)':")
      lines += own.map { loss in
        "  \(loss.gemeente): \(loss.hidden) of \(loss.counts); \(Self.reasons(of: loss))"
      }
      lines += Self.remedies(of: own)
    }
    let isMuch = report.losses.contains { loss in
      loss.complementary * 10 > loss.counts
        || (loss.hidden - loss.complementary) * 2 > loss.counts
    }
    if isMuch {
      lines.append(
        "  Fewer are hidden over longer periods, at a higher level, or in fewer categories.")
    }
    self.lines = lines + report.costly.flatMap(Self.costly)
  }

  /// Why counts are hidden: too few behind them, and what else there is.
  private static func reasons(of loss: StudyReport.Loss) -> String {
    let others: [(StudyReport.Loss.Why, String)] = [
      (.rule(.dominance), "by dominance"), (.rule(.nearness), "by nearness"),
      (.nearlyAll, "of nearly all of a public number"),
    ]
    return
      (["\(loss.byRule(.rule(.few))) with fewer than \(loss.minimum)"]
      + others.compactMap { why, words in
        let count = loss.byRule(why)
        return count > 0 ? "\(count) \(words)" : nil
      } + ["\(loss.complementary) so that those cannot be derived"]).joined(separator: ", ")
  }

  /// How many would have too few otherwise, where that is less, of each map and table over all gemeenten.
  private static func remedies(of losses: [StudyReport.Loss]) -> [String] {
    var parts: [StudyReport.Loss.Part] = []
    for part in losses.flatMap(\.parts) {
      let place = parts.firstIndex { $0.subject == part.subject && $0.level == part.level }
      if let place { parts[place] = parts[place].adding(part) } else { parts.append(part) }
    }
    let lines = parts.compactMap(remedies)
    guard !lines.isEmpty, let minimum = losses.first?.minimum else { return [] }
    return ["  Fewer than \(minimum), before others are protected:"] + lines.map { "    \($0)" }
  }

  private static func remedies(of part: StudyReport.Loss.Part) -> String? {
    let few = part.byRule[.rule(.few)] ?? 0
    let better = part.remedies.filter { $0.small * part.counts < few * $0.counts }
    guard !better.isEmpty else { return nil }
    let ways = better.sorted { $0.way > $1.way }.map { remedy in
      let way =
        switch remedy.way {
        case .pooled: "with all periods together"
        case .level(let level): "at \(level.rawValue)"
        }
      return "\(way) \(remedy.small) of \(remedy.counts)"
    }
    let name =
      switch part.subject {
      case .table(let id): "table '\(id)'"
      case .indicators(let names): ReportText.list(names)
      case .delivered(let name): "delivered \(name)"
      }
    return "\(name): at \(part.level.rawValue) \(few) of \(part.counts), "
      + ways.joined(separator: ", ")
  }

  /// What earlier publications make, and what to change, one after the other.
  private static func costly(_ costly: StudyReport.Costly) -> [String] {
    var lines: [String] = []
    if let earlier = costly.earlier {
      lines.append(
        "Earlier publications in the ledger are why more counts of '\(costly.records)' are hidden for others: "
          + "\(earlier.hidden) instead of \(earlier.hiddenWithout). What they told stays known: publish "
          + "the same areas, kinds and periods as they did where you can.")
    }
    guard !costly.steps.isEmpty else { return lines }
    lines.append(
      "Half or more of the counts of '\(costly.records)' that the rule does not hide by itself are hidden for "
        + "others.")
    return lines
      + costly.steps.enumerated().map { number, step in
        "  \(sentence(step, isFirst: number == 0))"
      }
  }

  private static func sentence(_ step: StudyReport.Costly.Step, isFirst: Bool) -> String {
    let level = step.level.map { " (\($0.rawValue))" } ?? ""
    let name = "\(step.isTable ? "table '\(step.names[0])'" : ReportText.list(step.names))\(level)"
    let start: String
    switch step.change {
    case .leaveOut: start = "leave out \(name)"
    case .totals: start = "leave out the totals of \(name)"
    case .periods: start = "take all periods of \(name) together"
    case .level(let level): start = "count \(name) per \(level.rawValue)"
    }
    let kind = step.change == .leaveOut ? "other such counts" : "such counts"
    let possible =
      step.after.hidden == 0 && step.after.all > 0
      ? "all \(step.after.all) \(kind)"
      : "\(step.after.shown) of the \(step.after.all) \(kind)"
    let now = step.before.shown == 0 ? "none" : "\(step.before.shown)"
    let otherwise =
      step.change == .leaveOut ? "with it \(now) can" : "now \(now) of \(step.before.all) can"
    return (isFirst ? "\(start.prefix(1).uppercased())\(start.dropFirst())" : "Then \(start)")
      + " and \(possible) can be shown; \(isFirst ? otherwise : otherwise.replacing("now", with: "before that"))"
  }
}

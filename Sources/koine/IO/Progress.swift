/// Tells how far a run is: a bar on a terminal, a plain line now and then elsewhere.
struct Progress {
  private let console: Console
  private let unit: String
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// - Parameters:
  ///   - console: where messages go.
  ///   - unit: what is counted, such as `articles`.
  init(_ console: Console, unit: String) {
    self.console = console
    self.unit = unit
  }

  /// How long a terminal shows a line at least, and how far plain lines are apart.
  private static let pause = (terminal: Duration.milliseconds(100), plain: Duration.seconds(30))

  /// Tells what has been done.
  ///
  /// - Parameters:
  ///   - done: how many units.
  ///   - failed: how many of them failed.
  ///   - share: how much of the whole that is, 0 to 1; `nil` if nobody knows.
  mutating func update(done: Int, failed: Int, share: Double?) {
    let now = ContinuousClock.now
    if let last {
      if now - last < (console.isTerminal ? Self.pause.terminal : Self.pause.plain) { return }
    } else if !console.isTerminal {
      last = now
      return
    }
    last = now
    let line = Self.line(done, unit, failed, share, after: (now - start) / .seconds(1), withBar: console.isTerminal)
    if console.isTerminal { console.progress(line) } else { console.note(line) }
  }

  /// Takes the bar away.
  func end() { console.endProgress() }

  /// One line, such as `[#####-----] 50 %, 1200 articles, 300/s, 2 failed, 4 s left`.
  static func line(
    _ done: Int,
    _ unit: String,
    _ failed: Int,
    _ share: Double?,
    after seconds: Double,
    withBar: Bool
  ) -> String {
    var parts: [String] = []
    let share = share.map { min(max($0, 0), 1) }
    if let share {
      let filled = Int(share * 20)
      let bar = "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled) + "] "
      parts.append((withBar ? bar : "") + "\(Int(share * 100)) %")
    }
    parts.append("\(done) \(unit)")
    if seconds > 0.5 { parts.append("\(Int((Double(done) / seconds).rounded()))/s") }
    if failed > 0 { parts.append("\(failed) failed") }
    if let share, share > 0.01, share < 1, seconds > 1 { parts.append("\(time(seconds / share * (1 - share))) left") }
    return parts.joined(separator: ", ")
  }

  private static func time(_ seconds: Double) -> String {
    let seconds = Int(min(seconds.rounded(.up), 3.6e6))
    if seconds < 100 { return "\(seconds) s" }
    if seconds < 6000 { return "\((seconds + 30) / 60) min" }
    return "\((seconds + 1800) / 3600) h"
  }
}

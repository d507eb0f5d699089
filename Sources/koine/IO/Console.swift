import KoineText
import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Messages for people, on standard error.
struct Console: Sendable {
  /// How much is said.
  enum Volume: Int, Comparable, Sendable {
    case quiet, normal, verbose
    static func < (a: Volume, b: Volume) -> Bool { a.rawValue < b.rawValue }
  }

  let volume: Volume
  /// Whether messages go to a terminal.
  let isTerminal: Bool
  private let isColoured: Bool

  init(_ volume: Volume) {
    self.volume = volume
    isTerminal = isatty(2) == 1
    isColoured = isTerminal && Environment.variable("NO_COLOR") == nil && Environment.variable("TERM") != "dumb"
  }

  /// Says what went wrong.
  func error(_ message: String) { say("\(paint("error:", "1;31")) \(message)") }

  /// Says what is odd.
  func warning(_ message: String) { if volume > .quiet { say("\(paint("warning:", "1;33")) \(message)") } }

  /// Says what is being done.
  func note(_ message: String) { if volume > .quiet { say(message) } }

  /// Says what only those who asked want to know.
  func detail(_ message: String) { if volume > .normal { say(message) } }

  /// Says a text as it is.
  func plain(_ text: String) { say(text) }

  /// Says what is wrong with a file.
  func diagnostics(_ list: [Diagnostic]) {
    for problem in list where problem.severity == .error || volume > .quiet {
      let colour = problem.severity == .error ? "1;31" : "1;33"
      let word = "\(problem.severity.rawValue):"
      say(problem.description.replacing(word, with: paint(word, colour), maxReplacements: 1))
    }
  }

  /// Shows how far a run is, on a terminal only.
  func progress(_ message: String) {
    guard isTerminal, volume == .normal else { return }
    write("\r\u{1B}[K\(message)")
  }

  /// Takes the progress line away.
  func endProgress() { if isTerminal, volume == .normal { write("\r\u{1B}[K") } }

  private func say(_ message: String) { write(message + "\n") }

  private func write(_ text: String) {
    // Nobody is left to tell when standard error cannot be written.
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }

  private func paint(_ text: String, _ colour: String) -> String {
    isColoured ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }
}

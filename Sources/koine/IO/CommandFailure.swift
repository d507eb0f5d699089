/// What ends a command before its time: a message for people and the exit code.
struct CommandFailure: Error, CustomStringConvertible {
  /// The exit codes of the command line.
  enum Status: Int32 {
    case failed = 1
    case usage = 2
    case inputOutput = 74
    case interrupted = 130
  }

  let status: Status
  let description: String

  init(_ status: Status, _ description: String) {
    self.status = status
    self.description = description
  }

  static let interrupted = CommandFailure(.interrupted, "interrupted")
}

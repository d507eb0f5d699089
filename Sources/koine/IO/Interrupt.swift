import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Remembers that the user or the system asked the command to stop.
///
/// The first signal asks, so that what is in hand can be finished; the second ends the process at once.
enum Interrupt {
  // A signal handler may touch nothing but lock-free memory.
  private static let flag = Atomic<Bool>(false)

  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// From now on SIGINT and SIGTERM ask instead of ending the process.
  static func watch() {
    _ = isRequested
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in
      if Interrupt.flag.exchange(true, ordering: .relaxed) { _exit(CommandFailure.Status.interrupted.rawValue) }
    }
    unsafe sigaction(SIGINT, &action, nil)
    unsafe sigaction(SIGTERM, &action, nil)
  }

  /// From now on writing to a closed pipe is an error like any other.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Throws if someone asked to stop.
  static func check() throws { if isRequested { throw CommandFailure.interrupted } }
}

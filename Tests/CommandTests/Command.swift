import Foundation
import Synchronization
import TestTables

/// Runs the built program as a user would.
struct Command {
  /// What came of a run.
  struct Result {
    let status: Int32
    let output: String
    let messages: String

    /// The output without the last line end, split into lines.
    var lines: [String] {
      var lines = output.components(separatedBy: "\n")
      if lines.last == "" { lines.removeLast() }
      return lines
    }
  }

  /// The program beside the tests.
  static let program: String = {
    if let named = ProcessInfo.processInfo.environment["KOINE_BINARY"] { return named }
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/koine"
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Fixture.root() + "/.build/debug/koine"
  }()

  /// Runs the program; `input` is given on standard input.
  static func run(
    _ arguments: [String],
    input: [UInt8] = [],
    output: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    try Folder.with { folder in
      let files = ["in", "out", "err"].map { folder.path + "/" + $0 }
      try Data(input).write(to: URL(fileURLWithPath: files[0]))
      for file in files.dropFirst() { try Data().write(to: URL(fileURLWithPath: file)) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
      process.standardInput = FileHandle(forReadingAtPath: files[0])
      process.standardOutput = FileHandle(forWritingAtPath: output ?? files[1])
      process.standardError = FileHandle(forWritingAtPath: files[2])
      try process.run()
      process.waitUntilExit()
      func text(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
      }
      return Result(status: process.terminationStatus, output: try text(files[1]), messages: try text(files[2]))
    }
  }

  /// Runs the program with text on standard input.
  static func run(_ arguments: [String], text: String) throws -> Result {
    try run(arguments, input: Array(text.utf8))
  }
}

/// A folder for one test, gone after it.
struct Folder {
  let path: String
  private static let count = Atomic<Int>(0)

  static func with<R>(_ body: (Folder) throws -> R) throws -> R {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    let name = "koine-tests-\(ProcessInfo.processInfo.processIdentifier)-\(number)"
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(Folder(path: path))
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Reads a file as text.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }
}

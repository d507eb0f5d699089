import SystemPackage

/// The lines that somebody types, or that a pipe brings; one is read when it is needed, and no more.
struct AnswerLines {
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// Returns the next line without white space at its ends, or `nil` when there is none.
  mutating func next() throws -> String? {
    while true {
      try Interrupt.check()
      if let end = rest.firstIndex(of: 10) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeFirst(end + 1)
        return line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      if isAtEnd {
        defer { rest = [] }
        return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
      }
      if rest.count > 1 << 16 { throw CommandFailure(.failed, "an answer has more than 65,536 bytes") }
      var chunk = [UInt8](repeating: 0, count: 4096)
      do {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe FileDescriptor.standardInput.read(into: $0) }
        if count == 0 { isAtEnd = true }
        rest += chunk[..<count]
      } catch {
        throw CommandFailure(.inputOutput, "cannot read standard input: \(error)")
      }
    }
  }
}

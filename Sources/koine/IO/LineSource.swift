import KoinePipeline
import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Some whole lines of an input.
struct LineChunk: Sendable {
  /// The bytes; each line ends in a line feed, but for the last of the input.
  var bytes: [UInt8]
  /// The number of the first line, counted from 1.
  var first: Int
  /// Whether this stands for one line that is too long to be read.
  var isTooLong = false
}

/// Hands out the lines that are there, and waits only when nothing else is left to do.
struct LineSource {
  /// The longest line, in bytes.
  static let longest = 1 << 26

  private let file: FileDescriptor
  private let name: String
  private let size: Int
  private var rest: [UInt8] = []
  /// How many bytes of `rest` are known to hold no line end.
  private var searched = 0
  private var line = 1
  private var isAtEnd = false
  private var isSkipping = false

  /// Reads the file at `path`, or standard input for `-`, in pieces of about `size` bytes.
  init(_ path: String, size: Int) throws(CommandFailure) {
    name = path == "-" ? "standard input" : "'\(path)'"
    self.size = size
    do {
      file = path == "-" ? .standardInput : try FileDescriptor.open(FilePath(path), .readOnly)
    } catch {
      throw CommandFailure(.failed, "cannot open \(name): \(error)")
    }
  }

  /// Returns the next lines.
  mutating func next(mayWait: Bool) throws -> OrderedMap.Next<LineChunk> {
    while true {
      try Interrupt.check()
      let isReady = isAtEnd || isReadable(wait: false)
      if rest.count >= size || !isReady || isAtEnd, let chunk = cut() { return .input(chunk) }
      if isAtEnd { return .end }
      if !isReady {
        if !mayWait { return .pause }
        while !isReadable(wait: true) { try Interrupt.check() }
      }
      try read()
    }
  }

  private mutating func cut() -> LineChunk? {
    if isSkipping {
      guard let end = rest[searched...].firstIndex(of: 10) else {
        rest.removeAll(keepingCapacity: true)
        searched = 0
        isSkipping = !isAtEnd
        return nil
      }
      rest.removeFirst(end + 1)
      isSkipping = false
    }
    // As many lines as fit, or the first one if it is longer.
    let near = min(size, rest.count)
    var end = near > searched ? rest[searched..<near].lastIndex(of: 10) : nil
    if end == nil { end = rest[max(near, searched)...].firstIndex(of: 10) }
    if let end {
      searched = 0
      return take(end + 1)
    }
    searched = rest.count
    if isAtEnd, !rest.isEmpty { return take(rest.count) }
    guard rest.count > Self.longest else { return nil }
    isSkipping = true
    rest.removeAll()
    searched = 0
    line += 1
    return LineChunk(bytes: [], first: line - 1, isTooLong: true)
  }

  private mutating func take(_ count: Int) -> LineChunk {
    let chunk = LineChunk(bytes: Array(rest[..<count]), first: line)
    rest.removeFirst(count)
    searched = 0
    line += chunk.bytes.count { $0 == 10 }
    return chunk
  }

  private mutating func read() throws(CommandFailure) {
    let start = rest.count
    rest.append(contentsOf: repeatElement(0, count: 1 << 16))
    do {
      let count = try unsafe rest.withUnsafeMutableBytes {
        try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
      }
      rest.removeLast(rest.count - start - count)
      if count == 0 { isAtEnd = true }
    } catch {
      throw CommandFailure(.inputOutput, "cannot read \(name): \(error)")
    }
  }

  private func isReadable(wait: Bool) -> Bool {
    var request = pollfd(fd: file.rawValue, events: Int16(POLLIN), revents: 0)
    // Waiting ends now and then, because a signal may reach another thread than this one.
    return unsafe poll(&request, 1, wait ? 200 : 0) > 0
  }
}

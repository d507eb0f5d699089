import FoundationEssentials
import KoinePipeline

/// Answers every line of an input with one line, in order, with several workers, and hands over whenever the input pauses.
struct LineFilter {
  let path: String
  let output: Output
  let jobs: Int
  /// How many bytes one worker takes at a time.
  var size = 1 << 16

  /// Answers lines of text; `answer` appends what stands for one line, or for several if `mayAddLines`.
  func run(mayAddLines: Bool = false, _ answer: @escaping @Sendable (Line, inout [UInt8]) async throws -> Void)
    async throws
  {
    var source = try LineSource(path, size: size)
    try await OrderedMap(width: jobs).run(
      next: { try source.next(mayWait: $0) },
      work: { chunk in await Self.answers(chunk, mayAddLines, answer) },
      deliver: { result in
        try output.write(try result.get())
        try output.flush()
      }
    )
    try output.finish()
  }

  /// Answers lines of JSON; a line that cannot be answered gives an error in its place.
  func runJSON<Request: Decodable & Sendable>(
    _ type: Request.Type,
    _ answer: @escaping @Sendable (Request) async throws -> JSONValue
  ) async throws {
    try await run { line, out in
      do {
        if let error = LineError(unreadable: line) { throw error }
        let request = try LineError.decoded(Request.self, from: line.bytes)
        try await answer(request).write(to: &out)
      } catch let error as CommandFailure {
        throw error
      } catch {
        LineError(error).json(line: line.number).write(to: &out)
      }
    }
  }

  private static func answers(
    _ chunk: LineChunk,
    _ mayAddLines: Bool,
    _ answer: @Sendable (Line, inout [UInt8]) async throws -> Void
  ) async -> Result<[UInt8], any Error> {
    var out: [UInt8] = []
    out.reserveCapacity(chunk.bytes.count)
    var number = chunk.first
    var start = 0
    do {
      repeat {
        let end = chunk.bytes[start...].firstIndex(of: 10) ?? chunk.bytes.count
        let from = out.count
        let line = Line(bytes: chunk.bytes[start..<end], number: number, isTooLong: chunk.isTooLong)
        try await answer(line, &out)
        if !mayAddLines { for index in from..<out.count where out[index] == 10 || out[index] == 13 { out[index] = 32 } }
        out.append(10)
        number += 1
        start = end + 1
      } while start < chunk.bytes.count
      return .success(out)
    } catch {
      return .failure(error)
    }
  }
}

/// One line of an input.
struct Line: Sendable {
  /// The bytes without the line end.
  let bytes: ArraySlice<UInt8>
  /// The number, counted from 1.
  let number: Int
  /// Whether the line is too long to be read; its bytes are gone.
  let isTooLong: Bool

  /// The line as text, without a carriage return at its end; damaged bytes become U+FFFD.
  var text: String { String(decoding: bytes.last == 13 ? bytes.dropLast() : bytes, as: UTF8.self) }
}

/// Why a line of JSON was not answered.
struct LineError: Error {
  let code: String
  let message: String

  init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  init(_ error: any Error) {
    switch error {
    case let error as LineError: self = error
    case DecodingError.keyNotFound(let key, _):
      self.init(code: "missing-member", message: "the member '\(key.stringValue)' is missing")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      self.init(
        code: "wrong-type",
        message: path.isEmpty ? "the line is not an object" : "'\(path)' has the wrong type"
      )
    case DecodingError.dataCorrupted(let context): self.init(code: "bad-json", message: context.debugDescription)
    default: self.init(code: "failed", message: "\(error)")
    }
  }

  /// Why the line cannot be read at all, if it cannot.
  init?(unreadable line: Line) {
    if line.isTooLong {
      self.init(code: "line-too-long", message: "the line is longer than \(LineSource.longest) bytes")
    } else if line.bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) {
      self.init(code: "empty-line", message: "the line is empty")
    } else {
      return nil
    }
  }

  static func decoded<T: Decodable>(_ type: T.Type, from bytes: ArraySlice<UInt8>) throws -> T {
    try JSONDecoder().decode(type, from: LoneSurrogates.replaced(bytes).map { Data($0) } ?? Data(bytes))
  }

  func json(line: Int) -> JSONValue {
    ["error": ["code": .string(code), "message": .string(message), "line": .integer(line)]]
  }
}

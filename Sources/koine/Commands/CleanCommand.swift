import ArgumentParser
import KoinePipeline
import KoineText

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Mends damaged text line by line: encodings, leftover references, invisible characters, NFC."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: FilterOptions

  @Flag(help: "Bring quotes, dashes and blanks to one plain form as well.")
  var house = false

  func run() async throws {
    let cleaner = Cleaner(house: house)
    let filter = try options.filter()
    if options.format == .text {
      try await filter.run { line, out in
        let bytes = line.bytes.last == 13 ? line.bytes.dropLast() : line.bytes
        // A line that is not UTF-8 tells its own encoding as well as a file does.
        let text = String(validating: bytes, as: UTF8.self) ?? TextDecoder.decode(Array(bytes), declared: nil).string
        out.append(contentsOf: cleaner.cleaned(text).text.string.utf8)
      }
      return
    }
    try await filter.run { line, out in
      do {
        if let error = LineError(unreadable: line) { throw error }
        let request = try LineError.decoded(TextRequest.self, from: line.bytes)
        try Self.answer(request, to: line, by: cleaner).write(to: &out)
      } catch let error as CommandFailure {
        throw error
      } catch {
        LineError(error).json(line: line.number).write(to: &out)
      }
    }
  }

  private static func answer(_ request: TextRequest, to line: Line, by cleaner: Cleaner) throws -> JSONValue {
    let cleaned = cleaner.cleaned(request.text)
    let offsets = ScalarOffsets(request.text)
    var members = request.members
    members["text"] = .string(cleaned.text.string)
    let lost = try loneSurrogates(of: line, in: request.text).map { offset in
      change("surrogate", offset..<(offset + 1), "\u{FFFD}")
    }
    members["changes"] = .array(
      lost + cleaned.changes.map { change($0.kind.rawValue, offsets.scalars($0.range), $0.replacement) }
    )
    if !cleaned.findings.isEmpty {
      members["findings"] = .array(
        cleaned.findings.map { finding in
          let range = finding.range.map(offsets.scalars)
          return [
            "code": .string(finding.code), "start": range.map { .integer($0.lowerBound) } ?? .null,
            "end": range.map { .integer($0.upperBound) } ?? .null, "message": .string(finding.message),
          ]
        }
      )
    }
    return .object(members)
  }

  private static func change(_ kind: String, _ range: Range<Int>, _ replacement: String) -> JSONValue {
    [
      "kind": .string(kind), "start": .integer(range.lowerBound), "end": .integer(range.upperBound),
      "replacement": .string(replacement),
    ]
  }

  /// Where the text of a line has U+FFFD for half a surrogate pair, in scalars: it is read again with a noncharacter there.
  private static func loneSurrogates(of line: Line, in text: String) throws -> [Int] {
    let mark: UInt32 = 0xFDD0
    guard let marked = LoneSurrogates.replaced(line.bytes, with: String(mark, radix: 16)),
      !text.unicodeScalars.contains(where: { $0.value == mark })
    else { return [] }
    let request = try LineError.decoded(TextRequest.self, from: marked[...])
    return request.text.unicodeScalars.enumerated().filter { $0.element.value == mark }.map(\.offset)
  }
}

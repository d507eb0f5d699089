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
    try await filter.runJSON(TextRequest.self) { request in
      let cleaned = cleaner.cleaned(request.text)
      let offsets = ScalarOffsets(request.text)
      var members = request.members
      members["text"] = .string(cleaned.text.string)
      members["changes"] = .array(
        cleaned.changes.map { change in
          let range = offsets.scalars(change.range)
          return [
            "kind": .string(change.kind.rawValue), "start": .integer(range.lowerBound),
            "end": .integer(range.upperBound), "replacement": .string(change.replacement),
          ]
        }
      )
      return .object(members)
    }
  }
}

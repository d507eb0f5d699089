import KoineText

/// What the first bytes of an input tell of the rest: whether it is read record by record, and in which encoding.
struct InputStart {
  /// How many bytes are looked at; what records say depends on it, so that it does not follow the size of pieces.
  static let size = 1 << 20

  /// How the records of an input are told apart.
  enum Records { case lines, rows, messages }

  /// `nil` for an input that is read as a whole.
  private(set) var records: Records?
  /// The encoding by its WHATWG name.
  private(set) var encoding = "utf-8"
  /// How many bytes at the start are a mark of the encoding.
  private(set) var markLength = 0
  /// What was odd about the encoding.
  private(set) var notes: [Diagnostic] = []
  /// Whether the encoding cannot be told yet, because nothing but ASCII has come and nobody has named it.
  private var isOpen = false

  /// Looks at `head`, which is everything if there are fewer bytes than `size`.
  init(_ head: [UInt8], name: String, _ options: ReadOptions) {
    let type = options.wantedType
    if type == .mail || type == .auto && MailReader.kind(head) != nil {
      if head.starts(with: "From ".utf8) { records = .messages }
      return
    }
    guard type == .jsonl || type == .csv || type == .auto && Self.mayHoldRecords(head, name: name),
      InputType.binaryName(head) == nil
    else { return }
    let decoded = TextDecoder().decode(
      head.count < Self.size ? head : Self.wholeCharacters(head),
      declared: options.contentType?["charset"]
    )
    switch type == .auto ? InputType.sniffed(Array(decoded.string.utf8), name: name) : type {
    case .jsonl: records = .lines
    case .csv: records = .rows
    default: return
    }
    encoding = decoded.encoding
    markLength = Self.markLength(head, encoding)
    isOpen =
      head.count == Self.size && encoding == "utf-8" && markLength == 0 && options.contentType?["charset"] == nil
      && head.allSatisfy { $0 < 0x80 }
    notes = decoded.diagnostics.filter { $0.range == nil && !Self.damage.contains($0.code) }
  }

  /// Decides the encoding by the first letters beyond ASCII, if there were none at the start.
  ///
  /// - Throws: what keeps the input from being read.
  mutating func lookFurther(in source: any ByteSource) throws(ReadError) {
    guard isOpen else { return }
    isOpen = false
    let stream = try source.open()
    while true {
      let block = try stream.readAll(Self.size)
      if block.isEmpty { return }
      guard block.contains(where: { $0 >= 0x80 }) else { continue }
      // The block may begin in the middle of a character.
      let lines = block.firstIndex(of: 10).map { Array(block[$0...]) } ?? block
      encoding = TextDecoder().decode(Self.wholeCharacters(lines)).encoding
      return
    }
  }

  /// What a later look at every line tells again.
  private static let damage: Set<String> = ["decode.undecodable", "decode.stray-byte", "decode.surrogates"]

  /// Whether it is worth while to decode the start: markup never holds records.
  private static func mayHoldRecords(_ head: [UInt8], name: String) -> Bool {
    switch Packing.ending(of: name) {
    case "csv", "tsv", "tab", "jsonl", "ndjson": return true
    case "txt", "md", "markdown", "html", "htm", "xhtml", "xml", "rss", "atom", "rdf": return false
    default:
      let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return head[start...].first { !$0.isMarkupSpace } != UInt8(ascii: "<")
    }
  }

  /// The bytes without the beginning of a UTF-8 character that is cut off at their end.
  private static func wholeCharacters(_ head: [UInt8]) -> [UInt8] {
    guard let lead = head.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }), head[lead] >= 0xC2 else { return head }
    let length = head[lead] < 0xE0 ? 2 : head[lead] < 0xF0 ? 3 : 4
    return head.count - lead < length ? Array(head[..<lead]) : head
  }

  private static func markLength(_ head: [UInt8], _ encoding: String) -> Int {
    switch encoding {
    case "utf-8": head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case "utf-16le": head.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case "utf-16be": head.starts(with: [0xFE, 0xFF]) ? 2 : 0
    case "utf-32le": head.starts(with: [0xFF, 0xFE, 0, 0]) ? 4 : 0
    case "utf-32be": head.starts(with: [0, 0, 0xFE, 0xFF]) ? 4 : 0
    default: 0
    }
  }
}

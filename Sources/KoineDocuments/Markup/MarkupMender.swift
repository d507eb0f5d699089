/// Brings markup into a shape in which no parser can trip over it, before any parser sees it.
///
/// Every limit is kept here, in one pass over the bytes: the length of a tag, its attributes, the depth of elements.
/// Declarations, comments and processing instructions go, so there is no DTD and nothing external. Character references
/// become numeric ones: libxml2 drops named ones after the first error of a document. In XML every element is closed
/// where its parent ends, and end tags that close nothing go. Line ends stay, so that lines can be told.
struct MarkupMender {
  let bytes: [UInt8]
  let language: MarkupLanguage
  let limits: DocumentLimits
  var at = 0
  var output: [UInt8] = []
  var problems = MarkupProblems()
  // The names of the open elements as ranges of the input; kept for XML only.
  var open: [Range<Int>] = []
  // Where the items of a feed stand in the input, and those that are open, by their depth.
  var items: [Range<Int>] = []
  var openItems: [(depth: Int, number: Int)] = []
  var ignoredDepth = 0
  var rootEnded = false
  var entities: [String: [UInt8]] = [:]
  var hasDoctype = false
  // How many bytes declared entities have added: few names must not grow to gigabytes.
  private var expanded = 0
  // Elements whose end tag was looked for in vain: it need not be looked for again.
  var endless: Set<String> = []
  private var lineAt = 0
  private var line = 1

  init(_ bytes: [UInt8], language: MarkupLanguage, limits: DocumentLimits) {
    self.bytes = bytes
    self.language = language
    self.limits = limits
    output.reserveCapacity(bytes.count + bytes.count / 8)
  }

  /// What became of an input.
  struct Mended {
    /// The markup in its mended shape.
    var bytes: [UInt8]
    /// What was wrong with it.
    var problems: MarkupProblems
    /// Where the elements that may be items of a feed stand in the input, in the order of their start tags.
    var items: [Range<Int>]
  }

  /// The markup in its mended shape, and what was wrong with it.
  static func mended(_ bytes: [UInt8], language: MarkupLanguage, limits: DocumentLimits) -> Mended {
    var mender = MarkupMender(bytes, language: language, limits: limits)
    mender.run()
    return Mended(bytes: mender.output, problems: mender.problems, items: mender.items)
  }

  private mutating func run() {
    if language == .xml { skipToProlog() }
    while at < bytes.count {
      copyText(before: bytes.count)
      guard at < bytes.count else { break }
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      switch next {
      case UInt8(ascii: "!"): declaration()
      case UInt8(ascii: "?"): skip(past: language == .xml ? [0x3F, 0x3E] : [0x3E], from: at + 2)
      case UInt8(ascii: "/"): endTag()
      default:
        if next.isASCIILetter || next == UInt8(ascii: "_") && language == .xml { startTag() } else { literalLess() }
      }
    }
    closeAll()
  }

  mutating func note(_ problem: MarkupProblem, times: Int = 1) {
    // Lines are counted when somebody asks; problems come in the order of the input.
    while lineAt < min(at, bytes.count) {
      if bytes[lineAt] == 10 { line += 1 }
      lineAt += 1
    }
    problems.add(problem, line: line, times: times)
  }

  // MARK: text

  /// Copies text up to the next `<`, with references made numeric.
  private mutating func copyText(before limit: Int) {
    let isOutside = language == .xml && open.isEmpty
    if isOutside {
      var isBlank = true
      while at < limit, bytes[at] != UInt8(ascii: "<") {
        if !bytes[at].isMarkupSpace { isBlank = false }
        if bytes[at] == 10, !rootEnded { output.append(10) }
        at += 1
      }
      if !isBlank { note(.textOutsideRoot) }
      return
    }
    copyCharacters(before: limit, endsAtLess: true, quote: nil)
  }

  /// Copies characters that stand for themselves, and references.
  mutating func copyCharacters(before limit: Int, endsAtLess: Bool, quote: UInt8?) {
    var runStart = at
    while at < limit {
      let byte = bytes[at]
      if byte >= 0x40, byte != 0xEF {
        at += 1
        continue
      }
      if byte == UInt8(ascii: "<") {
        if endsAtLess { break }
        flush(from: runStart)
        append("&#60;")
      } else if byte == UInt8(ascii: "&") {
        flush(from: runStart)
        reference(before: limit)
        runStart = at
        continue
      } else if byte == UInt8(ascii: "\""), quote != nil {
        flush(from: runStart)
        append("&#34;")
      } else if byte < 0x20, byte != 10, byte != 9, byte != 13 {
        flush(from: runStart)
        if byte != 12 { note(.controlCharacter) }
        output.append(0x20)
      } else if byte == 0xEF, isNoncharacter {
        flush(from: runStart)
        note(.controlCharacter)
        at += 2
      } else {
        at += 1
        continue
      }
      at += 1
      runStart = at
    }
    flush(from: runStart)
  }

  private var isNoncharacter: Bool {
    at + 2 < bytes.count && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE
  }

  private mutating func flush(from start: Int) {
    if start < at { output.append(contentsOf: bytes[start..<at]) }
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
  }

  private mutating func reference(before limit: Int) {
    guard let reading = CharacterReference.reading(bytes, at: at, before: limit) else {
      if language == .xml { note(.bareAmpersand) }
      append("&#38;")
      at += 1
      return
    }
    // What a document declares itself stands before what HTML means by the name (XML 1.0, section 4.1).
    if let text = declaredEntity(in: (at + 1)..<max(at + 1, reading.end - 1)) {
      expanded += text.count
      if expanded <= 1 << 20 { appendNumeric(text) } else { note(.entityDeclaration) }
    } else if let text = reading.text {
      appendNumeric(text)
    } else {
      note(.unknownEntity)
      append("&#38;")
      output.append(contentsOf: bytes[(at + 1)..<reading.end])
    }
    at = reading.end
  }

  private func declaredEntity(in range: Range<Int>) -> [UInt8]? {
    guard !entities.isEmpty, !range.isEmpty, bytes[range.upperBound] == UInt8(ascii: ";") else { return nil }
    return entities[String(decoding: bytes[range], as: UTF8.self)]
  }

  /// Appends text in which the characters that markup knows are numeric references.
  private mutating func appendNumeric(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case 0x26: append("&#38;")
      case 0x3C: append("&#60;")
      case 0x3E: append("&#62;")
      case 0x22: append("&#34;")
      default: output.append(byte)
      }
    }
  }

  mutating func literalLess() {
    if language == .xml, open.isEmpty {
      at += 1
      return
    }
    note(.bareLess)
    append("&#60;")
    at += 1
  }

  // MARK: ends

  /// Closes the elements above `count`: the lowest of them by its own end tag, if there is one, the others before it.
  mutating func close(downTo count: Int, by tag: Range<Int>? = nil) {
    while open.count > count {
      if let item = openItems.last, item.depth == open.count {
        let end = tag.map { open.count == count + 1 ? $0.upperBound : $0.lowerBound } ?? bytes.count
        items[item.number] = items[item.number].lowerBound..<end
        openItems.removeLast()
      }
      append("</")
      appendName(open.removeLast())
      append(">")
    }
  }

  private mutating func closeAll() {
    guard language == .xml, !open.isEmpty else { return }
    note(.truncated)
    close(downTo: 0)
  }

  // MARK: searching

  /// The first place of `pattern` at or after `start`.
  func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first, start <= bytes.count - pattern.count else { return nil }
    var at = start
    while at <= bytes.count - pattern.count {
      if bytes[at] == first, matches(pattern, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// Whether the input has `pattern` at `place`; letters of the input count as lower case.
  func matches(_ pattern: [UInt8], at place: Int) -> Bool {
    guard place + pattern.count <= bytes.count else { return false }
    for index in pattern.indices where bytes[place + index].lowercased != pattern[index].lowercased { return false }
    return true
  }

  /// Goes on after `pattern`, or to the end when there is none; keeps the line ends.
  mutating func skip(past pattern: [UInt8], from start: Int) {
    let found = find(pattern, from: start)
    let end = found.map { $0 + pattern.count } ?? bytes.count
    if found == nil { note(.truncated) }
    keepLines(in: at..<end)
    at = end
  }

  /// Writes the line ends of a stretch that is left out.
  mutating func keepLines(in range: Range<Int>) {
    if language == .xml, rootEnded { return }
    for index in range where bytes[index] == 10 { output.append(10) }
  }
}

/// The two kinds of markup.
enum MarkupLanguage: Sendable {
  case xml, html
}

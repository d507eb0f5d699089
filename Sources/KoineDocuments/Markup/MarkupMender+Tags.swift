extension MarkupMender {
  // Contents that are no text of the page; a page's scripts stay only where they are data.
  private static let droppedElements = [
    "style", "svg", "textarea", "iframe", "xmp", "noembed", "noframes", "select", "canvas", "object",
  ].map { Array($0.utf8) }
  private static let item = Array("item".utf8)
  private static let entry = Array("entry".utf8)
  private static let script = Array("script".utf8)
  private static let title = Array("title".utf8)
  private static let dataType = Array("ld+json".utf8)

  // MARK: start tags

  mutating func startTag() {
    let start = at
    guard let name = name(at: at + 1), let end = tagEnd(after: name.upperBound) else {
      if language == .xml, isFollowedByLess { literalLess() } else { dropTag() }
      return
    }
    if language == .xml {
      if open.isEmpty, rootEnded {
        note(.textOutsideRoot)
        at = bytes.count
        return
      }
      if open.count >= limits.depth {
        note(.tooDeep)
        if bytes[end - 1] != UInt8(ascii: "/") { ignoredDepth += 1 }
        at = end + 1
        return
      }
    }
    output.append(UInt8(ascii: "<"))
    appendName(name)
    at = name.upperBound
    let isEmpty = attributes(before: end)
    at = end + 1
    if language == .xml {
      if isEmpty {
        append("/>")
        if isItem(name) { items.append(start..<at) }
        if open.isEmpty { rootEnded = true }
      } else {
        append(">")
        open.append(name)
        if isItem(name) {
          openItems.append((open.count, items.count))
          items.append(start..<at)
        }
      }
    } else {
      append(">")
      rawContent(of: name, tag: start..<end)
    }
  }

  /// Whether an element may be an item of a feed, with or without a prefix.
  private func isItem(_ name: Range<Int>) -> Bool {
    guard name.count >= 4 else { return false }
    let local = bytes[name].firstIndex(of: UInt8(ascii: ":")).map { ($0 + 1)..<name.upperBound } ?? name
    return isNamed(local, Self.item) || isNamed(local, Self.entry)
  }

  /// Whether another tag starts before this one ends, so that the `<` here is text.
  private var isFollowedByLess: Bool {
    var place = at + 1
    let limit = min(bytes.count, at + 4096)
    while place < limit, bytes[place] != UInt8(ascii: ">") {
      if bytes[place] == UInt8(ascii: "<") { return true }
      place += 1
    }
    return false
  }

  /// Leaves out a tag that is longer than the limit or has no end.
  private mutating func dropTag() {
    let start = at
    if let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) {
      note(.tagTooLong)
      at = end + 1
    } else {
      note(.truncated)
      at = bytes.count
    }
    keepLines(in: start..<at)
  }

  /// The name at `start`; `nil` when it is longer than any name is.
  private func name(at start: Int) -> Range<Int>? {
    var at = start
    let longest = language == .xml ? 1000 : 90
    while at < bytes.count, bytes[at].isNameByte {
      at += 1
      if at - start > longest { return nil }
    }
    return start..<at
  }

  /// Where the `>` of a tag stands, quotes respected; `nil` when the tag is too long or ends nowhere.
  private func tagEnd(after start: Int) -> Int? {
    var at = start
    let limit = min(bytes.count, start + limits.tagBytes)
    var firstGreater: Int?
    var quote: UInt8 = 0
    var afterEquals = false
    while at < limit {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
        if byte == UInt8(ascii: ">"), firstGreater == nil { firstGreater = at }
      } else if byte == UInt8(ascii: ">") {
        return at
      } else if byte == UInt8(ascii: "<"), language == .xml {
        break
      } else if afterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        firstGreater = nil
      }
      if !byte.isMarkupSpace { afterEquals = byte == UInt8(ascii: "=") }
      at += 1
    }
    // A quote that never ends: the tag ends at the first `>` after it.
    return firstGreater
  }

  /// Writes the attributes up to `end`, each once and in double quotes; tells whether the tag ends in `/`.
  private mutating func attributes(before end: Int) -> Bool {
    var count = 0
    while true {
      while at < end, bytes[at].isMarkupSpace || bytes[at] == UInt8(ascii: "/") { at += 1 }
      guard at < end else { break }
      let nameStart = at
      while at < end, bytes[at].isNameByte { at += 1 }
      if at == nameStart {
        note(.attributeSyntax)
        at += 1
        continue
      }
      let name = nameStart..<at
      while at < end, bytes[at].isMarkupSpace { at += 1 }
      count += 1
      if count > limits.attributes {
        note(.tooManyAttributes)
        break
      }
      let isWritten = bytes[nameStart].isASCIILetter || bytes[nameStart] == UInt8(ascii: "_")
      if isWritten {
        output.append(0x20)
        appendName(name)
        append("=\"")
      }
      let mark = output.count
      value(before: end)
      if isWritten { append("\"") } else { output.removeSubrange(mark...) }
    }
    return bytes[end - 1] == UInt8(ascii: "/")
  }

  private mutating func value(before end: Int) {
    guard at < end, bytes[at] == UInt8(ascii: "=") else {
      if language == .xml { note(.attributeSyntax) }
      return
    }
    at += 1
    while at < end, bytes[at].isMarkupSpace { at += 1 }
    guard at < end else { return }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let close = bytes[(at + 1)..<end].firstIndex(of: quote)
    {
      at += 1
      copyCharacters(before: close, endsAtLess: false, quote: quote)
      at = close + 1
      return
    }
    if language == .xml { note(.attributeSyntax) }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { at += 1 }
    var valueEnd = at
    while valueEnd < end, !bytes[valueEnd].isMarkupSpace { valueEnd += 1 }
    if valueEnd == end, valueEnd > at, bytes[valueEnd - 1] == UInt8(ascii: "/"), language == .xml { valueEnd -= 1 }
    copyCharacters(before: valueEnd, endsAtLess: false, quote: quote)
  }

  /// Writes a name with the characters that XML might refuse replaced, alike in start and end tags.
  mutating func appendName(_ range: Range<Int>) {
    var colons = 0
    for index in range {
      var byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        colons += 1
        let next = index + 1
        if colons > 1 || next == range.upperBound || !(bytes[next].isASCIILetter || bytes[next] == UInt8(ascii: "_")) {
          byte = UInt8(ascii: "_")
        }
      }
      output.append(byte < 0x80 ? byte : UInt8(ascii: "_"))
    }
  }

  // MARK: end tags

  mutating func endTag() {
    let start = at
    guard let name = name(at: at + 2), !name.isEmpty else {
      if let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) {
        at = end + 1
        note(.strayEndTag)
      } else {
        at = bytes.count
        note(.truncated)
      }
      keepLines(in: start..<at)
      return
    }
    at = name.upperBound
    while at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: ">") { at += 1 }
    guard language == .xml else {
      append("</")
      appendName(name)
      append(">")
      return
    }
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    // Only so far up: an end tag must not cost more than its own length.
    var depth = open.count
    while depth > 0, open.count - depth < 64, !isSame(open[depth - 1], name) { depth -= 1 }
    guard depth > 0, open.count - depth < 64 else {
      note(.strayEndTag)
      return
    }
    if depth < open.count { note(.missingEndTag, times: open.count - depth) }
    close(downTo: depth - 1, by: start..<at)
    if open.isEmpty { rootEnded = true }
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && bytes[a].elementsEqual(bytes[b])
  }

  // MARK: contents that are not markup

  private mutating func rawContent(of name: Range<Int>, tag: Range<Int>) {
    let isScript = isNamed(name, Self.script)
    let isTitle = !isScript && isNamed(name, Self.title)
    guard isScript || isTitle || Self.droppedElements.contains(where: { isNamed(name, $0) }) else { return }
    let close = [UInt8(ascii: "<"), UInt8(ascii: "/")] + bytes[name]
    let key = String(decoding: bytes[name].map(\.lowercased), as: UTF8.self)
    guard !endless.contains(key), let end = find(close, from: at) else {
      endless.insert(key)
      if isScript {
        note(.truncated)
        at = bytes.count
      }
      return
    }
    if isTitle {
      copyCharacters(before: end, endsAtLess: false, quote: nil)
    } else if isScript, isData(tag) {
      output.append(contentsOf: bytes[at..<end].map { $0 == 0 ? 0x20 : $0 })
    }
    at = end
  }

  private func isNamed(_ range: Range<Int>, _ name: [UInt8]) -> Bool {
    range.count == name.count && matches(name, at: range.lowerBound)
  }

  private func isData(_ tag: Range<Int>) -> Bool {
    guard tag.count <= 4096 else { return false }
    return tag.contains { matches(Self.dataType, at: $0) }
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    isASCIIAlphanumeric || self >= 0x80 || self == UInt8(ascii: ":") || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
  }
}

/// What an input is read as.
public enum InputType: String, Sendable, CaseIterable, Codable {
  /// Whatever the input looks like.
  case auto
  /// RSS, RDF, Atom or JSON Feed.
  case feed
  /// A page with one article.
  case html
  /// Plain text or Markdown with one article.
  case text
  /// One article a line.
  case jsonl
  /// A table with a header, one article a row: comma, semicolon, tab or bar between the fields.
  case csv
  /// A message of electronic mail, or a mailbox of them.
  case mail
}

extension InputType {
  // The first bytes of files that are not text.
  private static let signatures: [(bytes: [UInt8], at: Int, name: String)] = [
    (Array("%PDF".utf8), 0, "PDF"), ([0x50, 0x4B, 0x03, 0x04], 0, "ZIP and Office"),
    ([0x50, 0x4B, 0x05, 0x06], 0, "ZIP"),
    ([0xD0, 0xCF, 0x11, 0xE0], 0, "old Office"), ([0x89, 0x50, 0x4E, 0x47], 0, "PNG"), ([0xFF, 0xD8, 0xFF], 0, "JPEG"),
    (Array("GIF8".utf8), 0, "GIF"), (Array("WEBP".utf8), 8, "WebP"), ([0x49, 0x49, 0x2A, 0x00], 0, "TIFF"),
    ([0x4D, 0x4D, 0x00, 0x2A], 0, "TIFF"), (Array("BM".utf8) + [0x36], 0, "BMP"), ([0x1F, 0x8B], 0, "gzip"),
    ([0x28, 0xB5, 0x2F, 0xFD], 0, "zstd"), (Array("BZh".utf8), 0, "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], 0, "xz"),
    ([0x37, 0x7A, 0xBC, 0xAF], 0, "7z"), (Array("Rar!".utf8), 0, "RAR"), (Array("ustar".utf8), 257, "tar"),
    ([0x7F, 0x45, 0x4C, 0x46], 0, "program"), (Array("ID3".utf8), 0, "MP3"), (Array("ftyp".utf8), 4, "MP4"),
    (Array("OggS".utf8), 0, "Ogg"), (Array("SQLite format".utf8), 0, "SQLite"), (Array("{\\rtf".utf8), 0, "RTF"),
    (Array("%!PS".utf8), 0, "PostScript"),
  ]

  /// The name of the kind of file if the bytes are no text.
  static func binaryName(_ bytes: [UInt8]) -> String? {
    for signature in signatures where bytes.count >= signature.at + signature.bytes.count {
      if bytes[signature.at..<(signature.at + signature.bytes.count)].elementsEqual(signature.bytes) {
        return signature.name
      }
    }
    if isWide(bytes) { return nil }
    // Text has no zero bytes, but a stray one must not cost an article.
    let head = bytes.prefix(4096)
    return head.count { $0 == 0 } * 50 > head.count ? "binary" : nil
  }

  /// Whether the bytes are UTF-16 or UTF-32 by their mark or their first characters.
  private static func isWide(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    if bytes[0] == 0xFE && bytes[1] == 0xFF || bytes[0] == 0xFF && bytes[1] == 0xFE { return true }
    return bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0
      || bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0
  }

  /// What a decoded text looks like; the name of the file decides where the text does not.
  static func sniffed(_ text: [UInt8], name: String) -> InputType {
    let suffix = Packing.ending(of: name)
    guard let start = text.firstIndex(where: { !$0.isMarkupSpace }) else { return .text }
    if suffix == "md" || suffix == "markdown" { return .text }
    if suffix == "csv" || suffix == "tsv" || suffix == "tab" { return .csv }
    switch text[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if suffix == "jsonl" || suffix == "ndjson" { return .jsonl }
      if suffix == "txt" { return .text }
      return holdsOneValueALine(text[start...]) ? .jsonl : .feed
    case UInt8(ascii: "<"):
      return sniffedMarkup(text[start...].prefix(1 << 16), suffix: suffix)
    default:
      switch suffix {
      case "html", "htm", "xhtml": return .html
      case "xml", "rss", "atom", "rdf": return .feed
      case "jsonl", "ndjson": return .jsonl
      default:
        if hasFeedDeclaration(text[start...].prefix(1 << 14)) { return .feed }
        return suffix != "txt" && TableReader.isTable(text[start...].prefix(1 << 16)) ? .csv : .text
      }
    }
  }

  /// Several objects, each on a line of its own, rather than one object over many lines.
  private static func holdsOneValueALine(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{") else { return false }
    guard let lineEnd = text.firstIndex(of: 10) else {
      // The only line of a file may be a feed as well as an article.
      return !contains(text.prefix(4096), "jsonfeed.org/version") && !contains(text.prefix(1 << 14), "\"items\"")
    }
    let line = text[..<lineEnd].reversed().first { !$0.isMarkupSpace }
    return line == UInt8(ascii: "}") && !contains(text[..<lineEnd].prefix(4096), "jsonfeed.org/version")
  }

  private static func sniffedMarkup(_ head: ArraySlice<UInt8>, suffix: String) -> InputType {
    var at = head.startIndex
    while let less = head[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = less + 1
      guard at < head.endIndex else { break }
      if head[at] == UInt8(ascii: "?") { continue }
      if head[at...].starts(with: "!--".utf8) {
        while at + 2 < head.endIndex, !head[at...].starts(with: "-->".utf8) { at += 1 }
        continue
      }
      let word = String(
        decoding: head[at...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: ":") },
        as: UTF8.self
      ).lowercased()
      if word == "!doctype" { continue }
      if word.isEmpty { break }
      let local = word.split(separator: ":").last.map(String.init) ?? word
      if ["rss", "rdf", "feed", "channel", "entry"].contains(local) { return .feed }
      if ["xml", "rss", "atom", "rdf"].contains(suffix), local != "html" { return .feed }
      if local == "html" || suffix == "html" || suffix == "htm" { return .html }
      if MarkupTag(rawValue: local) != nil {
        // The warning of a server before a feed is markup too.
        return hasFeedDeclaration(head.prefix(1 << 14)) ? .feed : .html
      }
      return suffix == "txt" ? .text : .feed
    }
    return suffix == "txt" ? .text : .html
  }

  private static func hasFeedDeclaration(_ head: ArraySlice<UInt8>) -> Bool {
    contains(head, "<?xml ") && (contains(head, "<rss") || contains(head, "<feed") || contains(head, "<rdf:RDF"))
  }

  private static func contains(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
    let pattern = Array(word.utf8)
    guard text.count >= pattern.count, let first = pattern.first else { return false }
    return text.indices.dropLast(pattern.count - 1).contains { text[$0] == first && text[$0...].starts(with: pattern) }
  }
}

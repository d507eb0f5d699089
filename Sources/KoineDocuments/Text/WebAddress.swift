/// Addresses of the web, as feeds and pages write them.
enum WebAddress {
  /// An address that relative ones start from, taken apart once.
  struct Base {
    private let bytes: [UInt8]
    // Where the scheme, the host and the path end, and where the path's last folder does.
    private let scheme: Int
    private let host: Int
    private let path: Int
    private let folder: Int

    /// Takes an address apart; `nil` when it has no scheme, or one that is no base of others.
    init?(_ text: String) {
      bytes = WebAddress.trimmed(text.utf8)
      guard let scheme = WebAddress.schemeLength(bytes[...]), !WebAddress.isUnsafe(scheme: bytes[..<scheme]) else {
        return nil
      }
      self.scheme = scheme
      guard bytes[scheme...].dropFirst().starts(with: "//".utf8) else {
        (host, path, folder) = (0, 0, 0)
        return
      }
      let start = scheme + 3
      host =
        bytes[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        ?? bytes.count
      path = bytes[host...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
      folder = bytes[host..<path].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? host
    }

    /// The address that a reference without blanks around it stands for; `nil` where it stands for itself.
    func resolved(_ reference: [UInt8]) -> [UInt8]? {
      guard let first = reference.first, WebAddress.schemeLength(reference[...]) == nil else { return nil }
      if reference.starts(with: "//".utf8) { return bytes[...scheme] + reference }
      guard host > 0 else { return nil }
      if first == UInt8(ascii: "#") { return bytes.prefix { $0 != UInt8(ascii: "#") } + reference }
      if first == UInt8(ascii: "?") { return bytes[..<path] + reference }
      let tail =
        reference.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? reference.count
      var target: [UInt8] = []
      if first != UInt8(ascii: "/") { target += folder > host ? bytes[host..<folder] : [UInt8(ascii: "/")] }
      target += reference[..<tail]
      return bytes[..<host] + WebAddress.withoutDots(target) + reference[tail...]
    }
  }

  /// Resolves `reference` against `base` (RFC 3986, section 5); returns it as it is where it cannot be resolved.
  static func resolved(_ reference: String, against base: String?) -> String {
    let written = trimmed(reference.utf8)
    let whole = base.flatMap(Base.init).flatMap { $0.resolved(written) } ?? written
    return String(decoding: whole, as: UTF8.self)
  }

  /// Whether the text is an address with a scheme and a host.
  static func isAbsolute(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return schemeLength(bytes[...]).map { bytes[$0...].starts(with: "://".utf8) } ?? false
  }

  /// Schemes whose addresses hold what is to be run or shown, and not where it is.
  private static let unsafeSchemes: Set<String> = ["javascript", "vbscript", "livescript", "data", "blob", "about"]

  private static func isUnsafe(scheme: ArraySlice<UInt8>) -> Bool {
    unsafeSchemes.contains(String(decoding: scheme, as: UTF8.self).lowercased())
  }

  /// Whether following the address would run or show what the address itself holds.
  static func isUnsafe(_ text: String) -> Bool {
    let bytes = trimmed(text.utf8)
    return schemeLength(bytes[...]).map { isUnsafe(scheme: bytes[..<$0]) } ?? false
  }

  /// The addresses of a `srcset` resolved against `base`, their descriptors as they are (HTML, section 4.8.4.2.1).
  static func resolved(sources: String, against base: Base) -> String {
    var rest = Substring(sources)
    var out: [String] = []
    func isSpace(_ character: Character) -> Bool { character.isASCII && character.isWhitespace }
    while true {
      rest = rest.drop { isSpace($0) || $0 == "," }
      if rest.isEmpty { break }
      let written = rest.prefix { !isSpace($0) }
      rest = rest.dropFirst(written.count)
      var address = written
      while address.last == "," { address.removeLast() }
      var candidate = base.resolved(Array(address.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? String(address)
      if address.endIndex == written.endIndex {
        var depth = 0
        let descriptor = rest.prefix { character in
          if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
          return character != "," || depth > 0
        }
        rest = rest.dropFirst(descriptor.count)
        let words = descriptor.split(whereSeparator: isSpace)
        if !words.isEmpty { candidate += " " + words.joined(separator: " ") }
      }
      out.append(candidate)
    }
    return out.joined(separator: ", ")
  }

  /// The bytes without those that no address holds: blanks at the ends, line breaks and other control characters.
  static func trimmed(_ text: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(text)
    // Line breaks inside an address are an accident of the feed's layout.
    if bytes.contains(where: { $0 < 0x20 }) { bytes.removeAll { $0 < 0x20 } }
    guard let first = bytes.first, let last = bytes.last, first.isMarkupSpace || last.isMarkupSpace else {
      return bytes
    }
    return Array(PlainText.trimmed(bytes[...]))
  }

  /// How many bytes the scheme has that an address begins with; `nil` for one without.
  private static func schemeLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first?.isASCIILetter == true else { return nil }
    for index in bytes.indices.dropFirst() {
      switch bytes[index] {
      case UInt8(ascii: ":"): return index - bytes.startIndex
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
      case let byte where byte.isASCIIAlphanumeric: continue
      default: return nil
      }
    }
    return nil
  }

  private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
    let isPlain = !path.indices.dropFirst().contains {
      path[$0] == UInt8(ascii: ".") && path[$0 - 1] == UInt8(ascii: "/")
    }
    if isPlain { return path }
    var out: [ArraySlice<UInt8>] = []
    let parts = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.elementsEqual(".".utf8) {
        if index == parts.count - 1 { out.append([]) }
      } else if part.elementsEqual("..".utf8) {
        _ = out.popLast()
        if index == parts.count - 1 { out.append([]) }
      } else {
        out.append(part)
      }
    }
    return [UInt8(ascii: "/")] + out.joined(separator: [UInt8(ascii: "/")])
  }
}

/// Addresses of the web, as feeds and pages write them.
enum WebAddress {
  /// Resolves `reference` against `base` (RFC 3986, section 5); returns it as it is where it cannot be resolved.
  static func resolved(_ reference: String, against base: String?) -> String {
    let reference = trimmed(reference)
    guard scheme(of: reference) == nil, let base = base.map(trimmed), let baseScheme = scheme(of: base),
      !reference.isEmpty, !unsafeSchemes.contains(baseScheme.lowercased())
    else { return reference }
    let afterScheme = base.dropFirst(baseScheme.count + 1)
    if reference.hasPrefix("//") { return "\(baseScheme):\(reference)" }
    guard afterScheme.hasPrefix("//") else { return reference }
    let rest = afterScheme.dropFirst(2)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
    let root = "\(baseScheme)://\(host)"
    if reference.hasPrefix("#") {
      return String(base.prefix { $0 != "#" }) + reference
    }
    if reference.hasPrefix("?") { return "\(root)\(path)\(reference)" }
    let tail = reference.drop { $0 != "?" && $0 != "#" }
    let target = reference.prefix(reference.count - tail.count)
    if target.hasPrefix("/") { return root + withoutDots(String(target)) + tail }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    return root + withoutDots(folder + target) + tail
  }

  /// Whether the text is an address with a scheme and a host.
  static func isAbsolute(_ text: String) -> Bool {
    guard let scheme = scheme(of: text) else { return false }
    return text.dropFirst(scheme.count).hasPrefix("://")
  }

  /// Schemes whose addresses hold what is to be run or shown, and not where it is.
  private static let unsafeSchemes: Set<String> = ["javascript", "vbscript", "livescript", "data", "blob", "about"]

  /// Whether following the address would run or show what the address itself holds.
  static func isUnsafe(_ text: String) -> Bool {
    scheme(of: trimmed(text)).map { unsafeSchemes.contains($0.lowercased()) } ?? false
  }

  /// Whether the text is an address without a scheme, which only a base makes whole.
  static func isRelative(_ text: String) -> Bool {
    let text = trimmed(text)
    return !text.isEmpty && scheme(of: text) == nil
  }

  /// The addresses of a `srcset` resolved against `base`, their descriptors as they are (HTML, section 4.8.4.2.1).
  static func resolved(sources: String, against base: String?) -> String {
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
      var candidate = resolved(String(address), against: base)
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

  private static func trimmed(_ text: String) -> String {
    // Line breaks inside an address are an accident of the feed's layout.
    PlainText.trimmed(String(decoding: text.utf8.filter { $0 >= 0x20 }, as: UTF8.self))
  }

  private static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon]
    guard scheme.utf8.first?.isASCIILetter == true,
      scheme.utf8.allSatisfy({
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      })
    else { return nil }
    return String(scheme)
  }

  private static func withoutDots(_ path: String) -> String {
    var out: [Substring] = []
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      switch part {
      case ".": if index == parts.count - 1 { out.append("") }
      case "..":
        _ = out.popLast()
        if index == parts.count - 1 { out.append("") }
      default: out.append(part)
      }
    }
    return "/" + out.joined(separator: "/")
  }
}

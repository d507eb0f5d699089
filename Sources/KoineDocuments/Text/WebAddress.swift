/// Addresses of the web, as feeds and pages write them.
enum WebAddress {
  /// Resolves `reference` against `base` (RFC 3986, section 5); returns it as it is where it cannot be resolved.
  static func resolved(_ reference: String, against base: String?) -> String {
    let reference = trimmed(reference)
    guard scheme(of: reference) == nil, let base = base.map(trimmed), let baseScheme = scheme(of: base),
      !reference.isEmpty
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

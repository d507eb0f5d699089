/// The person in the many ways of naming an author.
enum AuthorName {
  /// `ann@example.org (Ann Other)`, `Ann Other <ann@example.org>` and `By Ann Other` without what is not the name.
  static func plain(_ written: String) -> String {
    var name = written
    if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close,
      name[..<open].contains("@")
    {
      name = String(name[name.index(after: open)..<close])
    } else if let open = name.firstIndex(where: { $0 == "<" || $0 == "(" }), name[open...].contains("@") {
      name = String(name[..<open])
    }
    let trimmed = PlainText.line(name)
    for prefix in [
      "By ", "by ", "BY ", "Di ", "di ", "Von ", "von ", "A cura di ", "Par ", "par ", "Por ", "por ", "Door ",
      "Written by ", "Posted by ", "\u{C9}crit par ", "Publi\u{E9} par ", "Escrito por ",
    ] where trimmed.hasPrefix(prefix) {
      // "di" and "von" in small letters also begin family names; a name follows a by-line's word in capitals.
      let rest = trimmed.dropFirst(prefix.count)
      let isParticle = prefix == "di " || prefix == "Di " || prefix == "von " || prefix == "Von "
      if !isParticle || rest.split(separator: " ").count > 1 { return String(rest) }
    }
    return trimmed
  }
}

extension FeedReader {
  /// What a text element holds.
  struct Written {
    /// The text, or the markup in canonical form.
    var markup: String
    /// Whether it is to be read as markup.
    var isMarkup: Bool

    /// Whether there is markup in it.
    var holdsMarkup: Bool { isMarkup && MarkupText.mayBeMarkup(markup) }
  }

  /// The text of an element in one line.
  func line(_ node: Int?) -> String? {
    guard let node else { return nil }
    let written = written(node)
    let line = raw ? written.markup : written.isMarkup ? text.line(written.markup) : PlainText.line(written.markup)
    return line.isEmpty ? nil : line
  }

  /// The text in paragraphs; as it stands with `raw`.
  func paragraphs(_ written: Written) -> String? {
    if raw { return written.markup }
    let result = written.isMarkup ? text.paragraphs(written.markup) : PlainText.paragraphs(written.markup)
    return result.isEmpty ? nil : result
  }

  /// What a text element holds, and whether that is markup.
  ///
  /// - Parameters:
  ///   - node: the element.
  ///   - base: where relative addresses start from if neither `xml:base` nor the user says.
  /// - Returns: the text, or the markup with whole addresses.
  func written(_ node: Int, base: String? = nil) -> Written {
    let type = tree.attribute("type", of: node)?.lowercased() ?? ""
    if tree.hasElements(node) {
      // Atom 1.0 wraps XHTML in one `div` that is not part of the text.
      let wrapper = type == "xhtml" ? tree.elements(of: node).first { tree.nodes[$0].tag == .div } : nil
      return canonical(tree.markup(inside: wrapper ?? node), in: wrapper ?? node, base)
    }
    let written = tree.string(in: node) ?? ""
    let mode = tree.attribute("mode", of: node)?.lowercased() ?? ""
    let isEncoded = mode == "base64" || mode.isEmpty && type.contains("/") && !Self.isTextual(type)
    if isEncoded, let bytes = Base64.decoded(written) {
      return canonical(String(decoding: bytes, as: UTF8.self), in: node, base)
    }
    let isPlain = type == "text" || type == "text/plain" || space == .atom && type.isEmpty
    let isMarkup = !isPlain || MarkupText.hasTag(written) && type != "text/plain"
    return isMarkup ? canonical(written, in: node, base) : Written(markup: written, isMarkup: false)
  }

  private func canonical(_ markup: String, in node: Int, _ base: String?) -> Written {
    let base = baseAddress(of: node) ?? options.base ?? base
    return Written(markup: CanonicalMarkup.canonical(PlainText.trimmed(markup), base: base), isMarkup: true)
  }

  private static func isTextual(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.contains("html") || type.contains("xml")
  }
}

import KoineLexicon
import KoineText

extension Document {
  /// Takes stretches of the clean text out of a field and lists them; the stretches are in order and apart.
  mutating func remove(
    _ removals: [(range: TextRange, reason: String, origin: Origin?)],
    from name: FieldName,
    stage: String
  ) {
    let field = self[name]
    var rewriter = TextRewriter(field.text)
    for (range, reason, origin) in removals {
      rewriter.replace(range, with: "")
      list(range, of: field, reason: reason, origin: origin, from: name, stage: stage)
    }
    self[name].rewrite(rewriter.finish())
  }

  /// Lists a stretch of the clean text that does not appear in the record.
  mutating func list(
    _ range: TextRange,
    of field: Field,
    reason: String,
    origin: Origin?,
    from name: FieldName,
    stage: String
  ) {
    guard let piece = field.text[range] else { return }
    let bare = piece.trimmed
    let place = field.readRange(of: bare.textRange)
    let text = String(bare)
    self[name].removals.append(
      RemovedText(range: place, text: text, reason: reason, origin: origin?.description)
    )
    note(stage, name, "removed (\(reason))", at: place, before: text, after: "", origin: origin?.description)
  }
}

extension Substring {
  /// The piece without white space at either end.
  var trimmed: Substring {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[start..<scalars.index(after: last)]
  }
}

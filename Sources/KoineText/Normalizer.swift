import CICU

/// Brings text to one Unicode normalization form (UAX #15) with ICU's `Normalizer2`.
public struct Normalizer: Sendable {
  /// A normalization form.
  public enum Form: String, Sendable, Codable, CaseIterable {
    /// Canonical composition.
    case nfc
    /// Compatibility composition.
    case nfkc
    /// Compatibility composition with case folded and default ignorable code points removed.
    case nfkcCasefold = "nfkc-casefold"
  }

  /// The form that texts are brought to.
  public let form: Form

  /// Makes a normalizer for one form.
  public init(form: Form) { self.form = form }

  /// Returns `text` in this normalizer's form, with the edits that led there.
  public func normalized(_ text: String) throws(TextError) -> RewrittenText {
    guard text.utf8.count <= Int(Int32.max) else { throw .tooLarge(bytes: text.utf8.count) }
    var text = text
    let form = self.form.icu
    let isDone = text.withUTF8 { unsafe cicu_is_normalized8(form, $0.baseAddress, Int32($0.count)) }
    if isDone { return RewrittenText(unchanged: text) }
    let result = text.withUTF8 { unsafe cicu_normalize_edits8(form, $0.baseAddress, Int32($0.count)) }
    defer { unsafe cicu_text_free(result) }
    guard unsafe result.error == 0 else { throw .icu(code: unsafe result.error, call: "Normalizer2::normalizeUTF8") }
    let edits = unsafe UnsafeBufferPointer(start: result.edits, count: Int(result.edit_count)).map { edit in
      OffsetMap.Edit(
        source: TextRange(lower: edit.source_lower, upper: edit.source_upper),
        target: TextRange(lower: edit.target_lower, upper: edit.target_upper)
      )
    }
    let output = unsafe UnsafeBufferPointer(start: result.bytes, count: Int(result.count))
    return unsafe RewrittenText(string: String(decoding: output, as: UTF8.self), map: OffsetMap(edits: edits))
  }
}

extension Normalizer.Form {
  fileprivate var icu: cicu_form {
    switch self {
    case .nfc: CICU_NFC
    case .nfkc: CICU_NFKC
    case .nfkcCasefold: CICU_NFKC_CASEFOLD
    }
  }
}

import CICU

/// Brings text to one Unicode normalization form (UAX #15) with ICU's `Normalizer2`.
///
/// ICU goes over the text once; what it does not change is copied, not read again. ASCII and texts that are in the form
/// already are handed back as they are.
public struct Normalizer: Sendable {
  /// A normalization form.
  public enum Form: String, Sendable, Codable, CaseIterable {
    /// Canonical composition.
    case nfc
    /// Canonical decomposition.
    case nfd
    /// Compatibility composition.
    case nfkc
    /// Compatibility decomposition.
    case nfkd
    /// Compatibility composition with case folded and default ignorable code points removed.
    case nfkcCasefold = "nfkc-casefold"
  }

  /// The form that texts are brought to.
  public let form: Form

  /// Makes a normalizer for one form.
  public init(form: Form) { self.form = form }

  /// Whether `text` is in the form already; a text of 2 GB or more is not.
  public func isNormalized(_ text: String) -> Bool {
    let bytes = text.utf8Span
    if bytes.isKnownASCII, form != .nfkcCasefold { return true }
    guard bytes.count <= Int(Int32.max) else { return false }
    // ICU only reads the bytes, and only during the call.
    return unsafe bytes.span.withUnsafeBufferPointer {
      unsafe cicu_is_normalized8(form.icu, $0.baseAddress, Int32($0.count))
    }
  }

  /// Returns `text` in this normalizer's form, with the edits that led there.
  ///
  /// An edit covers exactly the characters that became its target: nothing in it can be left out or kept apart.
  ///
  /// - Throws: `TextError.tooLarge` for a text of 2 GB or more, `TextError.icu` if ICU is out of memory.
  public func normalized(_ text: String) throws(TextError) -> RewrittenText {
    let span = text.utf8Span
    if span.isKnownASCII, form != .nfkcCasefold { return RewrittenText(unchanged: text) }
    guard span.count <= Int(Int32.max) else { throw .tooLarge(bytes: span.count) }
    // ICU only reads the bytes, and only during the call.
    let result = unsafe span.span.withUnsafeBufferPointer {
      unsafe cicu_normalize_edits8(form.icu, $0.baseAddress, Int32($0.count))
    }
    defer { unsafe cicu_text_free(result) }
    guard unsafe result.error == 0 else { throw .icu(code: unsafe result.error, call: "Normalizer2::normalizeUTF8") }
    let count = unsafe Int(result.edit_count)
    guard count > 0 else { return RewrittenText(unchanged: text) }
    // What ICU makes of valid UTF-8 is valid UTF-8.
    let bytes = unsafe UnsafeBufferPointer(start: result.bytes, count: Int(result.count)).span
    let string = unsafe String(copying: UTF8Span(unchecked: bytes))
    // An edit is four numbers of 32 bits, as in C.
    let edits = unsafe [OffsetMap.Edit](unsafeUninitializedCapacity: count) { slots, used in
      let list = unsafe UnsafeBufferPointer(start: result.edits, count: count)
      unsafe UnsafeMutableRawBufferPointer(slots).copyMemory(from: UnsafeRawBufferPointer(list))
      used = count
    }
    return RewrittenText(string: string, map: OffsetMap(edits: edits))
  }
}

extension Normalizer.Form {
  fileprivate var icu: cicu_form {
    switch self {
    case .nfc: CICU_NFC
    case .nfd: CICU_NFD
    case .nfkc: CICU_NFKC
    case .nfkd: CICU_NFKD
    case .nfkcCasefold: CICU_NFKC_CASEFOLD
    }
  }
}

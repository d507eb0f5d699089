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
    // ICU reads the bytes, and only during the call.
    let (rewritten, status) = unsafe span.span.withUnsafeBufferPointer { unsafe Self.rewritten($0, form.icu) }
    if status != 0 { throw .icu(code: status, call: "Normalizer2::normalizeUTF8") }
    return rewritten ?? RewrittenText(unchanged: text)
  }

  /// Returns the result, or `nil` and ICU's status if nothing changes.
  private static func rewritten(
    _ source: UnsafeBufferPointer<UInt8>,
    _ form: cicu_form
  ) -> (RewrittenText?, status: Int32) {
    var (count, capacity, status): (Int32, Int32, Int32) = (0, 0, 0)
    let (base, size) = (source.baseAddress, Int32(source.count))
    guard let open = unsafe cicu_rewrite_open(form, base, size, &count, &capacity, &status) else {
      return (nil, status)
    }
    defer { unsafe cicu_rewrite_close(open) }
    var string = ""
    // Hardly ever are there more edits than ICU counts; then all is written once more.
    while true {
      var total: Int32 = 0
      let edits = unsafe [OffsetMap.Edit](unsafeUninitializedCapacity: Int(capacity)) { slots, used in
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(count)) { output in
          // An edit is four numbers of 32 bits, as in C.
          let list = unsafe UnsafeMutableRawPointer(slots.baseAddress)?.assumingMemoryBound(to: cicu_edit.self)
          total = unsafe cicu_rewrite_take(open, base, size, output.baseAddress, list, capacity)
          // What ICU makes of valid UTF-8 is valid UTF-8.
          string = unsafe String(copying: UTF8Span(unchecked: output.span))
        }
        used = Int(min(total, capacity))
      }
      if total <= capacity { return (RewrittenText(string: string, map: OffsetMap(edits: edits)), 0) }
      capacity = total
    }
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

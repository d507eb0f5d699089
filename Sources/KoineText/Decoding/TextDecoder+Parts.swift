extension TextDecoder {
  /// Returns the text of one part of an input whose encoding has been decided.
  ///
  /// - Parameters:
  ///   - part: whole characters, without a byte order mark.
  ///   - encoding: the encoding by its WHATWG name, as `decode(_:declared:)` tells it.
  /// - Returns: the text; ranges in its diagnostics are offsets from the start of the part.
  public func decode(_ part: ArraySlice<UInt8>, as encoding: String) -> DecodedText {
    DecodedBytes(Array(part)[...], as: encoding).text(.label, notes: [])
  }
}

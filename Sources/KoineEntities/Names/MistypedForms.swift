/// Legal forms in one long word, which are known with a slip of the pen too.
enum MistypedForms {
  private static let forms: [(letters: [UInt8], mask: UInt32, form: LegalForm)] = [
    ("aktiengesellschaft", .stock), ("aktiebolag", .stock), ("aktieselskab", .stock), ("aksjeselskap", .stock),
    ("osakeyhtio", .stock), ("corporation", .corporation), ("incorporated", .corporation),
    ("kommanditgesellschaft", .partnership), ("gesellschaft", .company), ("genossenschaft", .cooperative),
    ("cooperativa", .cooperative), ("proprietary", .limited),
  ].map { name, form in
    let letters = Array(name.utf8)
    return (letters, LetterMask.of(letters, letters.indices), form)
  }

  /// The form that a word of eight letters at least is within two edits of.
  static func form(_ bytes: [UInt8], _ range: Range<Int>) -> LegalForm? {
    let mask = LetterMask.of(bytes, range)
    for known in forms where LetterMask.mayBeNear(mask, known.mask, edits: 2) {
      if Edits.count(bytes.span.extracting(range), known.letters.span, atMost: 2) != nil { return known.form }
    }
    return nil
  }
}

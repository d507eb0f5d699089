/// Reads lines in capitals only, as headlines of agencies have them, in small letters, so that their words are not taken for names.
struct CapitalLines: Sendable {
  let forms: ItalianForms

  /// The fewest words of such a line; one or two in capitals are names.
  private static let fewest = 3

  /// The tokens, with known words in small letters if no token has one.
  func applied(to tokens: [ItalianToken]) -> [ItalianToken] {
    let words = tokens.filter { $0.kind == .word && $0.text.unicodeScalars.count > 1 }
    guard words.count >= Self.fewest, words.allSatisfy(\.isAllCapitals) else { return tokens }
    return tokens.map { token in
      guard token.kind == .word, !forms.readings(of: token.lower).isEmpty else { return token }
      var token = token
      token.text = token.lower
      return token
    }
  }
}

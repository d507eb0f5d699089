/// A failure of the text layer.
public enum TextError: Error, Hashable, Sendable {
  /// ICU refused a call; the code is a `UErrorCode`.
  case icu(code: Int32, call: String)
  /// A file could not be opened or mapped; `errno` says why.
  case unreadable(path: String, errno: Int32)
  /// A mapped file is not what its name says.
  case malformed(path: String, reason: String)
  /// The text is larger than offsets of 32 bits reach.
  case tooLarge(bytes: Int)
}

extension TextError: CustomStringConvertible {
  /// What went wrong, for people.
  public var description: String {
    switch self {
    case .icu(let code, let call): "ICU's \(call) failed with code \(code)"
    case .unreadable(let path, let errno): "cannot read '\(path)' (errno \(errno))"
    case .malformed(let path, let reason): "'\(path)' is damaged: \(reason)"
    case .tooLarge(let bytes): "a text of \(bytes) bytes is too large: offsets reach 2 GB"
    }
  }
}

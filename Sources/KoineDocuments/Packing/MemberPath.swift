import KoineText

/// The path of an archive's member, if it stays inside the archive.
struct MemberPath {
  /// The parts joined by slashes.
  let text: String
  /// Whether a part starts with a point, or belongs to what systems add on their own.
  let isHidden: Bool

  /// Checks a path: `nil` when it is empty, too long, absolute, or leads out of the archive.
  init?(_ bytes: [UInt8], limit: Int) {
    guard !bytes.isEmpty, bytes.count <= limit else { return nil }
    // Archives made on Windows may have the other slash.
    let path = Self.shown(bytes).replacing("\\", with: "/")
    guard !path.hasPrefix("/"), path.dropFirst().first != ":" else { return nil }
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    text = parts.joined(separator: "/")
    isHidden = parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  /// A path for people: signs that steer terminals are replaced, and it is not too long.
  static func shown(_ bytes: [UInt8]) -> String {
    let decoded = TextDecoder().decode(Array(bytes.prefix(2048))).string
    return String(
      String.UnicodeScalarView(
        decoded.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
      )
    )
  }
}

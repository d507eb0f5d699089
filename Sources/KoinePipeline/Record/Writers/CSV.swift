/// Rows of comma-separated values (RFC 4180).
public enum CSV {
  /// Returns one row with its line end.
  ///
  /// A field that a spreadsheet would take for a formula is given an apostrophe in front.
  public static func row(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

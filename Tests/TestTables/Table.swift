import SystemPackage

/// A table of cases from `Tests/Fixtures`: tab-separated, a header line, one case a row.
///
/// In a field `\n`, `\t`, `\r`, `\\` and `\u{…}` stand for what they say; `¦` separates the parts of a list.
public struct Table: Sendable {
  /// One case.
  public struct Row: Sendable, CustomStringConvertible {
    /// The fields by column name.
    public let cells: [String: String]
    /// The line in the file.
    public let line: Int

    /// The field of a column; empty if the row ends before it.
    public subscript(column: String) -> String { cells[column] ?? "" }

    /// The parts of a list field.
    public func list(_ column: String) -> [String] {
      self[column].isEmpty ? [] : self[column].split(separator: "¦", omittingEmptySubsequences: false).map(String.init)
    }

    /// The row's place, shown when a case fails.
    public var description: String { "line \(line)" }
  }

  /// The cases.
  public let rows: [Row]

  /// Reads the table `name`, a path under `Tests/Fixtures`.
  public init(_ name: String, file: String = #filePath) {
    guard let bytes = Fixture.bytes(name, file: file) else { preconditionFailure("there is no fixture '\(name)'") }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let header = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    rows = lines.enumerated().dropFirst().compactMap { index, line in
      if line.isEmpty || line.hasPrefix("#") { return nil }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { Self.unescaped($0) }
      return Row(cells: Dictionary(zip(header, fields), uniquingKeysWith: { a, _ in a }), line: index + 1)
    }
  }

  private static func unescaped(_ field: Substring) -> String {
    var out = ""
    var rest = field[...]
    while let slash = rest.firstIndex(of: "\\") {
      out += rest[..<slash]
      rest = rest[slash...].dropFirst()
      guard let kind = rest.popFirst() else { return out + "\\" }
      switch kind {
      case "n": out += "\n"
      case "t": out += "\t"
      case "r": out += "\r"
      case "u":
        let hex = rest.dropFirst().prefix { $0 != "}" }
        if let code = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(code) { out.unicodeScalars.append(scalar) }
        rest = rest.dropFirst(hex.count + 2)
      default: out.append(kind)
      }
    }
    return out + rest
  }
}

/// Files under `Tests/Fixtures`, and the folder of the lexicons that the tests run on.
public enum Fixture {
  /// The root of the checkout.
  public static func root(file: String = #filePath) -> String {
    var path = FilePath(file)
    while path.components.last?.string != "Tests", !path.components.isEmpty { path.removeLastComponent() }
    path.removeLastComponent()
    return path.string
  }

  /// The folder `Lexicons` of the checkout.
  public static func lexicons(file: String = #filePath) -> String { root(file: file) + "/Lexicons" }

  /// The path of a fixture.
  public static func path(_ name: String, file: String = #filePath) -> String {
    root(file: file) + "/Tests/Fixtures/" + name
  }

  /// The bytes of a fixture, or `nil` if there is none.
  public static func bytes(_ name: String, file: String = #filePath) -> [UInt8]? {
    guard let descriptor = try? FileDescriptor.open(FilePath(path(name, file: file)), .readOnly) else { return nil }
    defer { try? descriptor.close() }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while let count = try? unsafe chunk.withUnsafeMutableBytes({ try unsafe descriptor.read(into: $0) }), count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// The text of a fixture.
  public static func text(_ name: String, file: String = #filePath) -> String {
    String(decoding: bytes(name, file: file) ?? [], as: UTF8.self)
  }
}

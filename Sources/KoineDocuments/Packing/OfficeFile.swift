/// Zip files that are one document for an office program or a reading device, not a folder of documents.
enum OfficeFile {
  /// The name of the kind of file; `nil` for a zip file of other things.
  static func kind(_ bytes: [UInt8]) -> String? {
    guard let file = PackedFile(bytes) else { return nil }
    var hasTypes = false
    // Office programs put these members first, but need not.
    for _ in 0..<2000 {
      guard case .member(let member) = file.next() else { break }
      switch String(decoding: member.path, as: UTF8.self) {
      case "[Content_Types].xml": hasTypes = true
      case "mimetype":
        let type = String(decoding: file.content(limit: 100).bytes, as: UTF8.self)
        if type.contains("opendocument") { return "OpenDocument" }
        if type.contains("epub") { return "EPUB" }
      case "META-INF/MANIFEST.MF": return "JAR"
      case let path where hasTypes && path.hasPrefix("word/"): return "DOCX"
      case let path where hasTypes && path.hasPrefix("xl/"): return "XLSX"
      case let path where hasTypes && path.hasPrefix("ppt/"): return "PPTX"
      default: break
      }
    }
    return hasTypes ? "Office" : nil
  }
}

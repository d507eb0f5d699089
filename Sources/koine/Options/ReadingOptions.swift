import ArgumentParser
import KoineDocuments
import KoineText

/// What a user knows of inputs beside their bytes.
struct ReadingOptions: ParsableArguments {
  @Option(help: "What to read the inputs as.")
  var type = InputType.auto

  @Option(
    help: ArgumentHelp("The address that the inputs were fetched from; relative ones start from it.", valueName: "url")
  )
  var base: String?

  @Option(
    help: ArgumentHelp("The media type that the server gave, such as 'text/html; charset=utf-8'.", valueName: "type")
  )
  var contentType: String?

  @Option(
    help: ArgumentHelp(
      "Columns of tables or members of JSON that hold the fields of an article, such as title=Titel,content=meta.body.",
      valueName: "field=name,..."
    )
  )
  var fields: String?

  func validate() throws { _ = try options() }

  /// The hash of a pipeline's definition with these options; of itself, where none is given.
  func definition(_ hash: String) -> String {
    let given = [type == .auto ? nil : type.rawValue, base, contentType, fields]
    if given.allSatisfy({ $0 == nil }) { return hash }
    return SHA256.hexadecimal(Array(given.reduce(hash) { "\($0)\n\($1.map { "=" + $0 } ?? "")" }.utf8))
  }

  func options() throws -> ReadOptions {
    var options = ReadOptions(type: type, base: base)
    if let contentType {
      guard let media = MediaType(contentType), media.name.contains("/") else {
        throw ValidationError("--content-type '\(contentType)' is not a media type such as 'text/html'")
      }
      options.contentType = media
    }
    if let fields {
      do throws(FieldMap.Malformed) { options.fields = try FieldMap(fields) } catch {
        throw ValidationError("--fields: \(error.description)")
      }
    }
    return options
  }
}

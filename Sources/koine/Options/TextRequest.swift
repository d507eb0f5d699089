import KoinePipeline

/// What a line of JSON asks of a filter.
struct TextRequest: Decodable, Sendable {
  /// Given back with the answer.
  let id: JSONValue?
  let text: String
  let title: String?
  let language: String?

  /// What every answer starts from.
  var members: [String: JSONValue] { id.map { ["id": $0] } ?? [:] }
}

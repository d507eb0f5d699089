import FoundationEssentials
import KoineEntities
import KoinePipeline

/// The names in a file of Koine's own records.
struct RecordNames {
  private struct Line: Decodable {
    struct Own: Decodable {
      struct Entity: Decodable {
        struct Mention: Decodable {
          let text: String
          let start: Int?
          let end: Int?
          let `in`: String?
        }
        let id: String?
        let name: String
        let type: EntityType
        let mentions: [Mention]
      }
      let entities: [Entity]?
    }
    let id: String
    let own: Own

    private enum CodingKeys: String, CodingKey {
      case id
      case own = "_koine"
    }
  }

  private(set) var observations: [NameObservation] = []

  /// Reads a file, or gives `nil` if it holds something else.
  init?(_ path: String) throws {
    guard path.hasSuffix(".jsonl") else { return nil }
    var source = try LineSource(path, size: 1 << 20)
    var isEmpty = true
    while case .input(let chunk) = try source.next(mayWait: true) {
      // A line too long to be read is none of Koine's.
      let lines = chunk.isTooLong ? [[]] : chunk.bytes.split(separator: 10, omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where chunk.isTooLong || !line.isEmpty {
        guard let record = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
          if isEmpty { return nil }
          let place = "'\(path)', line \(chunk.first + index)"
          throw CommandFailure(.failed, "\(place): this is no record of Koine as the lines before it")
        }
        isEmpty = false
        add(record)
      }
    }
    if isEmpty { return nil }
  }

  private mutating func add(_ record: Line) {
    for entity in record.own.entities ?? [] {
      observations += entity.mentions.map {
        NameObservation(
          name: $0.text,
          type: entity.type,
          document: record.id,
          id: entity.id,
          fullName: entity.id == nil ? entity.name : nil,
          place: Self.place($0, record.id)
        )
      }
    }
  }

  private static func place(_ mention: Line.Own.Entity.Mention, _ document: String) -> NamePlace? {
    guard let member = mention.in, let start = mention.start, let end = mention.end else { return nil }
    return NamePlace(document: document, member: member, start: start, end: end)
  }
}

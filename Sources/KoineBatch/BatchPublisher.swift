import KoineDocuments
import KoinePipeline
import KoineText

/// Writes the results of a run, each file whole or not at all.
struct BatchPublisher {
  let output: String
  let views: [RecordFormat]

  /// Writes `records.jsonl`, `errors.jsonl` and the views.
  ///
  /// - Parameters:
  ///   - ledger: what was done.
  ///   - count: how many documents were read; as many must come out.
  /// - Throws: `BatchError.countsDiffer`, or what keeps a file from being written.
  func publish(_ ledger: Ledger, count: Int) throws {
    let records = try AtomicFile("\(output)/records.jsonl")
    let errors = try AtomicFile("\(output)/errors.jsonl")
    var writers = views.map { ($0, RecordWriter($0)) }
    let files = try views.map { try AtomicFile("\(output)/\($0.fileName)") }
    let facts = FactSpool()
    var hasFacts = false
    try ledger.forEachEntry {
      try facts.add($0.facts)
      hasFacts = hasFacts || $0.facts != nil
    }
    let stories = try hasFacts ? StoryFinder.stories(of: facts) : nil
    var written = 0
    try ledger.forEachEntry { entry in
      var line = Array(entry.record.utf8)
      if let story = try stories?.story(at: written) { line = Record.line(line, withStory: story) }
      written += 1
      try records.write(line + [10])
      for index in writers.indices { try files[index].write(try writers[index].1.add(line)) }
      if let failure = entry.failure { try errors.write(Self.error(entry, failure)) }
    }
    guard written == count else { throw BatchError.countsDiffer(read: count, written: written) }
    for index in writers.indices {
      try writers[index].1.finish { try files[index].write($0) }
      try files[index].finish()
    }
    try errors.finish()
    try records.finish()
  }

  private static func error(_ entry: Ledger.Entry, _ failure: Ledger.Failure) -> [UInt8] {
    let members: JSONValue = [
      "id": .string(failure.id), "file": .string(entry.path), "item": .integer(entry.item),
      "code": .string(failure.code), "message": .string(failure.message), "stage": .string(failure.stage),
    ]
    // What was read is kept as JSON already.
    return Array((members.line.dropLast() + ",\"input\":\(failure.input)}\n").utf8)
  }

  /// Writes `run.json` and `metrics.prom`.
  func publish(_ summary: BatchSummary, _ context: RecordContext, _ definition: String) throws {
    let file = try AtomicFile("\(output)/run.json")
    let json: JSONValue = [
      "koine": .string(context.version),
      "pipeline": .string(context.pipeline),
      "definition": .string(definition),
      "lexicons": .object(context.lexicons.mapValues { .string($0) }),
      "interrupted": .bool(summary.isInterrupted),
      "limited": .bool(summary.isLimited),
      "seconds": .share(summary.seconds / .seconds(1)),
      "files": [
        "found": .integer(summary.files.found), "done": .integer(summary.files.done),
        "unchanged": .integer(summary.files.kept), "deleted": .strings(summary.deleted),
        "skipped": .strings(summary.skipped),
      ],
      "documents": [
        "read": .integer(summary.documents.read), "processed": .integer(summary.documents.processed),
        "unchanged": .integer(summary.documents.reused), "failed": .integer(summary.documents.failed),
      ],
    ]
    try file.write(Array((json.line + "\n").utf8))
    try file.finish()
    let metrics = try AtomicFile("\(output)/metrics.prom")
    try metrics.write(Array(MetricsText(summary, pipeline: context.pipeline).text.utf8))
    try metrics.finish()
  }
}

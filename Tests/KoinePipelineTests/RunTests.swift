import KoineLexicon
import KoinePipeline
import KoineText
import Testing

@Suite struct RunTests {
  @Test("hands results on in the order of the inputs, however long each takes", arguments: [1, 2, 7])
  func keepsOrder(width: Int) async throws {
    var next = 0
    var results: [Int] = []
    try await OrderedMap(width: width).run(
      next: { _ in
        next += 1
        return next <= 500 ? .input(next) : .end
      },
      work: { number in
        var sum = number
        for step in 0..<((number * 7919) % 5000) { sum = (sum &* 31) ^ step }
        return (number, sum)
      },
      deliver: { results.append($0.0) }
    )
    #expect(results == Array(1...500))
  }

  @Test("waits for an input only when nothing is in hand")
  func waitsLast() async throws {
    var given = 0
    var delivered = 0
    try await OrderedMap(width: 4).run(
      next: { mayWait -> OrderedMap.Next<Int> in
        #expect(mayWait == (given == delivered))
        // Every third input comes late.
        if given % 3 == 0, !mayWait { return .pause }
        given += 1
        return given > 40 ? .end : .input(given)
      },
      work: { $0 },
      deliver: { _ in delivered += 1 }
    )
    #expect(delivered == 40)
  }

  @Test("a document that fails keeps its text and tells the stage and the reason")
  func keepsFailures() async throws {
    let yaml = "name: a\nsummary: b\nstages: [trim, fail, guess]"
    let definition = try Definition(Array(yaml.utf8), file: "p.yaml", registry: SampleStages.registry)
    let pipeline = try definition.pipeline(Resources(store: LexiconStore(directory: "/", cache: nil)))
    let failed = await pipeline.run(Document(id: "1", body: "#fail"))
    #expect(failed.failure == Document.Failure(code: "stage-failed", message: "no", stage: "fail"))
    #expect(failed.steps == ["trim"] && failed.body.text == "fail" && failed.body.read == "#fail")
    let good = await pipeline.run(Document(id: "2", body: "a#b"))
    #expect(good.failure == nil && good.steps == ["trim", "fail", "guess"])
    #expect(good.body.readRange(of: TextRange(1..<2)) == TextRange(2..<3))
  }
}

import KoineLexicon
import Testing

@Suite struct MappedTableTests {
  @Test("finds every key with its rows in order, and no other")
  func looksUp() throws {
    var builder = TableBuilder(columns: 2)
    for number in 0..<500 {
      builder.add("k\(number % 250)", ["a\(number)", "è"], origin: Origin(file: "t.tsv", line: number + 2))
    }
    builder.addPrefix("catena di")
    let table = try MappedTable(bytes: builder.compiled())
    #expect(table.count == 500)
    for number in 0..<250 {
      let rows = table.rows("k\(number)")
      #expect(rows.map { $0[0] } == ["a\(number)", "a\(number + 250)"])
      #expect(rows.first?.origin == Origin(file: "t.tsv", line: number + 2))
    }
    #expect(table.rows("k250").isEmpty)
    #expect(table.contains("catena di") && table.rows("catena di").isEmpty)
  }

  @Test("refuses bytes that are cut short")
  func refusesDamage() {
    var builder = TableBuilder(columns: 1)
    builder.add("a", ["b"], origin: Origin(file: "t.tsv", line: 1))
    let bytes = builder.compiled()
    for length in 0..<bytes.count {
      #expect(throws: (any Error).self) { try MappedTable(bytes: Array(bytes[..<length])) }
    }
  }
}

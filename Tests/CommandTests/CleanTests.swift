import TestTables
import Testing

@Suite struct CleanTests {
  @Test("takes half a surrogate pair in JSON for a lost character, and tells where")
  func loneSurrogates() throws {
    let line = #"{"id":"\ud800","text":"a\ud83d b \\ud83d \ud83d\ude00 \udc00"}"#
    let result = try Command.run(["clean", "--format", "jsonl"], text: line + "\n")
    #expect(result.status == 0 && result.lines.count == 1)
    let first = #"{"end":2,"kind":"surrogate","replacement":"�","start":1}"#
    let last = #"{"end":15,"kind":"surrogate","replacement":"�","start":14}"#
    #expect(result.lines[0].contains(#""changes":[\#(first),\#(last)]"#), "\(result.lines[0])")
    #expect(result.lines[0].contains(#""text":"a� b \\ud83d 😀 �""#), "\(result.lines[0])")
    #expect(result.lines[0].contains(#""findings":[{"code":"clean.lone-surrogate","end":11"#), "\(result.lines[0])")
  }

  @Test("reads a line in another encoding")
  func encodings() throws {
    let bytes: [UInt8] = Array("perch".utf8) + [0xE9] + Array(" la citt".utf8) + [0xE0, 10]
    #expect(try Command.run(["clean"], input: bytes).output == "perché la città\n")
  }
}

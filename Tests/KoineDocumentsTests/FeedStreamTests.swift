import KoineDocuments
import KoineText
import TestTables
import Testing

@Suite struct FeedStreamTests {
  /// An input of records for the tests.
  struct Sample: Sendable, CustomStringConvertible {
    var name: String
    var bytes: [UInt8]
    var description: String { name }
  }

  private static func read(
    _ sample: Sample,
    size: Int,
    _ limits: DocumentLimits = DocumentLimits()
  ) throws -> (feed: Feed, pieces: Int, hash: String)? {
    let opened = try OpenedInput(BytesSource(sample.bytes), name: sample.name, limits: limits, pieceSize: size)
    guard case .records(let stream) = opened, var feed = try stream.next() else { return nil }
    var pieces = 1
    while let more = try stream.next() {
      feed.items += more.items
      feed.diagnostics += more.diagnostics
      feed.title = more.title ?? feed.title
      pieces += 1
    }
    return (feed, pieces, try stream.contentHash())
  }

  private static func bytes(_ text: String, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "utf-16le": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf-16be": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "windows-1252": text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
    case "mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    default: Array(text.utf8)
    }
  }

  /// Lines with letters of one to four bytes, blank and broken lines, and one that is much longer than a piece.
  private static func lines(end: String) -> String {
    (0..<300).map { number in
      switch number % 50 {
      case 7: ""
      case 13: "{\"id\": \"\(number)\", \"title\": "
      case 21: "{\"id\":\"\(number)\",\"text\":\"\(String(repeating: "perché 钢铁 🚢 ", count: 900))\"}"
      default:
        "{\"id\":\"\(number)\",\"title\":\"Più \(number) 铜 🏭\",\"text\":\"Città, à la carte.\",\"date\":\"0\(number % 9 + 1)/04/2025\"}"
      }
    }.joined(separator: end) + end + "{\"id\":\"last\",\"text\":\"No end of line.\",\"date\":\"25/04/2025\"}"
  }

  private static func rows(end: String) -> String {
    "title;text;date;other" + end
      + (0..<300).map { number in
        let text =
          number % 10 == 3 ? "\"Riga uno\(end)\(end)riga \"\"due\"\"; 铜 \(number)\"" : "Perché no, numero \(number)."
        return "Titolo \(number);\(text);\(number % 27 + 1)/03/2025;\(number % 40 == 0 ? "x;y" : "è")"
      }.joined(separator: end) + end
  }

  private static let mailbox: String = (0..<60).map { number in
    "From a@b.example Mon Mar  3 10:00:00 2025\nFrom: A <a@b.example>\nSubject: Nr \(number) =?utf-8?q?perch=C3=A9?=\n"
      + "Date: Mon, 3 Mar 2025 10:00:00 +0000\n\nFrom here on it is text.\n\nFrom what they say, too.\n"
      + String(repeating: "A line of text.\n", count: number) + "\n"
  }.joined()

  static let samples: [Sample] =
    ["lines.jsonl", "table.csv", "mailbox.mbox", "packed/lines.jsonl.zst"].map {
      Sample(name: $0, bytes: Fixture.bytes("documents/\($0)") ?? [])
    }
    + ["utf-8", "mark", "utf-16le", "utf-16be", "windows-1252"].flatMap { encoding in
      ["\n", "\r\n"].map {
        Sample(name: "\(encoding)\($0.count).jsonl", bytes: bytes(lines(end: $0), encoding))
      }
        + ["\n", "\r\n", "\r"].map {
          Sample(name: "\(encoding)\($0.utf8.first ?? 0)\($0.count).csv", bytes: bytes(rows(end: $0), encoding))
        }
    }
    + [
      Sample(name: "a.mbox", bytes: Array(mailbox.utf8)),
      Sample(name: "b.mbox", bytes: Array(mailbox.replacing("\n", with: "\r\n").utf8)),
      Sample(name: "damaged.jsonl", bytes: damaged),
    ]

  /// UTF-8 with strays of windows-1252 and bytes that are nothing.
  private static let damaged: [UInt8] = (0..<200).flatMap { number -> [UInt8] in
    let bad: [UInt8] = number % 3 == 0 ? [0xE8] : number % 7 == 0 ? [0xFF, 0xC3] : Array("é".utf8)
    return Array("{\"id\":\"\(number)\",\"text\":\"Perch".utf8) + bad + Array(" caffè \(number)\"}\n".utf8)
  }

  @Test("gives the same items in pieces of any size", arguments: samples)
  func isTheSame(sample: Sample) throws {
    let content: [UInt8]
    if sample.name.hasSuffix(".zst") {
      content = try #require(Unpacking(sample.bytes, name: sample.name).next()).bytes
    } else {
      content = sample.bytes
    }
    let whole = try DocumentReader().read(content, name: sample.name)
    #expect(whole.items.count > 1)
    for size in [29, 1 << 10, 1 << 16, 1 << 26] {
      let read = try #require(try Self.read(sample, size: size), "\(sample.name)")
      #expect(read.feed == whole, "in pieces of \(size) bytes")
      #expect(read.hash == SHA256.hexadecimal(content))
      if size <= 1 << 10, content.count > 1 << 16 { #expect(read.pieces > 10) }
    }
  }

  @Test("gives the same items of broken inputs in pieces of any size, too", arguments: 0..<6)
  func isTheSameWhenBroken(seed: Int) throws {
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func number(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % max(1, bound)
    }
    for sample in Self.samples where sample.bytes.count < 1 << 16 && !sample.name.hasSuffix(".zst") {
      var bytes = sample.bytes
      for _ in 0..<(1 + number(6)) {
        let at = number(bytes.count)
        switch number(5) {
        case 0: bytes.removeSubrange(at..<min(bytes.count, at + number(40)))
        case 1: bytes.insert(contentsOf: [0x22, 0x0D, 0x0A, 0xC3, 0x00, 0x5C][...number(6)], at: at)
        case 2: bytes[min(at, bytes.count - 1)] = UInt8(number(256))
        case 3: bytes = Array(bytes[..<max(200, at)])
        default: bytes += bytes[at..<min(bytes.count, at + 300)]
        }
        if bytes.count < 200 { bytes = sample.bytes }
      }
      let limits = DocumentLimits(bytes: number(3) == 0 ? 300 + number(2000) : 64 << 20)
      let broken = Sample(name: sample.name, bytes: bytes)
      guard let whole = try? Self.read(broken, size: 1 << 26, limits) else { continue }
      for size in [331] {
        let read = try #require(try Self.read(broken, size: size, limits), "\(sample.name)")
        let different = zip(read.feed.items, whole.feed.items).first { $0 != $1 }
        #expect(
          different == nil && read.feed.items.count == whole.feed.items.count && read.feed == whole.feed,
          "\(sample.name), seed \(seed), in pieces of \(size) bytes: \(different.debugDescription)"
        )
      }
    }
  }

  @Test("counts lines and reads dates over the whole input")
  func countsLines() throws {
    let feed = try DocumentReader().read(Array(Self.lines(end: "\n").utf8), name: "a.jsonl")
    #expect(feed.items.count == 301 - 6)
    #expect(feed.items.last?.line == 301)
    // The last line alone says that the day comes first.
    #expect(feed.items.first?.datePublished == "2025-04-01T00:00:00Z")
    #expect(feed.items[1].diagnostics.map(\.code) == ["feed.date-order"])
    let table = try DocumentReader().read(Array(Self.rows(end: "\r\n").utf8), name: "a.csv")
    #expect(table.items.count == 300 && table.items[3].line == 5 && table.items[4].line == 8)
  }

  @Test("letters that come late decide the encoding of everything")
  func decidesLate() throws {
    let plain = String(repeating: "Title,\(String(repeating: "plain words ", count: 1000))\n", count: 100)
    let russian: [UInt8] = [0xCC, 0xE5, 0xE4, 0xFC, 0x20, 0xEF, 0xEE, 0xE4, 0xEE, 0xF0, 0xEE, 0xE6, 0xE0, 0xEB, 0xE0]
    let row = russian + [0x2C] + russian + [10]
    let bytes = Array("title,text\n\(plain)".utf8) + row + row + row
    for size in [1 << 16, 1 << 26] {
      let read = try #require(try Self.read(Sample(name: "a.csv", bytes: bytes), size: size))
      #expect(read.feed.encoding == "windows-1251" && read.feed.items.last?.title == "Медь подорожала")
      let whole = try DocumentReader().read(bytes, name: "a.csv")
      #expect(read.feed.items.count == 103 && read.feed == whole)
    }
  }

  @Test("tells damage in the item where it is")
  func placesDamage() throws {
    let feed = try DocumentReader().read(Self.damaged, name: "damaged.jsonl")
    #expect(feed.diagnostics.isEmpty)
    #expect(feed.items[0].diagnostics.map(\.code) == ["decode.stray-byte"])
    #expect(feed.items[0].contentText == "Perchè caffè 0")
    #expect(feed.items[1].diagnostics.isEmpty)
    #expect(feed.items[7].diagnostics.map(\.code) == ["decode.undecodable", "decode.undecodable"])
    #expect(feed.items[7].diagnostics.map(\.location?.line) == [8, 8])
  }

  @Test("a record that is too large keeps its place, and the next ones are read", arguments: [29, 1000, 1 << 20])
  func passesOver(size: Int) throws {
    let long = String(repeating: "long ", count: 1000)
    let limits = DocumentLimits(bytes: 2000, items: 2)
    func codes(_ name: String, _ text: String) throws -> [String] {
      let read = try #require(try Self.read(Sample(name: name, bytes: Array(text.utf8)), size: size, limits))
      return read.feed.items.map { $0.diagnostics.first?.code ?? "\($0.title ?? ""):\($0.line)" }
    }
    let lines = "{\"title\":\"a\"}\n{\"title\":\"\(long)\"}\n{\"title\":\"b\"}\n{\"title\":\"\(long)"
    #expect(try codes("a.jsonl", lines) == ["a:1", "too-large", "b:3", "too-large"])
    let rows = "title,text\na,x\nb,\(long)\nc,\"x\n\(long)\nd,y\ne,z\n"
    #expect(try codes("a.csv", rows) == ["a:2", "too-large", "too-large", "d:6", "e:7"])
    let open = "title,text\na,x\nb,\"open\n" + String(repeating: "c,y\n", count: 600)
    let cut = try codes("a.csv", open)
    #expect(cut.count == 2 + 600 - 499 && cut[1] == "too-large" && cut.last == "c:603")
    func message(_ number: Int, _ text: String) -> String {
      "From a@b.example Mon Mar  3 10:00:00 2025\nFrom: a@b.example\nTo: c@d.example\nSubject: \(number)\n\n\(text)\n\n"
    }
    let mails = message(1, "x") + message(2, long) + message(3, long.replacing(" ", with: "\n")) + message(4, "y")
    #expect(try codes("a.mbox", mails) == ["1:1", "too-large", "too-large", "4:1022"])
  }

  @Test("what is no input of records is read as a whole")
  func leavesOthers() throws {
    for (name, text) in [
      ("a.txt", "{\"a\": 1}\n{\"b\": 2}\n"), ("a.xml", "<rss><channel></channel></rss>"), ("a.md", "# Title\n\nText\n"),
      ("a", "Plain words, and more of them."), ("a.eml", "From: a@b.example\nTo: c@d.example\nSubject: x\n\ny\n"),
    ] {
      guard case .whole(let bytes) = try OpenedInput(BytesSource(Array(text.utf8)), name: name) else {
        Issue.record("\(name)")
        continue
      }
      #expect(bytes == Array(text.utf8))
    }
    #expect(throws: ReadError.tooLarge(bytes: 40, limit: 20)) {
      _ = try OpenedInput(BytesSource([UInt8](repeating: 0x61, count: 40)), name: "a.txt", largest: 20)
    }
  }

  @Test("a compressed file that breaks off is read as far as it goes, and one that grows too large not at all")
  func unpacksWithinLimits() throws {
    let packed = Fixture.bytes("documents/packed/lines.jsonl.zst") ?? []
    let small = UnpackingLimits(ratio: 1, freeBytes: 100)
    let source = BytesSource(packed)
    let isRefused: Bool
    if case .whole? = try? OpenedInput(source, name: "a.jsonl.zst", unpacking: small) {
      isRefused = true
    } else {
      isRefused = false
    }
    #expect(isRefused)
    #expect(Unpacking(packed, name: "a.jsonl.zst", limits: small).next()?.refusal?.code == "expands-too-much")
  }
}

@testable import KoineDocuments
import KoineText
import TestTables
import Testing

@Suite struct PackingTests {
  private func members(_ name: String, _ limits: UnpackingLimits = UnpackingLimits()) -> [Unpacking.Member] {
    let unpacking = Unpacking(Fixture.bytes("documents/packed/\(name)") ?? [], name: name, limits: limits)
    var members: [Unpacking.Member] = []
    while let member = unpacking.next(), members.count < 1000 { members.append(member) }
    return members
  }

  private func refusals(_ name: String, _ limits: UnpackingLimits = UnpackingLimits()) -> [String] {
    members(name, limits).map { $0.refusal?.code ?? "read" }
  }

  @Test(arguments: [
    ("rss.xml.gz", "rss.xml"), ("lines.jsonl.zst", "lines.jsonl"), ("atom.xml.xz", "atom.xml"),
    ("atom.xml.bz2", "atom.xml"),
  ])
  func readsCompressedFilesAsWhatIsInside(packed: String, plain: String) throws {
    let member = try #require(members(packed).first)
    #expect(members(packed).count == 1)
    #expect(member.name == packed)
    #expect(member.bytes == Fixture.bytes("documents/\(plain)"))
    let feed = try DocumentReader().read(member.bytes, name: member.name)
    #expect(feed.items == (try DocumentReader().read(member.bytes, name: packed)).items)
    #expect(!feed.items.isEmpty)
  }

  @Test(arguments: ["folder.tar.gz", "folder.tar.zst"])
  func readsTarFilesAsFolders(name: String) throws {
    let members = members(name)
    #expect(
      members.map(\.name) == [
        "\(name)/feeds/rss.xml", "\(name)/pages/perché.html", "\(name)/notes/article.txt",
        "\(name)/feeds/atom.xml.gz", "\(name)/scan.pdf",
      ]
    )
    #expect(members[3].bytes == Fixture.bytes("documents/atom.xml"))
    #expect(throws: ReadError.unsupportedType("PDF")) {
      try DocumentReader().read(members[4].bytes, name: members[4].name)
    }
  }

  @Test func readsZipFilesAsFolders() {
    #expect(
      members("folder.zip").map(\.name) == [
        "folder.zip/feeds/rss.xml", "folder.zip/pages/perché.html", "folder.zip/notes/article.txt",
      ]
    )
    #expect(members("folder.zip").map(\.bytes)[0] == Fixture.bytes("documents/rss.xml"))
  }

  @Test func leadsNoPathOutOfTheArchive() {
    #expect(
      refusals("hostile.tar.gz") == [
        "unsafe-path", "unsafe-path", "unsafe-path", "not-a-file", "not-a-file", "not-a-file", "not-a-file", "read",
      ]
    )
    #expect(refusals("windows.zip") == ["unsafe-path", "unsafe-path", "read"])
    #expect(members("windows.zip").last?.name == "windows.zip/ok/article.txt")
  }

  @Test func opensNoArchiveInAnArchive() {
    #expect(refusals("nested.zip") == ["nested-archive", "nested-archive", "read"])
    #expect(refusals("twice.xml.gz.gz") == ["nested-archive"])
  }

  @Test(arguments: [
    ("bomb.xml.zst", "expands-too-much"), ("locked.zip", "encrypted"), ("letter.docx", "unsupported-type"),
    ("empty.zip", "empty-input"),
  ])
  func tellsWhyAFileIsNotUnpacked(name: String, code: String) { #expect(refusals(name) == [code]) }

  @Test func holdsArchivesToLimits() {
    #expect(refusals("folder.zip", UnpackingLimits(members: 2)) == ["read", "read", "too-many-members"])
    #expect(refusals("folder.zip", UnpackingLimits(memberBytes: 1000)).contains("too-large"))
    #expect(refusals("folder.zip", UnpackingLimits(bytes: 1500)).last == "expands-too-much")
    #expect(refusals("folder.zip", UnpackingLimits(pathBytes: 16)) == ["read", "unsafe-path", "unsafe-path"])
    #expect(refusals("rss.xml.gz", UnpackingLimits(ratio: 1, freeBytes: 100)) == ["expands-too-much"])
  }

  @Test(
    "a gzip file that was cut is read to its last byte",
    arguments: ["rss.xml", "stored.txt", "fixed.txt", "dynamic.txt"]
  )
  func unpacksWhatIsThere(name: String) throws {
    let packed = try #require(Fixture.bytes("documents/packed/\(name).gz"))
    let whole = try #require(Unpacking(packed, name: name).next()).bytes
    #expect(Inflating.unpacked(packed, limit: 1 << 20) == whole)
    #expect(Inflating.unpacked(packed, limit: 100) == Array(whole.prefix(100)))
    var last = 0
    for length in 0...packed.count {
      let part = Inflating.unpacked(Array(packed.prefix(length)), limit: 1 << 20)
      #expect(part.count >= last && whole.starts(with: part), "cut at byte \(length)")
      last = part.count
    }
    let unpacking = Unpacking(Array(packed.prefix(packed.count * 9 / 10)), name: name)
    let cut = try #require(unpacking.next())
    #expect(unpacking.next() == nil)
    #expect(cut.refusal == nil)
    #expect(cut.bytes.count * 2 > whole.count && cut.bytes.count < whole.count)
    #expect(cut.diagnostics.map(\.code) == ["unpack.truncated"])
    let source = UnpackedSource(BytesSource(Array(packed.prefix(packed.count * 9 / 10))), limits: UnpackingLimits())
    #expect(try source.open().readAll(1 << 20) == cut.bytes)
    var state: UInt64 = 7
    for index in packed.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mutant = packed
      mutant[index] ^= UInt8(truncatingIfNeeded: state >> 40)
      #expect(Inflating.unpacked(mutant, limit: 1 << 16).count <= 1 << 16)
    }
  }

  @Test func readsArchivesThatWereCutOffAsFarAsTheyGo() {
    let whole = Fixture.bytes("documents/packed/folder.zip") ?? []
    let unpacking = Unpacking(Array(whole.prefix(whole.count * 3 / 4)), name: "cut.zip")
    var read = 0
    var broken = 0
    while let member = unpacking.next(), read + broken < 100 {
      if member.refusal == nil { read += 1 } else { broken += 1 }
    }
    #expect(read > 0)
  }

  @Test func passesOnWhatIsNotPacked() {
    let unpacking = Unpacking(Array("plain".utf8), name: "a.gz")
    #expect(unpacking.next()?.bytes == Array("plain".utf8))
    #expect(unpacking.next() == nil)
  }
}

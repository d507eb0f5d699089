import KoineEntities
import KoineLexicon
import TestTables
import Testing

/// How well matching tells pairs of names apart that were written to be hard.
struct NameEvidenceTests {
  // Compiled once for all cases.
  private static let shared = Result {
    try NameMatcher(store: LexiconStore(directory: Fixture.lexicons(), cache: nil))
  }

  private let matcher: NameMatcher

  init() throws { matcher = try Self.shared.get() }

  private func saidSame(_ table: String) -> (same: [String], other: [String]) {
    var same: [String] = []
    var other: [String] = []
    for row in Table(table).rows {
      let match = matcher.compare(row["a"], row["b"], type: EntityType(written: row["type"]))
      let line = "\(row["a"]) / \(row["b"]) (\(row["why"])): \(match.score) \(match.reason)"
      if match.score >= 0.5 { same.append(line) } else { other.append(line) }
    }
    return (same, other)
  }

  @Test func keepsHardPairsApartAndFindsWhatIsOne() {
    let negatives = saidSame("entities/pairs-different.tsv")
    let positives = saidSame("entities/pairs-same.tsv")
    let wrong = Double(negatives.same.count)
    #expect(negatives.same.count + negatives.other.count >= 200)
    #expect(positives.same.count + positives.other.count >= 150)
    #expect(wrong / Double(negatives.same.count + negatives.other.count) <= 0.05, "\(negatives.same)")
    #expect(Double(positives.same.count) / (Double(positives.same.count) + wrong) >= 0.95, "\(negatives.same)")
    let all = Double(positives.same.count + positives.other.count)
    #expect(Double(positives.same.count) / all >= 0.95, "\(positives.other)")
  }

  @Test(arguments: [
    ("李娜", "黎娜"), ("张伟", "章伟"), ("宏达股份", "弘达股份"), ("金山软件", "锦山软件"), ("華盛電子", "华胜电子"),
  ])
  func namesThatAreOnlyReadAlikeStayApart(a: String, b: String) {
    for type in [EntityType.organization, .person] {
      #expect(matcher.compare(a, b, type: type).score < 0.5)
    }
  }

  @Test(arguments: [("華龍鋼鐵", "华龙钢铁"), ("臺灣奧凡電子", "台湾奥凡电子"), ("東風汽車", "东风汽车"), ("張偉", "张伟")])
  func traditionalCharactersAreSimplifiedOnes(a: String, b: String) {
    for type in [EntityType.organization, .person] {
      #expect(matcher.compare(a, b, type: type).score >= 0.9)
    }
  }

  @Test func everyLegalFormIsTakenOffAndNeverTheWholeName() throws {
    let store = LexiconStore(directory: Fixture.lexicons(), cache: nil)
    let schema = try #require(EntityLexicons.schemas.first { $0.matches("entities/legal-forms.tsv") })
    let rows = try store.file("entities/legal-forms.tsv").rows(schema)
    #expect(Set(rows.flatMap { $0[1].split(separator: ",") }).count >= 60)
    for row in rows {
      let isCJK = row[0].unicodeScalars.contains { (0x3000...0xFFFF).contains($0.value) }
      for place in ["start", "end"] where [place, "both", "inside"].contains(row[3]) {
        let (core, gap) = isCJK ? ("奥凡半导体", "") : ("Zorvane Wafer", " ")
        let name = place == "start" ? row[0] + gap + core : core + gap + row[0]
        let match = matcher.compare(name, core, type: .organization)
        #expect(match.score >= 0.9, "\(name): \(match)")
      }
      #expect(matcher.compare(row[0], row[0], type: .organization).score == 1)
      #expect(matcher.compare(row[0], "Zorvane", type: .organization).score < 0.5)
    }
  }

  @Test func scoresWithoutAReasonAreTheSame() {
    for row in Table("entities/match.tsv").rows {
      let type = EntityType(written: row["type"])
      #expect(matcher.score(row["a"], row["b"], type: type) == matcher.compare(row["a"], row["b"], type: type).score)
      if type == .organization {
        let (one, two) = (matcher.prepared(row["a"]), matcher.prepared(row["b"]))
        #expect(matcher.score(one, two) == matcher.compare(row["a"], row["b"], type: type).score)
      }
    }
  }
}

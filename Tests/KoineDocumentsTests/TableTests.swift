import Testing
import TestTables

@testable import KoineDocuments

@Suite struct TableTests {
  @Test(arguments: Table("documents/references.tsv").rows)
  func decodesCharacterReferences(row: Table.Row) {
    #expect(MarkupText(limits: DocumentLimits()).line(row["markup"]) == row["text"])
  }

  @Test(arguments: Table("documents/canonical.tsv").rows)
  func bringsMarkupIntoOneForm(row: Table.Row) {
    #expect(CanonicalMarkup.canonical(row["markup"]) == row["canonical"])
    #expect(CanonicalMarkup.canonical(row["canonical"]) == row["canonical"])
  }

  @Test(arguments: Table("documents/links.tsv").rows)
  func makesAddressesInMarkupWhole(row: Table.Row) {
    let base = row["base"].isEmpty ? nil : row["base"]
    let whole = CanonicalMarkup.canonical(row["markup"], base: base)
    #expect(whole == row["whole"])
    #expect(CanonicalMarkup.canonical(whole, base: base) == whole)
  }

  @Test(arguments: Table("documents/declared-entities.tsv").rows)
  func readsEntitiesAsTheDocumentDeclaresThem(row: Table.Row) throws {
    let xml = "<!DOCTYPE rss [\(row["subset"])]><rss><channel><title>\(row["title"])</title></channel></rss>"
    #expect(try DocumentReader().read(Array(xml.utf8), name: "a.xml", raw: true).title == row["text"])
  }

  @Test(arguments: Table("documents/addresses.tsv").rows)
  func resolvesAddresses(row: Table.Row) {
    let base = row["base"].isEmpty ? nil : row["base"]
    #expect(WebAddress.resolved(row["reference"], against: base) == row["resolved"])
  }

  @Test(arguments: Table("documents/patterns.tsv").rows)
  func matchesWholeLines(row: Table.Row) {
    #expect(LinePattern(row["pattern"]).matches(row["line"]) == (row["matches"] == "yes"))
  }

  @Test(arguments: Table("documents/authors.tsv").rows)
  func findsTheNameOfAnAuthor(row: Table.Row) {
    #expect(AuthorName.plain(row["written"]) == row["plain"])
  }

  @Test(arguments: Table("documents/titles.tsv").rows)
  func choosesATitle(row: Table.Row) {
    func optional(_ column: String) -> String? { row[column].isEmpty ? nil : row[column] }
    let title = PageTitle.chosen(
      stated: optional("stated"),
      document: optional("document"),
      headings: row.list("headings"),
      site: optional("site")
    )
    #expect(title == row["title"])
  }
}

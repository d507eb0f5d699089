/// Addresses of the same thing in other registers.
public enum SameAs {
  private static let wikidata = "https://www.wikidata.org/entity/"
  private static let gleif = "https://search.gleif.org/#/record/"

  /// The address of an item of Wikidata; `nil` for what is no such identifier (`Q` and digits).
  public static func wikidata(_ id: String) -> String? {
    let digits = id.utf8.dropFirst()
    guard id.utf8.first == 0x51, !digits.isEmpty, digits.count <= 12, digits.first != 0x30,
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return wikidata + id
  }

  /// The address of a Legal Entity Identifier; `nil` if its check digits (ISO 17442, ISO 7064 mod 97-10) are wrong.
  public static func lei(_ code: String) -> String? {
    let code = code.uppercased()
    guard code.utf8.count == 20 else { return nil }
    var rest = 0
    for byte in code.utf8 {
      switch byte {
      case 0x30...0x39: rest = (rest * 10 + Int(byte - 0x30)) % 97
      case 0x41...0x5A: rest = (rest * 100 + Int(byte - 0x41) + 10) % 97
      default: return nil
      }
    }
    return rest == 1 ? gleif + code : nil
  }

  /// The identifier of Wikidata in an address.
  public static func wikidataID(in address: String) -> String? {
    address.hasPrefix(wikidata) ? String(address.dropFirst(wikidata.count)) : nil
  }

  /// The Legal Entity Identifier in an address.
  public static func lei(in address: String) -> String? {
    address.hasPrefix(gleif) ? String(address.dropFirst(gleif.count)) : nil
  }
}

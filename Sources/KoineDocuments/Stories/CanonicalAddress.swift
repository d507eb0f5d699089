/// The address of an article without what differs from link to link: tracking parameters, scheme, `www.`, fragment, AMP.
///
/// `nil` for what is no web address, and for the front page of a site, which names no article.
public struct CanonicalAddress: Hashable, Sendable {
  /// Host, path and what is left of the query, such as `example.org/2025/rame?id=7`.
  public let text: String

  /// Reads an address.
  public init?(_ address: String) {
    guard address.utf8.count <= 4096, let scheme = address.firstRange(of: "://") else { return nil }
    guard ["http", "https"].contains(address[..<scheme.lowerBound].lowercased()) else { return nil }
    var rest = address[scheme.upperBound...]
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    var query: [Substring] = []
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...].split(separator: "&")
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    var host = rest[..<slash].lowercased()
    if let user = host.lastIndex(of: "@") { host = String(host[host.index(after: user)...]) }
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    for prefix in ["www.", "m.", "amp.", "mobile."]
    where host.hasPrefix(prefix) && host.dropFirst(prefix.count).contains(".") {
      host.removeFirst(prefix.count)
      break
    }
    guard host.contains(".") || host.contains(":") || host == "localhost" else { return nil }
    var path = rest[slash...]
    for ending in ["/index.html", "/index.htm", "/index.php", "/amp/", "/amp", ".amp"] where path.hasSuffix(ending) {
      path.removeLast(ending.count)
      break
    }
    while path.last == "/" { path.removeLast() }
    let kept = query.filter { !Self.isTracking($0) }.map { String($0) }.sorted()
    if path.isEmpty, kept.isEmpty { return nil }
    text = host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return prefixes.contains { name.hasPrefix($0) } || names.contains(name)
  }

  private static let prefixes = ["utm_", "utm-", "mtm_", "pk_", "hsa_", "__hs", "at_", "wt_"]
  private static let names: Set<String> = [
    "_ga", "_gl", "_hsenc", "_hsmi", "amp", "cmpid", "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "icid", "igsh",
    "igshid",
    "mc_cid", "mc_eid", "mkt_tok", "msclkid", "ncid", "oly_anon_id", "oly_enc_id", "outputtype", "ref", "ref_src",
    "refresh_ce",
    "rss", "s_cid", "smid", "spm", "srsltid", "ttclid", "twclid", "vero_id", "wbraid", "xtor", "yclid",
  ]
}

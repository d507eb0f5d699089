extension WebAddress {
  /// The host of an absolute address in lower case, without `www.`, port and user.
  static func host(_ text: String) -> String? {
    guard isAbsolute(text) else { return nil }
    let authority = text.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }.lowercased()
    return host.isEmpty ? nil : host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}

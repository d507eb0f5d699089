// swift-tools-version: 6.3
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "Koine", path: ".."),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: [
    .target(
      name: "RawICU",
      linkerSettings: [.linkedLibrary("_FoundationICU"), .linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "RawICU",
        .product(name: "KoineText", package: "Koine"),
        .product(name: "KoineLexicon", package: "Koine"),
        .product(name: "KoineEntities", package: "Koine"),
        .product(name: "KoineDocuments", package: "Koine"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: house
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of ours.
let strict: [SwiftSetting] = [
  // `any Protocol` is written out, so the cost of a box is visible.
  .enableUpcomingFeature("ExistentialAny"),
  // A dependency is part of a public signature only when it says `public import`.
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A member is found only through a module that the file itself imports.
  .enableUpcomingFeature("MemberImportVisibility"),
  // Pointers appear only where a C library is called, and are marked there.
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A target of ours, in the folder of its floor.
func floor(_ floor: String, _ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)", swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"],
    path: "Tests/\(name)Tests", exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "wijkzicht",
  products: [
    .executable(name: "wijkzicht", targets: ["wijkzicht"]),
    .library(name: "Wijkzicht", targets: ["Wijkzicht"]),
    .library(
      name: "WijkzichtFormats",
      targets: [
        "Bytes", "CSV", "GeoJSON", "GeoPackage", "Shapefile", "Spreadsheet", "WeightFiles",
      ]),
    .library(name: "WijkzichtEngines", targets: ["Projection", "Topology"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // MARK: Foundations: values without files, C libraries or Foundation.
    floor("Foundations", "Geometry", []),
    floor("Foundations", "Tables", []),
    floor("Foundations", "Simplification", ["Geometry"]),

    // MARK: Engines: one C library each; nobody else imports it.
    .systemLibrary(
      name: "CGEOS", path: "Sources/Engines/CGEOS", pkgConfig: "geos",
      providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CPROJ", path: "Sources/Engines/CPROJ", pkgConfig: "proj",
      providers: [.apt(["libproj-dev", "proj-data"]), .brew(["proj"])]),
    .systemLibrary(
      name: "CArchive", path: "Sources/Engines/CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    // Settings of the memory of glibc, which Swift's Glibc leaves out.
    .systemLibrary(name: "CMalloc", path: "Sources/Engines/CMalloc"),
    .systemLibrary(
      name: "CZlib", path: "Sources/Engines/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    floor("Engines", "Archives", ["CArchive", "CZlib"]),
    floor("Engines", "Topology", ["CGEOS", "Geometry"]),
    floor("Engines", "Projection", ["CPROJ", "Geometry"]),

    // MARK: Formats: bytes and one file format each.
    floor("Formats", "Bytes", ["Archives"]),
    floor("Formats", "CSV", ["Archives", "Bytes"]),
    floor("Formats", "GeoJSON", ["Bytes", "Geometry", "Tables"]),
    floor("Formats", "Spreadsheet", ["Archives", "Bytes"]),
    floor("Formats", "Shapefile", ["Bytes", "Geometry"]),
    floor("Formats", "GeoPackage", ["Bytes", "Geometry", grdb, sqlite]),
    floor("Formats", "WeightFiles", []),

    // MARK: Places: areas, records in areas, counts per area.
    floor(
      "Places", "Areas",
      [
        "Bytes", "CSV", "GeoJSON", "GeoPackage", "Geometry", "Projection", "Shapefile", "Tables",
        "Topology",
      ]),
    floor("Places", "Addresses", []),
    floor(
      "Places", "Registers",
      [
        "Addresses", "Archives", "Areas", "Bytes", "CSV", "GeoPackage", "Geometry", "Projection",
        crypto,
      ]),
    floor("Places", "Matching", ["Addresses", "Geometry", "Registers"]),
    floor(
      "Places", "Crosswalks",
      ["Addresses", "Areas", "Bytes", "CSV", "Geometry", "Registers", "Tables", "Topology"]),
    floor(
      "Places", "Geocoding",
      [
        "Addresses", "Matching", "Registers", "Areas", "Bytes", "CSV", "GeoJSON", "GeoPackage",
        "Geometry", "Projection", "Shapefile", "Spreadsheet", "Tables",
      ]),
    floor("Places", "Tabulation", ["Areas", "Bytes", "CSV", "Geocoding", "Tables"]),

    // MARK: Analysis: published values in, published values out.
    floor("Analysis", "SpatialStatistics", []),
    floor("Analysis", "Heatmaps", ["Geometry"]),
    floor("Analysis", "Quality", []),
    floor("Analysis", "Indicators", ["Areas", "Disclosure", "Tables", "Tabulation"]),
    floor("Analysis", "Indices", ["SpatialStatistics"]),
    floor(
      "Analysis", "Composites",
      ["Areas", "Disclosure", "Indicators", "Indices", "Quality", "Tables", "Tabulation"]),
    floor(
      "Analysis", "Patterns",
      ["Areas", "Disclosure", "Geometry", "Indicators", "SpatialStatistics", "Tabulation"]),

    floor(
      "Analysis", "Comparison", ["Areas", "Geometry", "Indicators", "SpatialStatistics"]),

    // MARK: Trust: what may be used, what may be known, what made it.
    floor("Trust", "Governance", []),
    floor("Trust", "DisclosureAudit", []),
    floor("Trust", "Keys", ["Bytes", crypto]),
    floor("Trust", "Provenance", ["Bytes", "GeoJSON", "Keys", crypto]),
    floor(
      "Trust", "Linkage",
      [
        "Bytes", "CSV", "Disclosure", "DisclosureAudit", "Governance", "Keys", "SpatialStatistics",
      ]),
    floor(
      "Trust", "Disclosure",
      [
        "Areas", "DisclosureAudit", "Geocoding", "Geometry", "Heatmaps", "Matching",
        "SpatialStatistics", "Tables", "Tabulation", crypto,
      ]),

    floor("Trust", "Ledger", ["Bytes", "Disclosure", "Geocoding", "Tabulation", crypto]),

    // MARK: Output: styles and files.
    floor("Output", "Cartography", []),
    floor(
      "Output", "Exports",
      [
        "Archives", "Areas", "Bytes", "Cartography", "Comparison", "CSV", "Disclosure", "GeoJSON",
        "Geometry", "GeoPackage", "Heatmaps", "Indicators", "Patterns", "Projection", "Provenance",
        "Quality", "Simplification", "SpatialStatistics", "Spreadsheet", "Tables", "Tabulation",
        "Topology",
      ]),

    floor(
      "Output", "Pictures",
      ["Archives", "Bytes", "Cartography", "GeoJSON", "Geometry", "Projection"]),

    // Texts for people and for catalogues: values in, bytes out.
    floor("Output", "Reports", ["Archives", "Cartography", "Geometry"]),

    floor(
      "Output", "GISBundle",
      [
        "Areas", "Cartography", "Disclosure", "Exports", "GeoJSON", "Geometry", "Pictures",
        "Projection",
      ]),

    floor(
      "Output", "Atlas",
      [
        "Areas", "Cartography", "Comparison", "Disclosure", "Exports", "GeoJSON", "Geometry",
        "Indicators", "Patterns", "Provenance", "Simplification", "SpatialStatistics", "Tables",
        "Tabulation", crypto,
      ]),

    // MARK: App: the study file, the steps in order, the command line.
    floor(
      "App", "Study",
      [
        "Areas", "Atlas", "Bytes", "Cartography", "Comparison", "Composites", "Crosswalks", "CSV",
        "Disclosure", "Exports", "Geocoding", "GeoJSON", "Geometry", "GeoPackage", "GISBundle",
        "Governance",
        "Heatmaps", "Indicators", "Indices", "Keys", "Ledger", "Linkage", "Matching", "Patterns",
        "Pictures",
        "Projection",
        "Provenance", "Quality", "Registers", "Reports", "Shapefile", "Simplification",
        "SpatialStatistics", "Spreadsheet", "Tables",
        "Tabulation", "Topology", yams,
      ]),
    // The one target that opens connections.
    floor("App", "Fetching", ["Archives", "Bytes", "CSV", "Provenance"]),
    floor(
      "App", "Commands",
      [
        "Areas", "Bytes", "CMalloc", "Composites", "Crosswalks", "CSV", "Disclosure", "Fetching",
        "GeoJSON",
        "Geocoding",
        "Geometry", "Heatmaps", "Indicators", "Keys", "Linkage", "Matching", "Patterns", "Pictures",
        "Provenance", "Registers",
        "SpatialStatistics", "Study",
        "Tables", "WeightFiles", argumentParser,
      ]),
    floor(
      "App", "Wijkzicht",
      [
        "Addresses", "Areas", "Bytes", "Comparison", "Composites", "Crosswalks", "CSV",
        "Disclosure", "Geocoding", "Geometry", "Heatmaps", "Indicators", "Indices", "Matching",
        "Patterns", "Registers",
        "SpatialStatistics", "Study",
        "Tables",
        "Tabulation",
      ]),
    .executableTarget(
      name: "wijkzicht", dependencies: ["Commands"], path: "Sources/App/wijkzicht",
      swiftSettings: strict),

    // MARK: Examples
    .executableTarget(
      name: "make-example-records", path: "examples/vijf-steden/generator", swiftSettings: strict),
    .executableTarget(
      name: "library-example", dependencies: ["Wijkzicht"], path: "examples/library",
      swiftSettings: strict),

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["Geometry"], path: "Tests/Support", swiftSettings: strict),
    tests("Geometry", ["Geometry"]),
    tests("Topology", ["Topology", "Geometry"]),
    tests("Simplification", ["Simplification", "Geometry", "Topology"]),
    tests("Projection", ["Projection", "Geometry"]),
    tests("Cartography", ["Cartography"], exclude: ["Goldens"]),
    tests(
      "Atlas",
      [
        "Atlas", "Areas", "Cartography", "Disclosure", "Exports", "Geometry", "Indicators",
        "SpatialStatistics", "Tables", "Tabulation", crypto,
      ]),
    tests("Pictures", ["Pictures", "Cartography", "Geometry"]),
    tests("Reports", ["Reports", "Archives", "Cartography", "Geometry"]),
    tests("GeoJSON", ["GeoJSON", "Bytes", "Geometry"]),
    tests("GeoPackage", ["GeoPackage", "Bytes", "Geometry", grdb]),
    tests("Archives", ["Archives"]),
    tests("Bytes", ["Bytes"]),
    tests("CSV", ["CSV", "Bytes"]),
    tests("Spreadsheet", ["Spreadsheet", "Archives", "Bytes"]),
    tests("Shapefile", ["Shapefile", "Bytes", "Geometry"]),
    tests("Areas", ["Areas", "Bytes", "CSV", "GeoPackage", "Geometry", "Tables"]),
    tests("Addresses", ["Addresses"]),
    tests(
      "Registers",
      ["Registers", "Addresses", "Areas", "Bytes", "GeoPackage", "Geometry", grdb]),
    tests("Matching", ["Matching", "Addresses", "Geometry", "Registers"]),
    tests("Crosswalks", ["Crosswalks", "Areas", "Geometry", "Registers", "Tables"]),
    tests(
      "Geocoding",
      [
        "Geocoding", "Addresses", "Areas", "CSV", "Geometry", "Matching", "Projection", "Registers",
        "Topology",
      ]),
    tests("Tabulation", ["Tabulation", "Areas", "CSV", "Geocoding", "Geometry", "Tables"]),
    tests("Governance", ["Governance", "Bytes"]),
    tests("DisclosureAudit", ["DisclosureAudit"]),
    tests("Keys", ["Keys", "Bytes"]),
    tests("Provenance", ["Provenance", "Bytes", "Keys"]),
    tests("Linkage", ["Linkage", "Bytes", "CSV", "Disclosure", "Keys"]),
    tests(
      "Disclosure",
      ["Disclosure", "Areas", "CSV", "Geocoding", "Geometry", "Tables", "Tabulation", crypto]),
    tests("Ledger", ["Bytes", "Disclosure", "Geocoding", "Ledger", "Tabulation"]),
    tests(
      "Study",
      [
        "Study", "Areas", "Disclosure", "Exports", "Geometry", "Ledger", "Provenance", "Tabulation",
      ]),
    tests("SpatialStatistics", ["SpatialStatistics"]),
    tests("Indices", ["Indices", "SpatialStatistics"]),
    tests("Quality", ["Quality"]),
    tests(
      "Composites",
      [
        "Areas", "Composites", "Disclosure", "Geometry", "Indicators", "Indices", "Tables",
        "Tabulation",
      ]),
    tests("WeightFiles", ["WeightFiles"]),
    tests("Heatmaps", ["Heatmaps", "Geometry", "SpatialStatistics", "Disclosure", "Topology"]),
    tests(
      "Indicators",
      ["Indicators", "Areas", "CSV", "Disclosure", "Geocoding", "Geometry", "Tables", "Tabulation"]),
    tests(
      "Patterns",
      [
        "Patterns", "Areas", "CSV", "Disclosure", "Geocoding", "Geometry", "Indicators",
        "SpatialStatistics", "Tables", "Tabulation",
      ]),
    tests("Comparison", ["Comparison", "Areas", "Disclosure", "Indicators", "SpatialStatistics"]),
    .testTarget(
      name: "GoldenTests", dependencies: ["wijkzicht", "make-example-records", crypto],
      path: "Tests/GoldenTests",
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

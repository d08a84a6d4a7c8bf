// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "wijkzicht", path: "..")],
  targets: [
    .executableTarget(
      name: "throughput",
      dependencies: [
        .product(name: "Wijkzicht", package: "wijkzicht"),
        .product(name: "WijkzichtFormats", package: "wijkzicht"),
        .product(name: "WijkzichtEngines", package: "wijkzicht"),
      ]),
    .executableTarget(
      name: "density", dependencies: [.product(name: "Wijkzicht", package: "wijkzicht")]),
    .executableTarget(
      name: "formats", dependencies: [.product(name: "WijkzichtFormats", package: "wijkzicht")]),
    .executableTarget(
      name: "candidates", dependencies: [.product(name: "Wijkzicht", package: "wijkzicht")]),
  ],
  swiftLanguageModes: [.v6]
)

// Everything that a program needs, under one import: `import Wijkzicht`.
//
// The path of the data: files → `Areas`, `Registers`, `Matching`, `Geocoding` → `Tabulation`, `Heatmaps` → `Disclosure` → `Indicators`,
// `SpatialStatistics`, `Patterns`, `Comparison` → `Study`, which does all of it in order and writes the files.
@_exported public import Addresses
@_exported public import Areas
@_exported public import Bytes
@_exported public import Comparison
@_exported public import CSV
@_exported public import Crosswalks
@_exported public import Disclosure
@_exported public import Geocoding
@_exported public import Geometry
@_exported public import Heatmaps
@_exported public import Indicators
@_exported public import Indices
@_exported public import Matching
@_exported public import Patterns
@_exported public import Registers
@_exported public import SpatialStatistics
@_exported public import Study
@_exported public import Tables
@_exported public import Tabulation

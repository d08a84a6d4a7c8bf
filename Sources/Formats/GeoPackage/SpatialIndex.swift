internal import GRDB
internal import Geometry

/// The spatial index of a layer, with which programs find the features in view.
///
/// The triggers keep it true when another program edits the layer; they call functions that such
/// programs bring along. They are those of GeoPackage 1.4, which mend two of the older set.
/// Source: OGC 12-128r19 (GeoPackage 1.4), annex F.3.
enum SpatialIndex {
  /// Makes and fills the index of a layer that is complete. Cost: O(n log n).
  static func create(
    layer: String, boxes: [(fid: Int64, box: Box)], in database: Database
  ) throws {
    let index = "rtree_\(layer)_\(GeoPackageWriter.geometryColumn)"
    try database.execute(
      sql: "CREATE VIRTUAL TABLE \(quoted(index)) USING rtree(id, minx, maxx, miny, maxy)")
    let insertion = try SQLStatement(
      database, "INSERT INTO \(quoted(index)) VALUES (?, ?, ?, ?, ?)")
    for (fid, box) in boxes {
      try insertion.bind(fid, at: 1)
      try insertion.bind(box.minX, at: 2)
      try insertion.bind(box.maxX, at: 3)
      try insertion.bind(box.minY, at: 4)
      try insertion.bind(box.maxY, at: 5)
      _ = try insertion.step()
    }
    for trigger in triggers(layer: layer, index: index) { try database.execute(sql: trigger) }
    let registration = try SQLStatement(
      database,
      """
      INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', \
      'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
      """)
    try registration.bind(layer, at: 1)
    try registration.bind(GeoPackageWriter.geometryColumn, at: 2)
    _ = try registration.step()
  }

  private static func triggers(layer: String, index: String) -> [String] {
    let table = quoted(layer)
    let tree = quoted(index)
    let fid = quoted(GeoPackageWriter.keyColumn)
    let geometry = quoted(GeoPackageWriter.geometryColumn)
    let new = "NEW.\(geometry)"
    let old = "OLD.\(geometry)"
    let hasNew = "(\(new) NOTNULL AND NOT ST_IsEmpty(\(new)))"
    let lacksNew = "(\(new) ISNULL OR ST_IsEmpty(\(new)))"
    let hasOld = "(\(old) NOTNULL AND NOT ST_IsEmpty(\(old)))"
    let lacksOld = "(\(old) ISNULL OR ST_IsEmpty(\(old)))"
    let same = "OLD.\(fid) = NEW.\(fid)"
    let other = "OLD.\(fid) != NEW.\(fid)"
    let row = """
      VALUES (NEW.\(fid), ST_MinX(\(new)), ST_MaxX(\(new)), ST_MinY(\(new)), ST_MaxY(\(new)));
      """
    func trigger(_ name: String, _ event: String, _ condition: String, _ action: String) -> String {
      """
      CREATE TRIGGER \(quoted("\(index)_\(name)")) AFTER \(event) ON \(table)
      WHEN \(condition)
      BEGIN
        \(action)
      END
      """
    }
    return [
      trigger("insert", "INSERT", hasNew, "INSERT OR REPLACE INTO \(tree) \(row)"),
      trigger(
        "update6", "UPDATE OF \(geometry)", "\(same) AND \(hasNew) AND \(hasOld)",
        """
        UPDATE \(tree) SET minx = ST_MinX(\(new)), maxx = ST_MaxX(\(new)), \
        miny = ST_MinY(\(new)), maxy = ST_MaxY(\(new)) WHERE id = NEW.\(fid);
        """),
      trigger(
        "update7", "UPDATE OF \(geometry)", "\(same) AND \(hasNew) AND \(lacksOld)",
        "INSERT INTO \(tree) \(row)"),
      trigger(
        "update2", "UPDATE OF \(geometry)", "\(same) AND \(lacksNew)",
        "DELETE FROM \(tree) WHERE id = OLD.\(fid);"),
      trigger(
        "update5", "UPDATE", "\(other) AND \(hasNew)",
        "DELETE FROM \(tree) WHERE id = OLD.\(fid); INSERT OR REPLACE INTO \(tree) \(row)"),
      trigger(
        "update4", "UPDATE", "\(other) AND \(lacksNew)",
        "DELETE FROM \(tree) WHERE id IN (OLD.\(fid), NEW.\(fid));"),
      trigger("delete", "DELETE", "\(old) NOT NULL", "DELETE FROM \(tree) WHERE id = OLD.\(fid);"),
    ]
  }
}

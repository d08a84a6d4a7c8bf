import CSV

/// All records of a file, read in chunks of `size` bytes.
func records(_ file: CSVFile, size: Int = 1 << 20) throws(CSVError) -> [[String]] {
  var all: [[String]] = []
  var reader = file.chunks(ofSize: size)
  while let chunk = try reader.next() {
    let records = CSVRecords(chunk.bytes, dialect: file.dialect)
    for record in 0..<records.count { all.append(records.texts(record)) }
  }
  return all
}

func opened(_ text: String, delimiter: UInt8? = nil) throws(CSVError) -> CSVFile {
  try CSVFile(bytes: Array(text.utf8), name: "proef.csv", delimiter: delimiter)
}

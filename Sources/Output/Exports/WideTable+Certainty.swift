internal import CSV
internal import GeoJSON
internal import GeoPackage
internal import Indicators
internal import Spreadsheet

/// The cells of an index that say how sure it is, in the order of `Column.certaintyNames`.
extension WideTable.Column {
  /// A number or a word; nil where there is none.
  enum CertaintyCell {
    case number(Double?)
    case word(String?)
  }

  func certaintyCells(_ place: Int) -> [(name: String, cell: CertaintyCell)] {
    let certainty = map.layer.values[place].certainty
    let cells: [CertaintyCell] = [
      .number(certainty?.interval.lowerBound), .number(certainty?.interval.upperBound),
      .word(certainty?.grade), .word(certainty?.word.rawValue),
    ]
    return zip(certaintyNames, cells).map { ($0, $1) }
  }

  func certaintyProperties(_ place: Int) -> [GeoJSONProperty] {
    certaintyCells(place).map { name, cell in
      switch cell {
      case .number(let number):
        GeoJSONProperty(
          name: name, value: number.map { .number($0) } ?? .null, decimals: decimals)
      case .word(let word): GeoJSONProperty(name: name, value: word.map { .text($0) } ?? .null)
      }
    }
  }

  func certaintyFields(_ place: Int, form: CSVForm) -> [String] {
    certaintyCells(place).map { _, cell in
      switch cell {
      case .number(let number): number.map { form.number($0, decimals: decimals) } ?? ""
      case .word(let word): word ?? ""
      }
    }
  }

  var certaintyColumns: [GeoPackageColumn] {
    zip(certaintyNames, [true, true, false, false]).map { name, isNumber in
      GeoPackageColumn(name: name, type: isNumber ? .real : .text)
    }
  }

  func certaintyValues(_ place: Int) -> [GeoPackageValue] {
    certaintyCells(place).map { _, cell in
      switch cell {
      case .number(let number): number.map { .real($0) } ?? .null
      case .word(let word): word.map { .text($0) } ?? .null
      }
    }
  }

  func certaintySheetValues(_ place: Int) -> [WorkbookWriter.Value] {
    certaintyCells(place).map { _, cell in
      switch cell {
      case .number(let number): number.map { .number($0, decimals: decimals) } ?? .empty
      case .word(let word): word.map { .text($0) } ?? .empty
      }
    }
  }
}

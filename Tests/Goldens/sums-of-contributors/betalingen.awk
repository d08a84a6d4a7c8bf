# Payments by buurt: of how many firms, how many rows each of them has, and of how much; 0 rows for one without a number.
function put(code, kind, firms, rows, amount, f, r) {
  for (f = 0; f < firms; f++) {
    firm += 37
    if (rows == 0) print code ";;" kind ";" amount
    for (r = 0; r < rows; r++) print code ";" 61000000 + firm ";" kind ";" amount
  }
}
BEGIN {
  print "buurtcode;KvK;soort;bedrag"
  put("BU99010000", "zorg", 14, 1, 100)
  # One firm with nine rows is more than half, and none of its rows is.
  put("BU99010001", "zorg", 1, 9, 100); put("BU99010001", "zorg", 13, 1, 60)
  # Sixteen rows of two firms.
  put("BU99010100", "zorg", 2, 8, 50)
  # All less care is what one firm has.
  put("BU99010101", "zorg", 30, 1, 100); put("BU99010101", "subsidie", 1, 12, 100)
  put("BU99020002", "zorg", 12, 0, 100)
  put("BU99020102", "zorg", 40, 2, 50)
}

internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports

/// What the files are and how they are opened, for people.
struct BundleReadme {
  private let bundle: GISBundle

  init(_ bundle: GISBundle) {
    self.bundle = bundle
  }

  private var document: MapDocument { bundle.document }
  private func say(_ nl: String, _ en: String) -> String { document.language == .nl ? nl : en }

  var text: String {
    (heading + opening + check + colors).joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    var lines = ["# " + MarkdownText.plain(document.title), ""]
    if !document.stamps.isEmpty {
      lines += ["**" + document.stamps.map(MarkdownText.plain).joined(separator: " · ") + "**", ""]
    }
    if !bundle.purpose.isEmpty { lines += [MarkdownText.plain(bundle.purpose), ""] }
    lines += [
      say("Peildatum ", "Reference date ") + document.peildatum + ". "
        + say("Grenzen: ", "Boundaries: ") + document.areas.edition.description + ". "
        + say("Bestemd voor: ", "Meant for: ") + document.audience.rawValue + ".",
      "",
      say(
        "Een patroon, nooit een oordeel: de kaarten zeggen niets over wie er woont of werkt.",
        "A pattern, never a verdict: the maps say nothing of who lives or works there."),
      "",
    ]
    return lines
  }

  private var opening: [String] {
    var lines = ["## " + say("Openen", "Opening"), ""]
    if bundle.hasGeoPackage {
      lines.append(
        say(
          "- **QGIS** 3.22 en later: open `\(BundleFile.project)`. Kaarten staan klaar met hun kleuren; "
            + "onder *Project, Lay-outs* staat per kaart een blad A3 met de gemeenten naast elkaar op "
            + "één schaal, en onder *Bladwijzers* elke gemeente.",
          "- **QGIS** 3.22 and later: open `\(BundleFile.project)`. Maps stand ready with their colours; "
            + "under *Project, Layouts* each map has a sheet of A3 with the gemeenten side by side at "
            + "one scale, and each gemeente is under *Bookmarks*."))
      lines.append(
        say(
          "- **ArcGIS Pro**: voeg lagen van `\(BundleFile.geoPackage)` toe. ArcGIS leest de stijlen "
            + "daarin niet; neem de klassen en kleuren hieronder over.",
          "- **ArcGIS Pro**: add layers of `\(BundleFile.geoPackage)`. ArcGIS does not read the styles "
            + "in it; take the classes and colours from below."))
    }
    if bundle.hasGeoJSON {
      lines.append(
        say(
          "- **GeoServer** en andere: bij elk `.geojson` staat een `.sld` (1.0.0) en een `.qml` met "
            + "dezelfde naam.",
          "- **GeoServer** and others: beside each `.geojson` there is an `.sld` (1.0.0) and a `.qml` "
            + "of the same name."))
      lines.append(
        say(
          "- **MapLibre**: `\(BundleFile.style)`. Zet de pagina in dezelfde map als de `.geojson`; "
            + "`promoteId` maakt de code van een gebied zijn sleutel.",
          "- **MapLibre**: `\(BundleFile.style)`. Put the page into the same folder as the `.geojson`; "
            + "`promoteId` makes the code of an area its key."))
    }
    if !bundle.frames.gemeenten.isEmpty {
      lines.append(
        say(
          "- `\(BundleFile.bookmarks)`: bladwijzers van de gemeenten, te importeren in een eigen project "
            + "van QGIS.",
          "- `\(BundleFile.bookmarks)`: bookmarks of the gemeenten, to import into a project of your own "
            + "in QGIS."))
    }
    lines.append(
      say(
        "- `\(BundleFile.metadata)` beschrijft elke laag voor programma's, `\(StudyExport.mark)` waarvan "
          + "de cijfers gemaakt zijn.",
        "- `\(BundleFile.metadata)` describes each layer for programs, `\(StudyExport.mark)` what the "
          + "figures are made from."))
    lines.append(
      say(
        "- `\(BundleFile.catalogueEntry)` is voor een catalogus als het Nationaal Georegister "
          + "(Nederlands profiel op ISO 19115); `\(StudyExport.methodReports[0])` zegt hoe elk getal "
          + "gemaakt is.",
        "- `\(BundleFile.catalogueEntry)` is for a catalogue such as the Nationaal Georegister (Dutch "
          + "profile of ISO 19115); `\(StudyExport.methodReports[1])` tells how each number was made."
      ))
    return lines + [""]
  }

  private var check: [String] {
    [
      "## " + say("Controleren", "Checking"), "",
      say(
        "`sha256sum -c \(BundleFile.checksums)` zegt of de bestanden zijn zoals ze gemaakt zijn.",
        "`sha256sum -c \(BundleFile.checksums)` says whether the files are as they were made."), "",
    ]
  }

  private var colors: [String] {
    var lines = [
      "## " + say("Klassen en kleuren", "Classes and colours"), "",
      say(
        "Een klasse heeft haar ondergrens wel en haar bovengrens niet; de laatste heeft beide.",
        "A class has its lower edge and not its upper one; the last has both."), "",
    ]
    for layer in bundle.fileLayers.isEmpty ? bundle.layers : bundle.fileLayers {
      lines += [
        "### " + MarkdownText.plain(layer.style.stampedTitle), "",
        "| " + say("kleur", "colour") + " | " + say("betekenis", "meaning") + " |", "| --- | --- |",
      ]
      lines += layer.style.legendLines.map {
        "| `\($0.color.hex)` | \(MarkdownText.plain($0.label)) |"
      }
      lines.append("")
    }
    return lines
  }
}

internal import Cartography
internal import Geometry

extension DatasetMetadata {
  /// The description as XML, in the order of elements that the schema of ISO/TS 19139 asks for.
  public var xml: [UInt8] {
    var xml = XMLWriter(prolog: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let gmd = "http://www.isotc211.org/2005/gmd"
    xml.element(
      "gmd:MD_Metadata",
      [
        "xmlns:gmd": gmd, "xmlns:gco": "http://www.isotc211.org/2005/gco",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": gmd + " http://schemas.opengis.net/iso/19139/20060504/gmd/gmd.xsd",
      ]
    ) { xml in
      xml.words("gmd:fileIdentifier", identifier)
      languageCode(to: &xml)
      xml.code("gmd:characterSet", "MD_CharacterSetCode", "utf8")
      xml.code("gmd:hierarchyLevel", "MD_ScopeCode", "dataset")
      contact("gmd:contact", to: &xml)
      xml.day("gmd:dateStamp", metadataDate)
      xml.words("gmd:metadataStandardName", "ISO 19115")
      xml.words(
        "gmd:metadataStandardVersion",
        "Nederlands metadata profiel op ISO 19115 voor geografie 2.1.0")
      referenceSystem("28992", to: &xml)
      xml.element("gmd:identificationInfo") { xml in
        xml.element("gmd:MD_DataIdentification") { identification(to: &$0) }
      }
      distribution(to: &xml)
      quality(to: &xml)
    }
    return Array(xml.text.utf8)
  }

  private func referenceSystem(_ code: String, to xml: inout XMLWriter) {
    xml.element("gmd:referenceSystemInfo") { xml in
      xml.element("gmd:MD_ReferenceSystem") { xml in
        xml.element("gmd:referenceSystemIdentifier") { xml in
          xml.element("gmd:RS_Identifier") {
            $0.words("gmd:code", "http://www.opengis.net/def/crs/EPSG/0/\(code)")
          }
        }
      }
    }
  }

  private func languageCode(to xml: inout XMLWriter) {
    let (code, name) = language == .nl ? ("dut", "Nederlands") : ("eng", "English")
    xml.element("gmd:language") {
      $0.element(
        "gmd:LanguageCode",
        ["codeList": "http://www.loc.gov/standards/iso639-2/", "codeListValue": code], text: name)
    }
  }

  private func contact(_ name: String, to xml: inout XMLWriter) {
    xml.element(name) { xml in
      xml.element("gmd:CI_ResponsibleParty") { xml in
        xml.words("gmd:organisationName", organisation)
        xml.element("gmd:contactInfo") { xml in
          xml.element("gmd:CI_Contact") { xml in
            xml.element("gmd:address") { xml in
              xml.element("gmd:CI_Address") { $0.words("gmd:electronicMailAddress", email) }
            }
          }
        }
        xml.code("gmd:role", "CI_RoleCode", "pointOfContact")
      }
    }
  }

  private func identification(to xml: inout XMLWriter) {
    xml.element("gmd:citation") { xml in
      xml.element("gmd:CI_Citation") { xml in
        xml.words("gmd:title", (stamps + [title]).joined(separator: " · "))
        xml.element("gmd:date") { xml in
          xml.element("gmd:CI_Date") {
            $0.day("gmd:date", date)
            $0.code("gmd:dateType", "CI_DateTypeCode", isReleased ? "publication" : "creation")
          }
        }
        xml.element("gmd:identifier") { xml in
          xml.element("gmd:MD_Identifier") { $0.words("gmd:code", dataIdentifier) }
        }
      }
    }
    xml.words("gmd:abstract", abstract)
    xml.words("gmd:purpose", purpose)
    xml.code("gmd:status", "MD_ProgressCode", isReleased ? "completed" : "underDevelopment")
    contact("gmd:pointOfContact", to: &xml)
    xml.element("gmd:descriptiveKeywords") { xml in
      xml.element("gmd:MD_Keywords") { xml in
        for word in keywords { xml.words("gmd:keyword", word) }
      }
    }
    constraints(to: &xml)
    xml.code("gmd:spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector")
    xml.element("gmd:spatialResolution") { xml in
      xml.element("gmd:MD_Resolution") { xml in
        xml.element("gmd:equivalentScale") { xml in
          xml.element("gmd:MD_RepresentativeFraction") { xml in
            xml.element("gmd:denominator") { $0.element("gco:Integer", text: "\(scale)") }
          }
        }
      }
    }
    languageCode(to: &xml)
    xml.code("gmd:characterSet", "MD_CharacterSetCode", "utf8")
    xml.element("gmd:topicCategory") { $0.element("gmd:MD_TopicCategoryCode", text: "society") }
    if let extent { box(extent, to: &xml) }
  }

  /// What they are not fit for comes first, and how others may use them second, as the profile asks.
  private func constraints(to xml: inout XMLWriter) {
    xml.element("gmd:resourceConstraints") { xml in
      xml.element("gmd:MD_Constraints") { xml in
        for text in useLimitations { xml.words("gmd:useLimitation", text) }
      }
    }
    xml.element("gmd:resourceConstraints") { xml in
      xml.element("gmd:MD_LegalConstraints") { xml in
        xml.code("gmd:accessConstraints", "MD_RestrictionCode", "otherRestrictions")
        if case .restricted(let words) = access {
          xml.words("gmd:otherConstraints", words)
        } else {
          xml.words("gmd:otherConstraints", licenceWords)
          xml.words("gmd:otherConstraints", licence)
        }
      }
    }
  }

  private func box(_ box: Box, to xml: inout XMLWriter) {
    xml.element("gmd:extent") { xml in
      xml.element("gmd:EX_Extent") { xml in
        if !places.isEmpty { xml.words("gmd:description", places.joined(separator: ", ")) }
        xml.element("gmd:geographicElement") { xml in
          xml.element("gmd:EX_GeographicBoundingBox") { xml in
            for (name, degrees) in [
              ("west", box.minX), ("east", box.maxX), ("south", box.minY), ("north", box.maxY),
            ] {
              let kind = name == "west" || name == "east" ? "Longitude" : "Latitude"
              xml.element("gmd:\(name)Bound\(kind)") {
                $0.element("gco:Decimal", text: Language.en.number(degrees, decimals: 5))
              }
            }
          }
        }
      }
    }
  }

  private func distribution(to xml: inout XMLWriter) {
    guard !formats.isEmpty || address != nil else { return }
    xml.element("gmd:distributionInfo") { xml in
      xml.element("gmd:MD_Distribution") { xml in
        for format in formats {
          xml.element("gmd:distributionFormat") { xml in
            xml.element("gmd:MD_Format") {
              $0.words("gmd:name", format.name)
              $0.words("gmd:version", format.version)
            }
          }
        }
        if let address {
          xml.element("gmd:transferOptions") { xml in
            xml.element("gmd:MD_DigitalTransferOptions") { xml in
              xml.element("gmd:onLine") { xml in
                xml.element("gmd:CI_OnlineResource") {
                  $0.element("gmd:linkage") { $0.element("gmd:URL", text: address) }
                  $0.words("gmd:protocol", "landingpage")
                  $0.words("gmd:name", title)
                }
              }
            }
          }
        }
      }
    }
  }

  private func quality(to xml: inout XMLWriter) {
    xml.element("gmd:dataQualityInfo") { xml in
      xml.element("gmd:DQ_DataQuality") { xml in
        xml.element("gmd:scope") { xml in
          xml.element("gmd:DQ_Scope") { $0.code("gmd:level", "MD_ScopeCode", "dataset") }
        }
        xml.element("gmd:lineage") { xml in
          xml.element("gmd:LI_Lineage") { xml in
            xml.words("gmd:statement", lineage)
            for source in sources {
              xml.element("gmd:source") { xml in
                xml.element("gmd:LI_Source") { $0.words("gmd:description", source) }
              }
            }
          }
        }
      }
    }
  }
}

extension XMLWriter {
  /// An element with a text; one that is marked missing without.
  fileprivate mutating func words(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else {
      element(name, ["gco:nilReason": "missing"])
      return
    }
    element(name) { $0.element("gco:CharacterString", text: text) }
  }

  fileprivate mutating func day(_ name: String, _ day: String) {
    element(name) { $0.element("gco:Date", text: day) }
  }

  /// An element with a word of a list of ISO.
  fileprivate mutating func code(_ name: String, _ list: String, _ value: String) {
    element(name) {
      $0.element(
        "gmd:\(list)",
        [
          "codeList": "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#\(list)",
          "codeListValue": value,
        ])
    }
  }
}

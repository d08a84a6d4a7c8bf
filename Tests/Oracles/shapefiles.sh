#!/usr/bin/env bash
# Makes the shapefiles of the golden runs with GDAL 3.6.2 (ogr2ogr), from the test areas and made-up points.
# Not run by the tests; the files are kept beside them.  Usage: shapefiles.sh   (from the folder of the project)
set -eu
goldens=Tests/Goldens
ogr2ogr -overwrite -f "ESRI Shapefile" $goldens/geocode-own-shapefile/wijkindeling.shp \
  $goldens/_shared/stadsdelen.geojson -sql "select Stadsdeel as Stadsdeelcode, Naam from stadsdelen" \
  -s_srs EPSG:28992 -t_srs EPSG:25831 -lco ENCODING=ISO-8859-1
points=$(mktemp --suffix .csv)
head -13 $goldens/_shared/vestigingen.csv | tr ';' ',' | cut -d, -f1-5 > "$points"
ogr2ogr -overwrite -f "ESRI Shapefile" $goldens/geocode-shapefile/vestigingen.shp "$points" \
  -oo X_POSSIBLE_NAMES=x -oo Y_POSSIBLE_NAMES=y -oo KEEP_GEOM_COLUMNS=NO -oo AUTODETECT_TYPE=YES \
  -s_srs EPSG:28992 -t_srs EPSG:4326 -lco ENCODING=ISO-8859-1
rm -f "$points" $goldens/geocode-*shapefile/*.shx
cp $goldens/geocode-shapefile/vestigingen.{shp,prj} $goldens/bad-shapefile-no-dbf/
cp $goldens/geocode-own-shapefile/wijkindeling.{shp,dbf} $goldens/bad-areas-no-system/
cp $goldens/geocode-own-shapefile/wijkindeling.{shp,dbf} $goldens/bad-areas-other-system/
ogr2ogr -overwrite -f "ESRI Shapefile" $goldens/areas-info-shapefile/buurt_2024_v1.shp $goldens/_shared/test_2024.geojson
rm -f $goldens/areas-info-shapefile/*.shx

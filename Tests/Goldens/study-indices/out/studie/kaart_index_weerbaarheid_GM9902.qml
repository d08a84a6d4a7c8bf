<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields|Notes">
  <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
    <rules key="{root}">
      <rule key="{rule-0}" label="SYNTHETISCH · CONCEPT"/>
      <rule key="{rule-1}" label="Maatschappelijke weerbaarheid"/>
      <rule key="{rule-2}" label="score van 0 tot 100"/>
      <rule key="{rule-3}" symbol="3" label="Onderdrukt, om herleiding te voorkomen" filter="&quot;status&quot; = &apos;onderdrukt&apos;"/>
      <rule key="{rule-4}" symbol="4" label="Geen gegevens" filter="&quot;status&quot; = &apos;geen_gegevens&apos;"/>
      <rule key="{rule-5}" symbol="5" label="Te onzeker voor een klasse, of te weinig gegevens" filter="&quot;status&quot; = &apos;weinig_gegevens&apos;"/>
    </rules>
    <symbols>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="189,189,189,255"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="51,51,51,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.12"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
          </Option>
          <prop k="color" v="189,189,189,255"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.12"/>
          <prop k="outline_width_unit" v="MM"/>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="angle" type="QString" value="45"/>
            <Option name="distance" type="QString" value="1.8"/>
            <Option name="distance_unit" type="QString" value="MM"/>
          </Option>
          <prop k="angle" v="45"/>
          <prop k="distance" v="1.8"/>
          <prop k="distance_unit" v="MM"/>
          <symbol type="line" name="@3@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="line_color" type="QString" value="107,107,107,255"/>
                <Option name="line_style" type="QString" value="solid"/>
                <Option name="line_width" type="QString" value="0.25"/>
                <Option name="line_width_unit" type="QString" value="MM"/>
              </Option>
              <prop k="line_color" v="107,107,107,255"/>
              <prop k="line_style" v="solid"/>
              <prop k="line_width" v="0.25"/>
              <prop k="line_width_unit" v="MM"/>
            </layer>
          </symbol>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="angle" type="QString" value="135"/>
            <Option name="distance" type="QString" value="1.8"/>
            <Option name="distance_unit" type="QString" value="MM"/>
          </Option>
          <prop k="angle" v="135"/>
          <prop k="distance" v="1.8"/>
          <prop k="distance_unit" v="MM"/>
          <symbol type="line" name="@3@2" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="line_color" type="QString" value="107,107,107,255"/>
                <Option name="line_style" type="QString" value="solid"/>
                <Option name="line_width" type="QString" value="0.25"/>
                <Option name="line_width_unit" type="QString" value="MM"/>
              </Option>
              <prop k="line_color" v="107,107,107,255"/>
              <prop k="line_style" v="solid"/>
              <prop k="line_width" v="0.25"/>
              <prop k="line_width_unit" v="MM"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="189,189,189,255"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="51,51,51,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.12"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
          </Option>
          <prop k="color" v="189,189,189,255"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.12"/>
          <prop k="outline_width_unit" v="MM"/>
        </layer>
        <layer class="PointPatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="distance_x" type="QString" value="2.4"/>
            <Option name="distance_x_unit" type="QString" value="MM"/>
            <Option name="distance_y" type="QString" value="2.4"/>
            <Option name="distance_y_unit" type="QString" value="MM"/>
          </Option>
          <prop k="distance_x" v="2.4"/>
          <prop k="distance_x_unit" v="MM"/>
          <prop k="distance_y" v="2.4"/>
          <prop k="distance_y_unit" v="MM"/>
          <symbol type="marker" name="@4@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="name" type="QString" value="circle"/>
                <Option name="color" type="QString" value="107,107,107,255"/>
                <Option name="outline_style" type="QString" value="no"/>
                <Option name="size" type="QString" value="0.9"/>
                <Option name="size_unit" type="QString" value="MM"/>
              </Option>
              <prop k="name" v="circle"/>
              <prop k="color" v="107,107,107,255"/>
              <prop k="outline_style" v="no"/>
              <prop k="size" v="0.9"/>
              <prop k="size_unit" v="MM"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="189,189,189,255"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="51,51,51,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.12"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
          </Option>
          <prop k="color" v="189,189,189,255"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.12"/>
          <prop k="outline_width_unit" v="MM"/>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="angle" type="QString" value="0"/>
            <Option name="distance" type="QString" value="2.4"/>
            <Option name="distance_unit" type="QString" value="MM"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="distance" v="2.4"/>
          <prop k="distance_unit" v="MM"/>
          <symbol type="line" name="@5@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="line_color" type="QString" value="107,107,107,255"/>
                <Option name="line_style" type="QString" value="solid"/>
                <Option name="line_width" type="QString" value="0.25"/>
                <Option name="line_width_unit" type="QString" value="MM"/>
              </Option>
              <prop k="line_color" v="107,107,107,255"/>
              <prop k="line_style" v="solid"/>
              <prop k="line_width" v="0.25"/>
              <prop k="line_width_unit" v="MM"/>
            </layer>
          </symbol>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="angle" type="QString" value="90"/>
            <Option name="distance" type="QString" value="2.4"/>
            <Option name="distance_unit" type="QString" value="MM"/>
          </Option>
          <prop k="angle" v="90"/>
          <prop k="distance" v="2.4"/>
          <prop k="distance_unit" v="MM"/>
          <symbol type="line" name="@5@2" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="line_color" type="QString" value="107,107,107,255"/>
                <Option name="line_style" type="QString" value="solid"/>
                <Option name="line_width" type="QString" value="0.25"/>
                <Option name="line_width_unit" type="QString" value="MM"/>
              </Option>
              <prop k="line_color" v="107,107,107,255"/>
              <prop k="line_style" v="solid"/>
              <prop k="line_width" v="0.25"/>
              <prop k="line_width_unit" v="MM"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <userNotes value="&lt;p&gt;&lt;b&gt;SYNTHETISCH · CONCEPT&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Maatschappelijke weerbaarheid (score van 0 tot 100)&lt;/p&gt;&lt;p&gt;Hoe het staat met samenhang, meedoen en voorzieningen in een gebied. Hoger is meer. Vergeleken met alle gebieden van de studie. Niet of bewoners sterk of zwak zijn, en niet of er misdaad is. Armoede telt niet mee. Eenzaamheid, steun en vrijwilligerswerk zijn met een model geschat: een buurt die afwijkt van wat haar kenmerken doen verwachten, valt niet op. Voorzieningen zijn geteld naar afstand, niet naar of mensen er komen. Ongeverifieerd: 55 % van het gewicht (7 van de 12 indicatoren). Bij het maken van de catalogus was er geen echt bestand met deze kolommen; vergelijk de cijfers met de bron. Peildatum 2024-12-31. Bron: CBS, Wijk- en Buurtkaart 2024; verzonnen cijfers.&lt;/p&gt;"/>
  <aliases>
    <alias field="waarde" name="Maatschappelijke weerbaarheid (score van 0 tot 100)"/>
    <alias field="status" name="Status van de waarde"/>
  </aliases>
  <layerGeometryType>2</layerGeometryType>
</qgis>

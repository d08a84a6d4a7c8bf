<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields|Notes">
  <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
    <rules key="{root}">
      <rule key="{rule-0}" label="SYNTHETISCH · CONCEPT"/>
      <rule key="{rule-1}" label="Waar ligt weinig weerbaarheid bijeen? Maatschappelijke weerbaarheid, Getis-Ord Gi*"/>
      <rule key="{rule-2}" label="vergeleken over alle gemeenten"/>
      <rule key="{rule-3}" symbol="3" label="Hotspot: hoge waarden bijeen" filter="&quot;label&quot; = &apos;hotspot&apos; AND &quot;status&quot; = &apos;ok&apos;"/>
      <rule key="{rule-4}" symbol="4" label="Coldspot: lage waarden bijeen" filter="&quot;label&quot; = &apos;coldspot&apos; AND &quot;status&quot; = &apos;ok&apos;"/>
      <rule key="{rule-5}" symbol="5" label="Niet significant" filter="&quot;label&quot; = &apos;niet_significant&apos; AND &quot;status&quot; = &apos;ok&apos;"/>
      <rule key="{rule-6}" symbol="6" label="Onderdrukt, om herleiding te voorkomen" filter="&quot;status&quot; = &apos;onderdrukt&apos;"/>
      <rule key="{rule-7}" symbol="7" label="Geen gegevens" filter="&quot;status&quot; = &apos;geen_gegevens&apos;"/>
      <rule key="{rule-8}" symbol="8" label="Te onzeker voor een klasse, of te weinig gegevens" filter="&quot;status&quot; = &apos;weinig_gegevens&apos;"/>
    </rules>
    <symbols>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="202,0,32,255"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="51,51,51,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.12"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
          </Option>
          <prop k="color" v="202,0,32,255"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.12"/>
          <prop k="outline_width_unit" v="MM"/>
        </layer>
      </symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="5,113,176,255"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="51,51,51,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.12"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
          </Option>
          <prop k="color" v="5,113,176,255"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.12"/>
          <prop k="outline_width_unit" v="MM"/>
        </layer>
      </symbol>
      <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="247,247,247,255"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="51,51,51,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.12"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
          </Option>
          <prop k="color" v="247,247,247,255"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.12"/>
          <prop k="outline_width_unit" v="MM"/>
        </layer>
      </symbol>
      <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
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
          <symbol type="line" name="@6@1" alpha="1" clip_to_extent="1" force_rhr="0">
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
          <symbol type="line" name="@6@2" alpha="1" clip_to_extent="1" force_rhr="0">
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
      <symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
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
          <symbol type="marker" name="@7@1" alpha="1" clip_to_extent="1" force_rhr="0">
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
      <symbol type="fill" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
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
          <symbol type="line" name="@8@1" alpha="1" clip_to_extent="1" force_rhr="0">
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
          <symbol type="line" name="@8@2" alpha="1" clip_to_extent="1" force_rhr="0">
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
  <userNotes value="&lt;p&gt;&lt;b&gt;SYNTHETISCH · CONCEPT&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Waar ligt weinig weerbaarheid bijeen? Maatschappelijke weerbaarheid, Getis-Ord Gi* (vergeleken over alle gemeenten)&lt;/p&gt;&lt;p&gt;Waar ligt weinig weerbaarheid bijeen?&lt;/p&gt;&lt;p&gt;Alle gemeenten samen: niet getoetst, want van 6 buurten hebben de meeste geen bruikbare waarde (6 te onzeker of met weinig gegevens). Een patroon van zo weinig zegt niets over het geheel: neem jaren samen of ga een niveau hoger.&lt;/p&gt;&lt;p&gt;Niet of bewoners sterk of zwak zijn, en niet of er misdaad is. Armoede telt niet mee.&lt;/p&gt;&lt;p&gt;Een patroon zegt waar waarden bijeen liggen of veranderen, niet waarom.&lt;/p&gt;&lt;p&gt;Peildatum 2024-12-31.&lt;/p&gt;&lt;p&gt;Bron: CBS, Wijk- en Buurtkaart 2024; verzonnen cijfers.&lt;/p&gt;"/>
  <aliases>
    <alias field="label" name="Waar ligt weinig weerbaarheid bijeen? Maatschappelijke weerbaarheid, Getis-Ord Gi* (vergeleken over alle gemeenten)"/>
    <alias field="status" name="Status van de waarde"/>
  </aliases>
  <layerGeometryType>2</layerGeometryType>
</qgis>

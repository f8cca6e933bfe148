package org.araxes.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araxes.answer.Finding;

/** The smallest dataset that has one of everything, to be broken in one place. */
final class TinyDataset {
  private final Map<String, String> files = new LinkedHashMap<>();

  private TinyDataset() {}

  static TinyDataset valid() {
    TinyDataset tiny = new TinyDataset();
    tiny.put(
        "dataset.json",
        """
        {
          "format": "araxes-dataset/1",
          "id": "tiny",
          "names": {"en": "Tiny"},
          "as_of": "2026-01", "time_zone": "Asia/Baku",
          "attribution": ["Nobody"],
          "regions": [
            {"id": "AZ-main", "names": {"en": "Main part"}, "jurisdictions": ["AZ"]},
            {"id": "ends", "names": {"en": "Both ends"}, "nodes": ["a", "b"]}
          ]
        }
        """);
    tiny.put(
        "sources.csv",
        """
        id,title,publisher,url,date,licence,note
        s1,"A book, with a comma",Press,https://example.org/a,2020-05,,
        s2,Own estimate,,,,,
        """);
    tiny.put(
        "territories.geojson",
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"AZ","names":"en=Azerbaijan","sovereign":"AZ","sources":"s1","confidence":"high"},"geometry":{"type":"Polygon","coordinates":[[[45,38],[46.5,38],[46.5,40],[45,40],[45,38]]]}},
        {"type":"Feature","properties":{"id":"AM","names":"en=Armenia","sovereign":"AM","administering":"","sources":"s1","confidence":"high","note":null},"geometry":{"type":"MultiPolygon","coordinates":[[[[46.5,38],[48,38],[48,40],[46.5,40],[46.5,38]]]]}}
        ]}
        """);
    tiny.put(
        "nodes.geojson",
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"a","names":"en=Abad;az=Abad","kind":"city","jurisdictions":"AZ","position":"surveyed","tags":"old|rail","sources":"s1|s2","confidence":"high"},"geometry":{"type":"Point","coordinates":[46,39]}},
        {"type":"Feature","properties":{"id":"x","names":"en=Gate","kind":"border_crossing","jurisdictions":"AZ|AM","position":"generalised","sources":"s1","confidence":"medium"},"geometry":{"type":"Point","coordinates":[46.5,39,120]}},
        {"type":"Feature","properties":{"id":"b","names":"en=Bend","kind":"station","jurisdictions":"AM","position":"schematic","sources":"s1","confidence":"low","note":"about"},"geometry":{"type":"Point","coordinates":[47,39]}}
        ]}
        """);
    tiny.put(
        "edges.geojson",
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"rail-a-x","from":"a","to":"x","mode":"rail","jurisdiction":"AZ","geometry":"generalised","length_km":44.5,"length_basis":"stated","gauge_mm":"1520|1435","electrification":"3kV-DC","tracks":2,"speed_kmh":80,"capacity":12,"capacity_unit":"trains/day","corridors":"east-west","sources":"s1","confidence":"high"},"geometry":{"type":"LineString","coordinates":[[46,39],[46.2,39.05],[46.5,39]]}},
        {"type":"Feature","properties":{"id":"rail-x-b","names":"en=Far end","from":"x","to":"b","mode":"rail","jurisdiction":"AM","direction":"forward","geometry":"schematic","gauge_mm":1520,"sources":"s1","confidence":"high"},"geometry":{"type":"LineString","coordinates":[[46.5,39],[47,39]]}},
        {"type":"Feature","properties":{"id":"road-a-x","from":"a","to":"x","mode":"road","jurisdiction":"AZ","geometry":"schematic","sources":"s2","confidence":"low"},"geometry":{"type":"LineString","coordinates":[[46,39],[46.5,39]]}}
        ]}
        """);
    tiny.put(
        "statuses.csv",
        """
        element,status,from,to,basis,sources,confidence,note
        rail-a-x,operational,1941,1992-01-01,,s1,high,
        rail-a-x,disused,1992-01-01,,fact,s1,high,
        rail-a-x,operational,2030,,plan,s1,low,"announced
        in a speech"
        rail-x-b,operational,,,,s1,high,
        road-a-x,operational,,,,s2,low,
        """);
    tiny.put(
        "transhipments.csv",
        """
        node,from_mode,from_gauge,to_mode,to_gauge,classes,hours,usd_per_tonne,capacity,capacity_unit,from,to,sources,confidence,note
        a,rail,1520,road,,goods,6.5,4,750,t/day,2000,,s1,low,
        """);
    tiny.put(
        "parties.csv",
        """
        id,kind,jurisdiction,names,sources,confidence,note
        AZ,state,AZ,en=Azerbaijan,s1,high,
        AM,state,AM,en=Armenia,s1,high,
        railco,company,AM,en=Railway company,s1,high,
        """);
    tiny.put(
        "stakes.csv",
        """
        holder,held,kind,share_min,share_max,from,to,under,basis,sources,confidence,note
        AM,railco,shares,74,74,2010,,concession,,s1,high,
        AZ,railco,shares,20,1/4,2010,,,,s1,low,
        """);
    tiny.put(
        "decisions.csv",
        """
        party,matter,rule,quota,members,from,to,under,sources,confidence,note
        railco,ordinary,votes_over,50,,,,,s1,high,
        railco,reserved,all,,AZ|AM,2010,,,s1,high,
        """);
    tiny.put(
        "roles.csv",
        """
        element,role,holder,side,matter,from,to,under,basis,sources,confidence,note
        rail-x-b,concessionaire,railco,,reserved,2010,,concession,,s1,high,
        x,customs,AM,AM,,,,,,s1,high,
        """);
    tiny.put(
        "crossings.csv",
        """
        crossing,modes,classes,from_side,to_side,flags,state,valid_from,valid_to,by,kind,wait_hours,fee_usd,opening_hours,capacity_per_day,under,basis,sources,confidence,note
        x,,,,,,open,1991,,,,,,,,,,s1,high,
        x,,persons,,,,closed,2020-03-05,,AZ,closure,,,,,,,s1,high,
        x,rail,,AZ,AM,AZ,,2010,,,,7.5,20,08:00-18:00,100,concession,,s1,low,
        """);
    tiny.put(
        "controls.csv",
        """
        crossing,post,function,controller,decider,contact,place,modes,classes,valid_from,valid_to,under,basis,sources,confidence,note
        x,AM,customs,AM,AM,officer,line,rail,goods,2010,,,,s1,high,
        """);
    tiny.put(
        "agreements.json",
        """
        [
          {
            "id": "concession", "names": {"en": "Concession"}, "kind": "contract",
            "parties": ["AM", "railco"], "binding": true,
            "status": [
              {"status": "signed", "from": "2009-02-13", "to": "2010", "sources": ["s1"], "confidence": "high"},
              {"status": "in_force", "from": "2010", "sources": ["s1"], "confidence": "high"}
            ],
            "prerequisites": [
              {"text": "The treaty first", "agreement": "treaty", "status": "in_force", "sources": ["s1"]}
            ],
            "provisions": [
              {"id": "art1", "effect": "binds", "party": "AM", "classes": ["goods"], "flags": ["AZ"],
               "where": {"elements": ["x", "rail-x-b"], "jurisdictions": ["AM"], "modes": ["rail"]},
               "summary": "Lets goods pass", "from": "2010", "to": "2040"}
            ],
            "sources": ["s1"], "confidence": "high", "note": ""
          },
          {"id": "treaty", "names": {"en": "Treaty"}, "kind": "treaty", "parties": ["AZ", "AM"], "binding": true,
           "status": [], "prerequisites": [], "provisions": [], "sources": ["s2"], "confidence": "low"}
        ]
        """);
    tiny.put(
        "quotas.csv",
        """
        id,host,flag,kind,modes,classes,amount,unit,state,from,to,under,basis,sources,confidence,note
        q-2025,AM,AZ,bilateral,road,goods,5000,permits,,2025,2025-08-07,concession,,s1,high,
        q-2025,AM,AZ,bilateral,road,goods,5000,permits,exhausted,2025-08-07,2026,concession,,s1,low,
        q-2026,AZ,GE,universal,,,,journeys,scarce,2026,,,plan,s2,low,nobody counts
        """);
    tiny.put(
        "causes.csv",
        """
        id,names,kind,trigger,members,by,from,to,sources,confidence,note
        answer,en=An answer,retaliation,x,rail-x-b|a,AM,2010,,s1,high,
        high-water,en=High water,flood,,rail-a-x|rail-x-b,,,,s2,low,once in ten years
        strike,en=A strike,lapse,,concession|railco,,2012,2014,s2,low,
        """);
    tiny.put(
        "probabilities.csv",
        """
        subject,low,high,from,to,basis,sources,confidence,note
        rail-a-x,0.9,0.99,,2020,frequency,s1,high,
        rail-a-x,0.95,0.95,2020,,estimate,s1,medium,
        AM,0.5,1,,,assumption,s2,low,a coin at the worst
        concession,1,1,2010,,assumption,s2,low,
        high-water,0.9,0.9,,,frequency,s2,low,
        """);
    tiny.put(
        "scenarios.json",
        """
        [
          {"id": "shut", "names": {"en": "Shut"}, "description": "All shut", "date": "2026-02-01",
           "changes": [
             {"op": "close", "where": {"elements": ["x"]}, "classes": ["goods"], "from_side": "AZ", "to_side": "AM",
              "flags": ["AZ"], "by": "AM", "reason": "security", "from": "2026-01-01", "to": "2027"},
             {"op": "refuse", "party": "AZ"}
           ], "sources": ["s2"], "note": "guess"},
          {"id": "more", "names": {"en": "More"}, "extends": "shut",
           "changes": [
             {"op": "status", "where": {"elements": ["rail-a-x"]}, "status": "operational", "from": "2026"},
             {"op": "open", "where": {"elements": ["x"]}},
             {"op": "lapse", "agreement": "concession"},
             {"op": "enter", "agreement": "treaty", "from": "2026"},
             {"op": "suspend", "agreement": "treaty", "from": "2027"},
             {"op": "role", "where": {"elements": ["rail-x-b"]}, "role": "operator", "holder": "AM", "matter": "special", "replaces": true},
             {"op": "stake", "holder": "AZ", "held": "railco", "share": 0},
             {"op": "control", "where": {"elements": ["x"]}, "post": "AM", "controller": "AM", "contact": "none", "place": "remote"},
             {"op": "delay", "where": {"corridors": ["east-west"]}, "wait_hours": 2, "fee_usd": 10.5},
             {"op": "speed", "where": {"modes": ["rail"]}, "speed_kmh": 120}
           ], "sources": ["s2"]}
        ]
        """);
    tiny.put(
        "claims.csv",
        """
        subject,attribute,value,unit,sources,confidence,note
        rail-a-x,length_km,46,km,s2,low,another count
        """);
    return tiny;
  }

  TinyDataset put(String file, String text) {
    files.put(file, text);
    return this;
  }

  TinyDataset without(String file) {
    assertThat(files.remove(file)).as(file).isNotNull();
    return this;
  }

  /** Replaces the first place where a text stands, which must be there. */
  TinyDataset with(String file, String old, String other) {
    String text = files.get(file);
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    return put(file, text.substring(0, at) + other + text.substring(at + old.length()));
  }

  TinyDataset append(String file, String line) {
    return put(file, files.get(file) + line + "\n");
  }

  String text(String file) {
    return files.get(file);
  }

  Path writtenTo(Path folder) {
    files.forEach(
        (name, text) -> {
          try {
            Files.writeString(folder.resolve(name), text);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
    return folder;
  }

  /** What the reader says of it. */
  List<Finding> faults(Path folder) {
    return faultsOf(writtenTo(folder));
  }

  /** What the reader says of a folder. */
  static List<Finding> faultsOf(Path folder) {
    InvalidDatasetException thrown =
        catchThrowableOfType(
            InvalidDatasetException.class, () -> NetworkReader.readDataset(folder));
    assertThat(thrown).as("The reader finds nothing wrong").isNotNull();
    return thrown.findings();
  }
}

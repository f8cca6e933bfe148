/*
 * Draws the map page from the JSON in the element "data"; the fields are described in MapPage.java.
 * Everything shown is text set as text, never as markup. Nothing is loaded from anywhere.
 */
(function () {
  'use strict';

  var D = JSON.parse(document.getElementById('data').textContent);
  ['attribution', 'views', 'territories', 'nodes', 'edges', 'crossings', 'sources', 'parties',
    'movements', 'scenarios', 'answers'].forEach(function (key) { D[key] = D[key] || []; });

  // ---------------------------------------------------------------- words and colours

  var PALETTE = ['#b0682c', '#2a6f93', '#775a99', '#55803f', '#9c3f4c', '#85702b', '#3b7a78', '#6a6f73'];
  var OTHER = ['#3f4f66', '#8c6d46', '#5b5f97', '#7a6a5d', '#486b57', '#8a5a7a'];
  var ROUTES = ['#f0b51e', '#e07fb0', '#57aee0', '#8ecb6b', '#b59be0', '#e0926a', '#9aa5aa'];
  var STATUS = {
    operational: ['In operation', '#2d6a4b'],
    under_construction: ['Under construction', '#d1851b'],
    planned: ['Planned', '#4c78b8'],
    proposed: ['Proposed', '#8d6db5'],
    disused: ['Disused', '#87847d'],
    dismantled: ['Dismantled', '#b39c8d'],
    closed: ['Built but shut', '#b0413a'],
    unknown: ['Not known', '#a7adb0']
  };
  var STATE = {
    open: ['Open', '#2d7a4b'],
    restricted: ['Restricted', '#c58a1c'],
    closed: ['Closed', '#b0413a'],
    unknown: ['Not known', '#7b858a'],
    not_built: ['Not built', '#5f6a70']
  };
  var MODES = {
    rail: 'Rail', road: 'Road', air: 'Air', sea: 'Sea', gas: 'Gas', oil: 'Oil', power: 'Power', fibre: 'Fibre'
  };
  var REACHED = { yes: ['Yes', '#2d7a4b'], no: ['No', '#b0413a'], unknown: ['Not known', '#7b858a'] };

  /** Without what stands in brackets at the end. */
  function brief(name) { return String(name).replace(/\s*\([^()]*\)$/, ''); }
  function words(code) {
    var text = String(code == null ? '' : code).replace(/_/g, ' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  function mix(hex, other, share) {
    var out = '#';
    for (var i = 1; i < 7; i += 2) {
      var a = parseInt(hex.substr(i, 2), 16), b = parseInt(other.substr(i, 2), 16);
      out += ('0' + Math.round(a * (1 - share) + b * share).toString(16)).slice(-2);
    }
    return out;
  }
  function km(value) {
    if (value == null) { return 'not stated'; }
    var text = value < 10 ? (Math.round(value * 10) / 10).toFixed(1) : String(Math.round(value));
    return text.replace(/\B(?=(\d{3})+$)/g, ',') + ' km';
  }
  function hours(value) {
    if (value == null) { return 'not known'; }
    var minutes = Math.round(value * 60), h = Math.floor(minutes / 60), m = minutes % 60;
    return h === 0 ? m + ' min' : m === 0 ? h + ' h' : h + ' h ' + m + ' min';
  }
  function usd(value) { return value == null ? null : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',') + ' USD'; }
  function fraction(text) {
    var parts = String(text).split('/');
    return parts.length === 2 ? Number(parts[0]) / Number(parts[1]) : Number(parts[0]) || 0;
  }
  function period(from, to) {
    if (from && to) { return from + ' to ' + to; }
    return from ? 'since ' + from : to ? 'until ' + to : 'all dates';
  }

  // ---------------------------------------------------------------- indexes

  function byId(list) {
    var map = new Map();
    list.forEach(function (item) { map.set(item.id, item); });
    return map;
  }
  var nodes = byId(D.nodes), edges = byId(D.edges), crossings = byId(D.crossings), sources = byId(D.sources);
  var parties = byId(D.parties), territories = byId(D.territories), movements = byId(D.movements);
  var scenarios = byId(D.scenarios), answers = byId(D.answers);

  var colours = new Map();
  (function () {
    var next = 0;
    D.territories.forEach(function (t) {
      var parent = t.id.indexOf('-') > 0 ? colours.get(t.id.split('-')[0]) : null;
      colours.set(t.id, t.color || (parent ? mix(parent, '#ffffff', 0.3) : PALETTE[next++ % PALETTE.length]));
    });
    var other = 0;
    D.parties.forEach(function (p) {
      if (!colours.has(p.id)) { colours.set(p.id, p.color || OTHER[other++ % OTHER.length]); }
    });
  })();
  function colourOf(id) { return colours.get(id) || colours.get(String(id).split('-')[0]) || '#6a6f73'; }
  function partyName(id) {
    var p = parties.get(id) || territories.get(id);
    return p ? p.name : String(id);
  }
  function elementName(id) {
    if (nodes.has(id)) { return nodes.get(id).name; }
    var e = edges.get(id);
    return e ? nodeName(e.from) + ' \u2013 ' + nodeName(e.to) : territories.has(id) ? territories.get(id).name : partyName(id);
  }
  function nodeName(id) { return nodes.has(id) ? nodes.get(id).name : id; }

  var incident = new Map();
  D.edges.forEach(function (e) {
    [e.from, e.to].forEach(function (id) {
      if (!incident.has(id)) { incident.set(id, []); }
      incident.get(id).push(e);
    });
  });
  var changed = new Map();
  D.scenarios.forEach(function (s) {
    changed.set(s.id, { edges: byId(s.edges || []), nodes: byId(s.nodes || []), crossings: byId(s.crossings || []) });
  });
  function statusesOf(edge) {
    var s = changed.get(view.scenario);
    return (s && (s.edges.get(edge.id) || s.nodes.get(edge.id)) || edge).statuses || [];
  }
  function rolesOf(element) {
    var s = changed.get(view.scenario), o = s && (s.edges.get(element.id) || s.nodes.get(element.id));
    return (o && o.roles) || element.roles || [];
  }
  function statesOf(id) {
    var s = changed.get(view.scenario);
    if (s && s.crossings.has(id)) { return s.crossings.get(id).states || []; }
    return crossings.has(id) ? crossings.get(id).states || [] : [];
  }
  function holds(piece, day) { return (!piece.from || piece.from <= day) && (!piece.to || day < piece.to); }

  /** Whether a row counts on a day: plans only where the answer on show counts them. */
  function counts(row, day) { return holds(row, day) && (!row.plan || (answer() || {}).plans === true); }

  /** The status on a day: of the periods that hold the one that begins last, of two a fact before a plan. */
  function statusOn(edge, day) {
    var shut = closureOn(edge, day);
    var best = lastOf(statusesOf(edge).filter(function (p) { return counts(p, day); })) || { status: 'unknown' };
    return shut && best.status === 'operational' ? { status: 'closed', from: shut.from, to: shut.to, note: shut.text, by: shut.by } : best;
  }
  function lastOf(rows) {
    return rows.reduce(function (a, b) {
      var x = a ? a.from || '' : '', y = b.from || '';
      return !a || y > x || (y === x && a.plan && !b.plan) ? b : a;
    }, null);
  }
  function closureOn(edge, day) {
    var s = changed.get(view.scenario), e = s && s.edges.has(edge.id) ? s.edges.get(edge.id) : edge, m = movement() || {};
    return (e.closures || []).find(function (c) { return counts(c, day) && overlap(c.classes, m.classes) && overlap(c.modes, m.modes); }) || null;
  }
  function specific(row) {
    return [(row.flags || []).length > 0, !!(row.fromSide || row.toSide), (row.classes || []).length > 0, (row.modes || []).length > 0]
      .reduce(function (sum, yes) { return sum * 2 + (yes ? 1 : 0); }, 0);
  }
  function overlap(listed, asked) {
    return !listed || !listed.length || !asked || !asked.length || listed.some(function (x) { return asked.indexOf(x) >= 0; });
  }
  function flagged(flags, flag) {
    return !flags || !flags.length || flags.some(function (f) { return flag === f || String(flag || '').indexOf(f + '-') === 0; });
  }
  var UNBUILT = { under_construction: true, planned: true, proposed: true, dismantled: true };

  /**
   * The state of a crossing for a movement. What the answer on show says holds on its own day; else the row that
   * concerns the movement with the highest priority, then the last first day, then the most specific.
   */
  function stateOn(id, day, movement) {
    var a = answer(), here = incident.get(id) || [], asked = movement || {};
    var usable = here.filter(function (e) { return !asked.modes || asked.modes.indexOf(e.mode) >= 0; });
    if (!usable.length) {
      // Nothing for this movement here: what the crossing is to those who can use it.
      usable = here;
      var modes = here.map(function (e) { return e.mode; });
      asked = Object.assign({}, asked, { modes: modes, classes: overlap(['road', 'rail', 'air', 'sea'], modes) ? asked.classes : [] });
    }
    var own = lastOf(statusesOf(nodes.get(id) || {}).filter(function (p) { return counts(p, day); }));
    if ((own && UNBUILT[own.status]) || (usable.length && usable.every(function (e) { return UNBUILT[statusOn(e, day).status]; }))) {
      return { state: 'not_built' };
    }
    var told = a && a.date === day && movement && a.crossings ? a.crossings[id] : null;
    var rows = statesOf(id).filter(function (r) {
      return r.state && !r.conditions && counts(r, day) && overlap(r.modes, asked.modes) && overlap(r.classes, asked.classes) && flagged(r.flags, asked.flag);
    });
    function best(list) {
      return list.reduce(function (x, y) {
        if (!x) { return y; }
        var by = (y.priority || 0) - (x.priority || 0) || ((y.from || '') > (x.from || '') ? 1 : (y.from || '') < (x.from || '') ? -1 : 0) ||
          specific(y) - specific(x) || (x.plan ? 1 : 0) - (y.plan ? 1 : 0);
        return by > 0 ? y : x;
      }, null);
    }
    var sides = (nodes.get(id) || {}).jurisdictions || [], found;
    if (sides.length === 2 && rows.some(function (r) { return r.fromSide; })) {
      var ways = [[sides[0], sides[1]], [sides[1], sides[0]]].map(function (way) {
        return best(rows.filter(function (r) { return !r.fromSide || (r.fromSide === way[0] && r.toSide === way[1]); })) || { state: 'unknown' };
      });
      var shut = ways[0].state === 'closed' ? ways[0] : ways[1];
      found = ways[0].state === ways[1].state ? ways[0]
        : { state: 'restricted', note: 'Not the same in both directions. ' + (shut.note || ''), by: shut.by, from: shut.from };
    } else {
      found = best(rows) || { state: 'unknown' };
    }
    return told && told !== found.state ? { state: told } : found;
  }

  // ---------------------------------------------------------------- what is looked at

  var view = {
    answer: D.answers.length ? D.answers[0].id : null,
    scenario: D.scenarios.length ? D.scenarios[0].id : null,
    day: D.answers.length ? D.answers[0].date : D.asOf || '2000-01-01',
    route: 0,
    colour: 'jurisdiction',
    layers: new Set(['road', 'rail'])
  };
  function answer() { return answers.get(view.answer) || null; }
  function movement() { var a = answer(); return a ? movements.get(a.movement) : null; }
  function routes() { var a = answer(); return a && a.routes ? a.routes : []; }
  var used = new Set(D.edges.map(function (e) { return e.mode; }));

  function daysOfChange() {
    var all = new Set();
    function add(list) {
      (list || []).forEach(function (x) {
        if (x.plan && (answer() || {}).plans !== true) { return; }
        if (x.from) { all.add(x.from); }
        if (x.to) { all.add(x.to); }
      });
    }
    D.edges.forEach(function (e) {
      if (view.layers.has(e.mode)) {
        var s = changed.get(view.scenario);
        add(statusesOf(e));
        add((s && s.edges.get(e.id) || e).closures);
      }
    });
    D.crossings.forEach(function (c) { if (crossingShown(c.id)) { add(statesOf(c.id)); } });
    D.answers.forEach(function (a) { all.add(a.date); });
    all.add(view.day);
    return Array.from(all).sort();
  }

  // ---------------------------------------------------------------- small builders

  function h(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (key) {
      var value = attributes[key];
      if (value == null || value === false) { return; }
      if (key === 'on') { Object.keys(value).forEach(function (type) { element.addEventListener(type, value[type]); }); }
      else if (key === 'style') { Object.assign(element.style, value); }
      else { element.setAttribute(key, value === true ? '' : value); }
    });
    for (var i = 2; i < arguments.length; i++) { append(element, arguments[i]); }
    return element;
  }
  function append(element, child) {
    if (child == null || child === false || child === '') { return; }
    if (Array.isArray(child)) { child.forEach(function (c) { append(element, c); }); return; }
    element.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  function svg(width, height, body) {
    var holder = document.createElement('div');
    holder.innerHTML = '<svg xmlns="http://www.w3.org/2000/svg" width="' + width + '" height="' + height +
      '" viewBox="0 0 ' + width + ' ' + height + '" aria-hidden="true" focusable="false">' + body + '</svg>';
    return holder.firstChild;
  }
  function chip(id) {
    return h('span', { 'class': 'chip', title: String(id) }, h('i', { style: { background: colourOf(id) } }), partyName(id));
  }
  function chips(ids) {
    return h('span', { 'class': 'chips' }, (ids || []).map(function (id, i) { return [i ? ' ' : '', chip(id)]; }));
  }
  function sourceLines(ids) {
    return (ids || []).map(function (id) {
      var s = sources.get(id);
      if (!s) { return String(id); }
      return [s.title, s.publisher, s.date, s.url].filter(Boolean).join('; ');
    });
  }
  function link(id) {
    return h('button', { type: 'button', 'class': 'link', on: { click: function () { show(id); } } }, elementName(id));
  }
  function known(id) { return nodes.has(id) || edges.has(id); }

  /** A crossing's symbol: form and colour both tell the state. */
  function symbol(state, size) {
    var c = STATE[state] ? STATE[state][1] : STATE.unknown[1], halo = '<circle cx="9" cy="9" r="8.6" fill="#fff"/>';
    var body = {
      open: '<circle cx="9" cy="9" r="7" fill="' + c + '"/><path d="M5.6 9.2l2.4 2.4 4.4-5" fill="none" stroke="#fff" stroke-width="2"/>',
      restricted: '<path d="M9 1.2L16.8 9 9 16.8 1.2 9z" fill="' + c + '"/><path d="M9 5v5M9 11.6v1.8" stroke="#fff" stroke-width="2"/>',
      closed: '<circle cx="9" cy="9" r="7" fill="' + c + '"/><path d="M5 9h8" stroke="#fff" stroke-width="2.6"/>',
      unknown: '<circle cx="9" cy="9" r="6.2" fill="#fff" stroke="' + c + '" stroke-width="1.8"/><circle cx="9" cy="9" r="1.8" fill="' + c + '"/>',
      not_built: '<circle cx="9" cy="9" r="6.2" fill="#fff" stroke="' + c + '" stroke-width="1.8" stroke-dasharray="2.6 2.2"/>'
    }[state] || '';
    var picture = svg(18, 18, halo + body);
    picture.setAttribute('width', size);
    picture.setAttribute('height', size);
    return picture;
  }
  function mark(reached) {
    var c = (REACHED[reached] || REACHED.unknown)[1];
    var body = {
      yes: '<circle cx="7" cy="7" r="6.5" fill="' + c + '"/><path d="M4 7.2l2.2 2.2L10.2 5" fill="none" stroke="#fff" stroke-width="1.8"/>',
      no: '<rect x="0.7" y="0.7" width="12.6" height="12.6" rx="2" fill="' + c + '"/><path d="M4.4 4.4l5.2 5.2M9.6 4.4L4.4 9.6" stroke="#fff" stroke-width="1.8"/>'
    }[reached] || '<circle cx="7" cy="7" r="6" fill="#fff" stroke="' + c + '" stroke-width="1.6"/><path d="M4.5 7h5" stroke="' + c + '" stroke-width="1.6"/>';
    return h('span', { 'class': 'mark', style: { color: c } }, svg(14, 14, body), (REACHED[reached] || REACHED.unknown)[0]);
  }

  // ---------------------------------------------------------------- the map

  var map = L.map('map', {
    attributionControl: false, zoomSnap: 0.25, zoomDelta: 0.75, wheelPxPerZoomLevel: 90, minZoom: 3, maxZoom: 15, keyboard: true
  });
  // Layers added before the map has a view may stay invisible.
  map.setView([0, 0], 3);
  L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(map);

  function pane(name, z, noPointer) {
    var p = map.createPane(name);
    p.style.zIndex = z;
    if (noPointer) { p.style.pointerEvents = 'none'; }
    return name;
  }
  pane('land', 210, true); pane('borders', 215, true); pane('bands', 405, true); pane('ways', 410, true);
  pane('hits', 415); pane('dots', 420); pane('signs', 430); pane('names', 440, true);
  function renderer(name) { return L.svg({ pane: name, padding: 0.4 }); }
  var draw = { land: renderer('land'), borders: renderer('borders'), bands: renderer('bands'), ways: renderer('ways'), hits: renderer('hits'), dots: renderer('dots') };
  function latLngs(coords) { return coords.map(function (c) { return [c[1], c[0]]; }); }
  function line(coords, paneName, style) {
    return L.polyline(latLngs(coords), Object.assign({ pane: paneName, renderer: draw[paneName], interactive: false, smoothFactor: 0.6, lineCap: 'butt', lineJoin: 'round' }, style));
  }

  // The frame that the territories are cut to is not a border: it gets no stroke.
  var frame = [180, 90, -180, -90];
  D.territories.forEach(function (t) {
    t.polygons.forEach(function (p) { p[0].forEach(function (c) {
      frame = [Math.min(frame[0], c[0]), Math.min(frame[1], c[1]), Math.max(frame[2], c[0]), Math.max(frame[3], c[1])];
    }); });
  });
  function onFrame(a, b) {
    var e = 1e-4;
    return [0, 2].some(function (i) { return Math.abs(a[0] - frame[i]) < e && Math.abs(b[0] - frame[i]) < e; }) ||
      [1, 3].some(function (i) { return Math.abs(a[1] - frame[i]) < e && Math.abs(b[1] - frame[i]) < e; });
  }
  var lands = D.territories.map(function (t) {
    var fill = L.polygon(t.polygons.map(function (p) { return p.map(latLngs); }), { pane: 'land', renderer: draw.land, interactive: false, stroke: true, weight: 1, smoothFactor: 0.5 }).addTo(map);
    t.polygons.forEach(function (p) { p.forEach(function (ring) {
      var piece = [];
      for (var i = 0; i < ring.length; i++) {
        var next = ring[(i + 1) % ring.length];
        piece.push(ring[i]);
        if (onFrame(ring[i], next) || i === ring.length - 1) {
          if (i === ring.length - 1 && !onFrame(ring[i], next)) { piece.push(next); }
          if (piece.length > 1) { line(piece, 'borders', { color: '#8d8a86', weight: 0.9, opacity: 0.75, smoothFactor: 0.5 }).addTo(map); }
          piece = [];
        }
      }
    }); });
    return { territory: t, fill: fill };
  });

  function bow(a, b) {
    var points = [], dx = b[0] - a[0], dy = b[1] - a[1], i, t, s;
    for (i = 0; i <= 32; i++) {
      t = i / 32; s = 0.32 * t * (1 - t);
      points.push([a[0] + dx * t - dy * s, a[1] + dy * t + dx * s * 0.77]);
    }
    return points;
  }
  function pathOf(edge) {
    var coords = edge.coords && edge.coords.length > 1 ? edge.coords : [edge.from, edge.to].map(function (id) { var n = nodes.get(id); return [n.lon, n.lat]; });
    return (edge.mode === 'air' || edge.mode === 'sea') && coords.length === 2 ? bow(coords[0], coords[1]) : coords;
  }

  /** The strokes of a line by mode and whether it can be used: ties for rail, a casing for road, thin patterns for the rest. */
  function strokes(mode, usable, gone, c, scale) {
    var w = scale, thin = gone ? 0.55 : 1;
    switch (mode) {
      case 'rail':
        return usable
          ? [{ color: '#fff', weight: 5 * w, opacity: 0.75 }, { color: c, weight: 2.1 * w }, { color: c, weight: 6.2 * w, dashArray: '1.4 ' + (6 * w).toFixed(1) }]
          : [{ color: '#fff', weight: 3.5 * w, opacity: 0.6 }, { color: c, weight: 1 * w, opacity: 0.8 * thin, dashArray: gone ? '2 4' : null }, { color: c, weight: 5.2 * w, opacity: 0.9 * thin, dashArray: '1.2 ' + (9 * w).toFixed(1) }];
      case 'road':
        return usable
          ? [{ color: '#fff', weight: 4.8 * w, opacity: 0.85 }, { color: c, weight: 2.6 * w }]
          : [{ color: '#fff', weight: 4.4 * w, opacity: 0.7 }, { color: c, weight: 2.1 * w, opacity: thin, dashArray: '5 4' }];
      case 'air': return [{ color: c, weight: 1.3 * w, opacity: 0.85 * thin, dashArray: '1 5', lineCap: 'round' }];
      case 'sea': return [{ color: c, weight: 1.6 * w, opacity: 0.85 * thin, dashArray: '10 6' }];
      case 'fibre': return [{ color: c, weight: 2 * w, opacity: thin, dashArray: '1.5 3' }];
      case 'power': return [{ color: c, weight: 1.5 * w, opacity: thin, dashArray: usable ? '7 3 1.5 3' : '3 5' }];
      default: // pipelines: two thin parallel lines
        return [{ color: c, weight: 4.2 * w, opacity: thin, dashArray: usable ? null : '7 4' },
          { color: mode === 'oil' ? '#3d3d3d' : '#fff', weight: 2 * w, opacity: 1, dashArray: usable ? null : '7 4' }];
    }
  }
  function zoomScale() { var z = map.getZoom(); return z < 6.5 ? 0.7 : z < 8 ? 0.85 : z < 10 ? 1 : 1.25; }

  var drawn = new Map();
  var modeOrder = ['fibre', 'power', 'gas', 'oil', 'sea', 'air', 'road', 'rail'];
  var inOrder = D.edges.slice().sort(function (a, b) { return modeOrder.indexOf(a.mode) - modeOrder.indexOf(b.mode); });

  function drawEdges() {
    drawn.forEach(function (layers) { layers.forEach(function (l) { l.remove(); }); });
    drawn.clear();
    var scale = zoomScale();
    var casings = [], tops = [], order = { operational: 1 };
    var list = inOrder.filter(function (e) { return view.layers.has(e.mode); }).map(function (e) { return [e, statusOn(e, view.day)]; });
    list.sort(function (a, b) { return (order[a[1].status] || 0) - (order[b[1].status] || 0); });
    list.forEach(function (pair) {
      var e = pair[0], s = pair[1].status, c = view.colour === 'status' ? STATUS[s][1] : colourOf(e.jurisdiction);
      var gone = s === 'disused' || s === 'dismantled' || s === 'unknown';
      if (gone && view.colour !== 'status') { c = mix(c, '#9a9a96', 0.55); }
      var path = pathOf(e), own = [];
      strokes(e.mode, s === 'operational', gone, c, scale).forEach(function (style, i) {
        var l = line(path, 'ways', style);
        own.push(l);
        (style.color === '#fff' && i === 0 ? casings : tops).push(l);
      });
      var hit = L.polyline(latLngs(path), { pane: 'hits', renderer: draw.hits, weight: 14, opacity: 0, smoothFactor: 1 });
      hit.on('click', function (event) { open(event.latlng, edgePopup(e)); });
      hit.bindTooltip(function () { return edgeTitle(e); }, { sticky: true, opacity: 0.95 });
      own.push(hit);
      tops.push(hit);
      drawn.set(e.id, own);
    });
    casings.concat(tops).forEach(function (l) { l.addTo(map); });
    document.documentElement.dataset.edges = String(drawn.size);
  }

  var bands = [];
  function drawRoutes() {
    bands.forEach(function (l) { l.remove(); });
    bands = [];
    var all = routes(), scale = Math.max(0.85, zoomScale());
    all.map(function (r, i) { return i; }).sort(function (a, b) {
      return (a === view.route) - (b === view.route) || a - b;
    }).forEach(function (i) {
      var chosen = i === view.route;
      all[i].edges.forEach(function (id) {
        if (!edges.has(id)) { return; }
        var path = pathOf(edges.get(id)), c = ROUTES[i % ROUTES.length];
        bands.push(line(path, 'bands', { color: c, weight: (chosen ? 13 : 9) * scale, opacity: chosen ? 0.95 : 0.5, lineCap: 'round' }).addTo(map));
      });
    });
    document.documentElement.dataset.routes = String(all.length);
  }

  // Nodes as dots, crossings as signs.
  var dots = L.layerGroup().addTo(map), signs = L.layerGroup().addTo(map), signLayers = new Map();
  function isCrossing(n) { return n.kind === 'border_crossing' || n.kind === 'airspace_boundary' || crossings.has(n.id); }
  function shownNode(n) {
    var here = incident.get(n.id);
    return here ? here.some(function (e) { return view.layers.has(e.mode); }) : view.layers.has('road') || view.layers.has('rail');
  }
  function usableBy(id, m) { return (incident.get(id) || []).some(function (e) { return !m.modes || m.modes.indexOf(e.mode) >= 0; }); }
  function crossingShown(id) { var n = nodes.get(id); return !!n && shownNode(n); }
  function rankOf(n) {
    if (n.rank) { return n.rank; }
    if (isCrossing(n)) { return 4; }
    var degree = (incident.get(n.id) || []).length;
    return n.kind === 'city' ? (degree > 2 ? 2 : 3) : n.kind === 'port' || n.kind === 'airport' ? 3 : degree > 4 ? 3 : 4;
  }
  function onRoute() {
    var r = routes()[view.route];
    return new Set(r ? r.nodes || [] : []);
  }
  function ends() {
    var a = answer();
    return new Set(a ? (a.fromNodes || []).concat(a.toNodes || []).filter(function (id, i, all) { return all.length <= 4; }) : []);
  }
  function drawNodes() {
    dots.clearLayers(); signs.clearLayers(); signLayers.clear();
    var z = map.getZoom(), route = onRoute(), end = ends(), m = movement(), count = 0;
    D.nodes.forEach(function (n) {
      if (!shownNode(n)) { return; }
      if (isCrossing(n)) {
        var s = stateOn(n.id, view.day, m).state;
        var size = Math.round((z < 7.5 ? 12 : z < 9 ? 14 : 18) * (s === 'not_built' && !route.has(n.id) ? 0.75 : 1)) + (route.has(n.id) ? 3 : 0);
        var icon = L.divIcon({ className: 'crossing-icon', iconSize: [size, size], html: symbol(s, size) });
        var marker = L.marker([n.lat, n.lon], { icon: icon, pane: 'signs', keyboard: true, alt: n.name + ', ' + STATE[s][0], zIndexOffset: route.has(n.id) ? 500 : 0, opacity: !m || usableBy(n.id, m) ? 1 : 0.5 });
        marker.on('click keypress', function (event) {
          if (event.type === 'click' || (event.originalEvent && event.originalEvent.key === 'Enter')) { open([n.lat, n.lon], crossingPopup(n)); }
        });
        marker.bindTooltip(n.name + ': ' + STATE[s][0].toLowerCase(), { opacity: 0.95, offset: [8, 0] });
        signs.addLayer(marker);
        if (marker.getElement()) { marker.getElement().setAttribute('aria-label', n.name + ', ' + STATE[s][0]); }
        signLayers.set(n.id, marker);
        count++;
        return;
      }
      var rank = rankOf(n), big = end.has(n.id);
      if (!big && rank > 3 && z < 8 && !route.has(n.id)) { return; }
      var square = n.kind === 'port' || n.kind === 'airport';
      var dot = L.circleMarker([n.lat, n.lon], {
        pane: 'dots', renderer: draw.dots, radius: big ? 6.5 : rank <= 1 ? 4.6 : rank === 2 ? 3.6 : rank === 3 ? 3 : 2.4,
        color: big ? '#fff' : '#394247', weight: big ? 2 : rank <= 2 ? 1.6 : 1.2, fillColor: big ? '#22292e' : square ? '#c9d6dc' : '#fff', fillOpacity: 1
      });
      dot.on('click', function () { open([n.lat, n.lon], nodePopup(n)); });
      dot.bindTooltip(n.name, { opacity: 0.95 });
      dots.addLayer(dot);
    });
    document.documentElement.dataset.crossings = String(count);
  }

  // ---------------------------------------------------------------- names that never overlap

  var pen = document.createElement('canvas').getContext('2d');
  var face = getComputedStyle(document.body).fontFamily;
  function widthOf(text, size, weight) { pen.font = (weight || 400) + ' ' + size + 'px ' + face; return pen.measureText(text).width; }
  function hits(box, boxes) {
    return boxes.some(function (b) { return box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]; });
  }
  function insideRing(x, y, ring) {
    var yes = false;
    for (var i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      var a = ring[i], b = ring[j];
      if ((a[1] > y) !== (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) { yes = !yes; }
    }
    return yes;
  }
  /** The roomiest point of a territory within the window, found on a grid; wide room counts more than high room. */
  function roomiest(t, window, area) {
    var best = null, n = 15;
    t.polygons.forEach(function (p) {
      var ring = p[0], xs = ring.map(function (c) { return c[0]; }), ys = ring.map(function (c) { return c[1]; });
      var w = Math.max(window[0], Math.min.apply(null, xs)), e = Math.min(window[2], Math.max.apply(null, xs));
      var s = Math.max(window[1], Math.min.apply(null, ys)), o = Math.min(window[3], Math.max.apply(null, ys));
      if (w >= e || s >= o) { return; }
      var tall = 2.4;
      for (var i = 1; i < n; i++) {
        for (var j = 1; j < n; j++) {
          var x = w + (e - w) * i / n, y = s + (o - s) * j / n;
          if (!insideRing(x, y, ring)) { continue; }
          var d = Math.min((x - window[0]) / tall, (window[2] - x) / tall, (y - window[1]) * 1.3, (window[3] - y) * 1.3);
          for (var k = 0; k < ring.length && (!best || d > best[2]); k++) {
            var a = ring[k], b = ring[(k + 1) % ring.length];
            var ax = (a[0] - x) / tall, ay = (a[1] - y) * 1.3, bx = (b[0] - x) / tall, by = (b[1] - y) * 1.3;
            var len = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
            var u = len ? Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / len)) : 0;
            d = Math.min(d, Math.hypot(ax + u * (bx - ax), ay + u * (by - ay)));
          }
          if (!best || d > best[2]) { best = [x, y, d]; }
        }
      }
    });
    if (!best) { return null; }
    var room = area / (window[2] - window[0]) * best[2];
    return room > 9 ? best : null;
  }
  var names = [];
  function drawNames() {
    names.forEach(function (n) { n.remove(); });
    names = [];
    var holder = map.getPane('names'), size = map.getSize(), z = map.getZoom();
    var b = map.getBounds(), taken = [], lands = [];
    // Controls in the corners hide what lies under them.
    var corner = map.getContainer().getBoundingClientRect();
    ['legend', 'timebar', 'toolbar'].forEach(function (id) {
      var r = document.getElementById(id).getBoundingClientRect();
      if (id !== 'toolbar') { taken.push([r.left - corner.left, r.top - corner.top, r.right - corner.left, r.bottom - corner.top]); }
    });
    function put(text, x, y, cls, colour) {
      var el = h('span', { 'class': 'label ' + cls }, text);
      if (colour) { el.style.color = colour; }
      var origin = map.containerPointToLayerPoint([x, y]);
      L.DomUtil.setPosition(el, origin.round());
      el.classList.add('leaflet-zoom-hide');
      holder.appendChild(el);
      names.push(el);
    }
    D.territories.forEach(function (t) {
      var window = [Math.max(b.getWest(), frame[0]), Math.max(b.getSouth(), frame[1]), Math.min(b.getEast(), frame[2]), Math.min(b.getNorth(), frame[3])];
      var pixels = size.x * (window[2] - window[0]) / (b.getEast() - b.getWest());
      var spot = window[0] < window[2] && window[1] < window[3] ? roomiest(t, window, pixels) : null;
      if (!spot) { return; }
      var part = t.id.indexOf('-') > 0, px = part ? 12.5 : 15, name = brief(t.name);
      var w = widthOf(name.toUpperCase(), px, 600) + name.length * px * (part ? 0.16 : 0.22), p = map.latLngToContainerPoint([spot[1], spot[0]]);
      var box = [p.x - w / 2, p.y - 10, p.x + w / 2, p.y + 10];
      if (hits(box, taken) || hits(box, lands) || box[0] < 0 || box[2] > size.x) { return; }
      lands.push(box);
      put(name, box[0], box[1], 'land' + (part ? ' part' : ''), mix(colourOf(t.id), '#2b3033', 0.35));
    });
    var route = onRoute(), end = ends();
    var list = D.nodes.filter(shownNode).map(function (n) {
      var rank = end.has(n.id) ? 0 : rankOf(n), on = route.has(n.id);
      var needed = rank <= 1 ? 0 : rank === 2 ? 6.6 : rank === 3 ? 7.2 : isCrossing(n) ? 8.6 : 8.8;
      return { n: n, rank: rank, on: on, zoom: on ? needed - 1 : needed, p: map.latLngToContainerPoint([n.lat, n.lon]) };
    }).filter(function (x) { return x.p.x > -20 && x.p.y > -20 && x.p.x < size.x + 20 && x.p.y < size.y + 20; });
    list.forEach(function (x) {
      var r = isCrossing(x.n) ? (z < 7.5 ? 5 : z < 9 ? 7 : 9) : x.rank <= 3 || z >= 8 ? 4 : 0;
      if (r) { x.box = [x.p.x - r, x.p.y - r, x.p.x + r, x.p.y + r]; }
    });
    var marks = list.filter(function (x) { return x.box; });
    list.sort(function (x, y) {
      return Math.min(x.rank, 1) - Math.min(y.rank, 1) || y.on - x.on || x.rank - y.rank || (x.n.id < y.n.id ? -1 : 1);
    }).forEach(function (x) {
      if (z < x.zoom) { return; }
      var first = x.rank <= 1, crossing = isCrossing(x.n), px = first ? 13.5 : x.rank === 2 ? 12.5 : crossing ? 11.5 : 12;
      var text = x.n.name.length > 34 ? x.n.name.slice(0, 32) + '\u2026' : x.n.name;
      var w = widthOf(text, px, first ? 650 : 500) + 3, t = px + 2, g = crossing ? (z < 9 ? 9 : 12) : first ? 8 : 6;
      var spots = [[g, -t / 2], [-g - w, -t / 2], [-w / 2, -g - t + 2], [-w / 2, g - 1], [g - 2, -t - 1], [g - 2, 2], [-g - w + 2, -t - 1], [-g - w + 2, 2]];
      var others = marks.filter(function (m) { return m !== x; }).map(function (m) { return m.box; });
      for (var round = 0; round < 3; round++) {
        for (var i = 0; i < spots.length; i++) {
          var left = x.p.x + spots[i][0], top = x.p.y + spots[i][1], box = [left, top, left + w, top + t];
          if (hits(box, taken) || (round < 2 && hits(box, others)) || (round === 0 && hits(box, lands))) { continue; }
          if (left < 2 || left + w > size.x - 2) { continue; }
          taken.push([box[0] - 3, box[1] - 1, box[2] + 3, box[3] + 1]);
          put(text, left, top, first ? 'r1' : x.rank === 2 ? 'r2' : crossing ? 'crossing' : 'r3');
          return;
        }
        if (!first) { return; }
      }
    });
    document.documentElement.dataset.labels = String(names.length);
  }

  // ---------------------------------------------------------------- popups

  function open(where, content) {
    L.popup({ maxWidth: Math.min(340, map.getSize().x - 40), minWidth: 220, autoPanPaddingTopLeft: [10, 60], autoPanPaddingBottomRight: [10, 100] })
      .setLatLng(where).setContent(content).openOn(map);
  }
  function table(head, rows) {
    return rows.length ? h('table', {}, head ? h('thead', {}, h('tr', {}, head.map(function (t) { return h('th', { scope: 'col' }, t); }))) : null,
      h('tbody', {}, rows.map(function (r) { return h('tr', { 'class': r.now ? 'now' : null }, r.cells.map(function (c) { return h('td', {}, c); })); }))) : null;
  }
  function sourcePart(ids) {
    var lines = sourceLines(ids);
    return lines.length ? h('p', { 'class': 'src' }, 'Sources: ' + lines.join(' | ')) : null;
  }
  function edgeTitle(e) {
    return MODES[e.mode] + ', ' + elementName(e.id) + ': ' + STATUS[statusOn(e, view.day).status][0].toLowerCase();
  }
  function roleRows(element) {
    return rolesOf(element).map(function (r) {
      return { now: holds(r, view.day), cells: [words(r.role) + (r.side ? ' (' + r.side + ')' : ''), partyName(r.holder), period(r.from, r.to) + (r.plan ? ', plan' : '')] };
    }).sort(function (a, b) { return b.now - a.now; });
  }
  function edgePopup(e) {
    var s = statusOn(e, view.day), roles = roleRows(e);
    var facts = [MODES[e.mode], territories.has(e.jurisdiction) ? territories.get(e.jurisdiction).name : e.jurisdiction,
      km(e.lengthKm != null ? e.lengthKm : e.geodesicKm), e.gaugeMm ? 'gauge ' + e.gaugeMm + ' mm' : null, e.tracks ? e.tracks + (e.mode === 'rail' ? ' track(s)' : ' lane(s) or circuit(s)') : null,
      e.speedKmh ? e.speedKmh + ' km/h' : null].filter(Boolean);
    return h('div', {},
      h('h2', {}, elementName(e.id)),
      h('p', { 'class': 'sub' }, [e.name ? [e.name, h('br')] : null, facts.join(', ')]),
      h('p', {}, h('strong', { style: { color: STATUS[s.status][1] } }, STATUS[s.status][0]), ' on ' + view.day +
        (s.from || s.to ? ' (' + period(s.from, s.to) + (s.plan ? ', plan' : '') + ')' : '') + (s.by ? ', by act of ' + partyName(s.by) : '') + (s.note ? '. ' + s.note : '')),
      table(['Status', 'When'], statusesOf(e).map(function (x) {
        return { now: holds(x, view.day) && !x.plan, cells: [(STATUS[x.status] || STATUS.unknown)[0] + (x.plan ? ' (plan)' : ''), period(x.from, x.to)] };
      })),
      roles.length ? [h('h3', {}, 'Owners, operators and other roles'), table(null, roles)] : null,
      h('p', { 'class': 'src' }, 'Line ' + (e.geometry || 'of unknown quality') +
        (e.lengthKm != null && e.geodesicKm != null ? '; stated ' + km(e.lengthKm) + ', as drawn ' + km(e.geodesicKm) : '') + '; id ' + e.id),
      sourcePart(e.sources));
  }
  function crossingPopup(n) {
    var m = movement(), s = stateOn(n.id, view.day, m);
    return h('div', {},
      h('h2', {}, n.name),
      h('p', { 'class': 'sub' }, 'Crossing, ' + (n.jurisdictions || []).map(function (j) { return elementName(j); }).join(' \u2013 ')),
      h('p', {}, h('strong', { style: { color: STATE[s.state][1] } }, STATE[s.state][0]), ' on ' + view.day + (m ? ' for ' + m.name.toLowerCase() : ''),
        s.by ? ', by act of ' + partyName(s.by) : '', s.note ? '. ' + s.note : ''),
      table(['State', 'Whom', 'When'], statesOf(n.id).filter(function (r) { return r.state; }).map(function (r) {
        var whom = [(r.classes || []).join(', '), (r.modes || []).join(', '), r.conditions || '', (r.flags || []).length ? 'flag ' + r.flags.join(', ') : '',
          r.fromSide || r.toSide ? (r.fromSide || 'any') + ' to ' + (r.toSide || 'any') : ''].filter(Boolean).join('; ') || 'all';
        return { now: holds(r, view.day) && !r.plan, cells: [(STATE[r.state] || STATE.unknown)[0] + (r.plan ? ' (plan)' : ''), whom, [period(r.from, r.to), r.by ? ', ' + r.by : '', r.note ? h('div', { 'class': 'hint' }, r.note) : null]] };
      })),
      rolesOf(n).length ? [h('h3', {}, 'Posts and roles'), table(null, roleRows(n))] : null,
      h('p', { 'class': 'src' }, 'id ' + n.id),
      sourcePart(Array.from(new Set((n.sources || []).concat.apply(n.sources || [], statesOf(n.id).map(function (r) { return r.sources || []; }))))));
  }
  function nodePopup(n) {
    var here = (incident.get(n.id) || []).slice().sort(function (a, b) { return a.mode < b.mode ? -1 : a.mode > b.mode ? 1 : a.id < b.id ? -1 : 1; });
    return h('div', {},
      h('h2', {}, n.name),
      h('p', { 'class': 'sub' }, [(n.alternatives || []).length ? [n.alternatives.join(', '), h('br')] : null,
        words(n.kind) + ', ' + (n.jurisdictions || []).map(elementName).join(' \u2013 ')]),
      table(['Mode', 'To', 'Status'], here.map(function (e) {
        return { cells: [MODES[e.mode], elementName(e.from === n.id ? e.to : e.from), STATUS[statusOn(e, view.day).status][0]] };
      })),
      rolesOf(n).length ? [h('h3', {}, 'Roles'), table(null, roleRows(n))] : null,
      h('p', { 'class': 'src' }, n.lat.toFixed(4) + ' N, ' + n.lon.toFixed(4) + ' E' + (n.position ? ', ' + n.position : '') + '; id ' + n.id),
      sourcePart(n.sources));
  }
  function show(id) {
    if (nodes.has(id)) {
      var n = nodes.get(id);
      (incident.get(id) || []).slice(0, 1).forEach(function (e) { if (!shownNode(n)) { turnOn(e.mode); } });
      map.setView([n.lat, n.lon], Math.max(map.getZoom(), 10), { animate: false });
      open([n.lat, n.lon], isCrossing(n) ? crossingPopup(n) : nodePopup(n));
    } else if (edges.has(id)) {
      var e = edges.get(id), bounds = L.latLngBounds(latLngs(pathOf(e)));
      turnOn(e.mode);
      map.fitBounds(bounds, { paddingTopLeft: [40, 70], paddingBottomRight: [40, 110], maxZoom: 11, animate: false });
      var path = pathOf(e), middle = path[Math.floor(path.length / 2)];
      open(path.length === 2 ? bounds.getCenter() : [middle[1], middle[0]], edgePopup(e));
    }
    if (window.innerWidth <= 820) { document.getElementById('map-side').scrollIntoView(); }
  }
  function turnOn(mode) {
    if (!view.layers.has(mode)) { view.layers.add(mode); drawLegend(); refreshMap(); }
  }

  // ---------------------------------------------------------------- legend

  function sample(styles) {
    return svg(34, 14, styles.map(function (s) {
      return '<path d="M1 7h32" fill="none" stroke="' + s.color + '" stroke-width="' + s.weight + '" stroke-opacity="' + (s.opacity == null ? 1 : s.opacity) + '"' +
        (s.dashArray ? ' stroke-dasharray="' + s.dashArray + '"' : '') + (s.lineCap ? ' stroke-linecap="' + s.lineCap + '"' : '') + '/>';
    }).join(''));
  }
  function drawLegend() {
    var body = document.getElementById('legend-body'), ink = '#4d5960';
    body.textContent = '';
    append(body, h('h4', {}, 'Lines coloured by'));
    append(body, h('div', { 'class': 'switch' }, [['jurisdiction', 'Jurisdiction'], ['status', 'Status']].map(function (c) {
      return h('label', { 'class': 'row' }, h('input', { type: 'radio', name: 'colour', value: c[0], checked: view.colour === c[0],
        on: { change: function () { view.colour = c[0]; drawLegend(); refreshMap(); remember(); } } }), c[1]);
    })));
    var keys = view.colour === 'status'
      ? Object.keys(STATUS).map(function (s) { return [STATUS[s][0], STATUS[s][1]]; })
      : D.territories.map(function (t) { return [brief(t.name), colourOf(t.id)]; });
    append(body, h('div', { 'class': view.colour === 'status' ? '' : 'two' }, keys.map(function (k) {
      return h('div', { 'class': 'row' }, svg(14, 10, '<rect width="14" height="10" rx="2" fill="' + k[1] + '"/>'), k[0]);
    })));
    append(body, h('h4', {}, 'Layers'));
    Object.keys(MODES).filter(function (m) { return used.has(m); }).forEach(function (m) {
      append(body, h('label', { 'class': 'row' }, h('input', { type: 'checkbox', value: m, checked: view.layers.has(m), on: { change: function (event) {
        if (event.target.checked) { view.layers.add(m); } else { view.layers.delete(m); }
        refreshMap(); remember();
      } } }), sample(strokes(m, true, false, ink, 1)), MODES[m]));
    });
    append(body, h('div', { 'class': 'row' }, sample(strokes('road', false, false, ink, 1)), sample(strokes('rail', false, false, ink, 1)), 'Not in use'));
    append(body, h('h4', {}, 'Crossings' + (movement() ? ', for ' + movement().name.toLowerCase() : '')));
    append(body, h('div', { 'class': 'two' }, Object.keys(STATE).map(function (s) { return h('div', { 'class': 'row' }, symbol(s, 15), STATE[s][0]); })));
    if (routes().length) {
      append(body, h('h4', {}, 'Routes'));
      routes().forEach(function (r, i) {
        append(body, h('div', { 'class': 'row' }, svg(30, 10, '<rect width="30" height="10" rx="5" fill="' + ROUTES[i % ROUTES.length] + '"/>'), r.name));
      });
    }
  }

  // ---------------------------------------------------------------- time

  function whatChanged(before, day) {
    var lines = [], m = movement();
    D.edges.forEach(function (e) {
      if (!view.layers.has(e.mode)) { return; }
      var a = statusOn(e, before).status, b = statusOn(e, day).status;
      if (a !== b) { lines.push(MODES[e.mode].toLowerCase() + ' ' + elementName(e.id) + ' ' + STATUS[b][0].toLowerCase()); }
    });
    D.crossings.forEach(function (c) {
      if (!crossingShown(c.id)) { return; }
      var a = stateOn(c.id, before, m).state, b = stateOn(c.id, day, m).state;
      if (a !== b) { lines.push(nodeName(c.id) + ' ' + STATE[b][0].toLowerCase()); }
    });
    return lines;
  }
  var days = [];
  function drawTime() {
    days = daysOfChange();
    var at = days.indexOf(view.day), slider = document.getElementById('slider');
    slider.max = String(days.length - 1);
    slider.value = String(at);
    slider.setAttribute('aria-valuetext', view.day);
    document.getElementById('day').value = view.day;
    document.getElementById('earlier').disabled = at <= 0;
    document.getElementById('later').disabled = at >= days.length - 1;
    var text = 'First day of the record.';
    if (at > 0) {
      var lines = whatChanged(days[at - 1], view.day);
      text = lines.length ? 'Changed on ' + view.day + ': ' + lines.slice(0, 6).join('; ') + (lines.length > 6 ? '; and ' + (lines.length - 6) + ' more' : '') + '.'
        : 'No change for this movement on ' + view.day + '.';
    }
    var changes = document.getElementById('changes');
    changes.textContent = text;
    changes.title = text;
  }
  function goTo(day) {
    if (!isDay(day) || day === view.day) { drawTime(); return; }
    view.day = day;
    refreshMap(); drawAnswer(); remember();
  }

  // ---------------------------------------------------------------- panel

  function isDay(text) { return /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(Date.parse(text)); }
  function option(value, text, chosen) { return h('option', { value: value, selected: chosen }, text); }
  function drawQuestion() {
    var a = answer();
    var m = document.getElementById('movement'), s = document.getElementById('scenario'), d = document.getElementById('date');
    [m, s, d].forEach(function (e) { e.textContent = ''; });
    if (!a) { return; }
    D.scenarios.filter(function (x) { return D.answers.some(function (y) { return y.scenario === x.id; }); })
      .forEach(function (x) { s.appendChild(option(x.id, x.name, x.id === a.scenario)); });
    D.movements.filter(function (x) { return D.answers.some(function (y) { return y.movement === x.id; }); })
      .forEach(function (x) { m.appendChild(option(x.id, x.name, x.id === a.movement)); });
    D.answers.filter(function (x) { return x.scenario === a.scenario && x.movement === a.movement; })
      .forEach(function (x) { d.appendChild(option(x.date, x.date, x.id === a.id)); });
    s.value = a.scenario; m.value = a.movement; d.value = a.date;
    var sc = scenarios.get(a.scenario);
    document.getElementById('scenario-text').textContent = sc && sc.description ? sc.description : '';
  }
  function pick(wish) {
    // The answer that fits the wish best: scenario first, then movement, then the day.
    var now = answer() || {}, want = { scenario: wish.scenario || now.scenario, movement: wish.movement || now.movement, date: wish.date || now.date };
    var best = null, points = -1;
    D.answers.forEach(function (a) {
      var p = ['scenario', 'movement', 'date'].reduce(function (sum, key, i) {
        return sum + (a[key] === want[key] ? (wish[key] ? 10 : 1) * (4 - i) : 0);
      }, 0);
      if (p > points) { best = a; points = p; }
    });
    if (best) { choose(best.id); }
  }
  function choose(id, keepDay) {
    var a = answers.get(id);
    if (!a) { return; }
    view.answer = id;
    view.scenario = a.scenario;
    view.route = 0;
    if (!keepDay) { view.day = a.date; }
    var m = movements.get(a.movement);
    (m && m.modes ? m.modes : []).forEach(function (x) { if (used.has(x)) { view.layers.add(x); } });
    refreshAll();
    remember();
  }
  function part(id, title, count, openAtFirst, content) {
    var was = document.getElementById(id);
    return h('details', { 'class': 'part', id: id, open: was ? was.open : openAtFirst },
      h('summary', {}, title, count == null ? null : h('span', { 'class': 'count' }, ' (' + count + ')')), content);
  }
  function setList(sets, none) {
    if (!sets || !sets.length) { return h('p', { 'class': 'hint' }, none); }
    return h('ul', { 'class': 'sets' }, sets.map(function (set) {
      return h('li', {}, set.map(function (id, i) { return [i ? h('span', { 'class': 'and' }, 'and') : null, chip(id)]; }));
    }));
  }
  function leverage(l) {
    if (!l) { return h('p', { 'class': 'hint' }, 'Not computed.'); }
    var top = (l.power || []).reduce(function (m, p) { return Math.max(m, fraction(p.banzhaf)); }, 0) || 1;
    return [
      l.note ? h('p', { 'class': 'hint' }, l.note) : null,
      h('h3', {}, 'Can stop it alone'),
      l.vetoes && l.vetoes.length ? h('p', { style: { margin: '2px 0' } }, chips(l.vetoes)) : h('p', { 'class': 'hint' }, 'No party.'),
      h('h3', {}, 'Smallest groups that can stop it'),
      setList(l.blocking, 'None.'),
      h('h3', {}, 'Smallest groups whose yes keeps a way open'),
      setList(l.consent, 'None.'),
      l.power && l.power.length ? [h('h3', {}, 'What that power is worth'),
        h('table', { 'class': 'power' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Party'), h('th', { 'class': 'n', scope: 'col', title: 'Absolute Banzhaf index' }, 'Banzhaf'),
          h('th', { 'class': 'n', scope: 'col', title: 'Banzhaf index, shares of one' }, 'share'), h('th', { 'class': 'n', scope: 'col', title: 'Shapley-Shubik index' }, 'Shapley'))),
        h('tbody', {}, l.power.map(function (p) {
          return h('tr', {}, h('td', {}, chip(p.party), h('div', { 'class': 'meter' }, h('span', { style: { width: (100 * fraction(p.banzhaf) / top).toFixed(1) + '%', background: colourOf(p.party) } }))),
            h('td', { 'class': 'n' }, p.banzhaf), h('td', { 'class': 'n' }, p.banzhafNormalised == null ? '' : p.banzhafNormalised), h('td', { 'class': 'n' }, p.shapley));
        })))] : null
    ];
  }
  function impedimentList(list) {
    return h('ol', { 'class': 'way' }, list.map(function (i, n) {
      var again = n > 0 && list[n - 1].at === i.at;
      return h('li', { 'class': again ? 'again' : null }, h('div', {}, again ? null : known(i.at) ? link(i.at) : h('span', {}, i.at ? elementName(i.at) : ''),
        h('span', { 'class': 'kind' }, words(i.kind) + ((i.by || []).length ? ', by ' + [].concat(i.by).map(partyName).join(', ') : '')), i.text), h('span', { 'class': 'h' }, i.hours ? hours(i.hours) : ''));
    }));
  }
  function drawAnswer() {
    var box = document.getElementById('answer'), a = answer(), fresh = [];
    if (!a) { box.textContent = 'This page holds no answers, only the map.'; return; }
    var rs = routes(), chosen = rs[view.route], first = rs[0];
    var mv = movements.get(a.movement);
    var asked = [(mv ? mv.name : words(a.movement)) + ' from ' + a.from + ' to ' + a.to + ', ', h('span', { 'class': 'keep' }, a.date)];
    fresh.push(rs.length
      ? h('div', { 'class': 'verdict yes' }, h('strong', {}, rs.length === 1 ? 'One way' : rs.length + ' ways', ', ' + (first.hours != null ? 'the first in ' + hours(first.hours) : km(first.km))), asked)
      : h('div', { 'class': 'verdict no' }, h('strong', {}, 'No way'), asked));
    if (a.truncated) { fresh.push(h('p', { 'class': 'notice' }, 'The search stopped early: ' + a.truncated)); }
    if (view.day !== a.date) {
      fresh.push(h('p', { 'class': 'notice' }, 'The map shows ' + view.day + '; this answer is for ' + a.date + '. ',
        h('button', { type: 'button', 'class': 'plain', on: { click: function () { goTo(a.date); } } }, 'Back to ' + a.date)));
    }
    if (a.noRoute) {
      fresh.push(part('why', 'Why not', null, true, [h('p', {}, a.noRoute.why), a.noRoute.blockers && a.noRoute.blockers.length ? impedimentList(a.noRoute.blockers) : null]));
    }
    if (rs.length) {
      fresh.push(part('routes', 'Routes', rs.length, true, rs.map(function (r, i) {
        var total = (r.states || []).reduce(function (t, s) { return t + s.km; }, 0) || 1;
        return h('button', { type: 'button', 'class': 'route', 'aria-pressed': String(i === view.route), on: { click: function () { view.route = i; drawRoutes(); drawNodes(); drawNames(); drawAnswer(); fitRoute(); remember(); } } },
          h('span', { 'class': 'top' }, h('span', { 'class': 'swatch', style: { background: ROUTES[i % ROUTES.length] } }), h('span', { 'class': 'name' }, r.name)),
          h('span', { 'class': 'sum' }, [km(r.km), r.hours != null ? hours(r.hours) : null, r.costUsd != null ? usd(r.costUsd) : null].filter(Boolean).join(' \u00b7 ')),
          h('span', { 'class': 'bar', title: (r.states || []).map(function (s) { return elementName(s.id) + ' ' + km(s.km); }).join(', ') }, (r.states || []).map(function (s) {
            var share = 100 * s.km / total;
            return h('span', { style: { width: share.toFixed(2) + '%', background: colourOf(s.id), color: s.id.indexOf('-') > 0 ? '#10222c' : '#fff' } }, share > 9 ? s.id : '');
          })),
          h('span', { 'class': 'via' }, (r.crossings || []).length ? 'Crossings: ' + r.crossings.map(nodeName).join('; ') : 'No crossing'),
          h('span', { 'class': 'via' }, 'Needs the yes of ', (r.consents || []).length ? chips(r.consents) : 'nobody'));
      })));
    }
    if (chosen) {
      fresh.push(part('legs', 'By state: ' + chosen.name, null, false, h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Territory'), h('th', { 'class': 'n', scope: 'col' }, 'Length'), h('th', { 'class': 'n', scope: 'col' }, 'Time'))),
        h('tbody', {}, (chosen.states || []).map(function (s) { return h('tr', {}, h('td', {}, chip(s.id)), h('td', { 'class': 'n' }, km(s.km)), h('td', { 'class': 'n' }, hours(s.hours))); })))));
      fresh.push(part('impediments', 'Impediments: ' + chosen.name, (chosen.impediments || []).length, true,
        (chosen.impediments || []).length ? impedimentList(chosen.impediments) : h('p', { 'class': 'hint' }, 'None found.')));
    }
    if ((a.grade || []).length) {
      fresh.push(part('grade', 'Is it unimpeded? By which standard', a.grade.filter(function (g) { return g.reached === 'yes'; }).length + ' of ' + a.grade.length, true,
        h('table', { 'class': 'grade' }, h('tbody', {}, a.grade.map(function (g) {
          return h('tr', {}, h('td', {}, mark(g.reached)), h('td', {}, h('span', { 'class': 'std' }, words(g.standard)), g.definition ? h('div', { 'class': 'hint' }, g.definition) : null, h('div', { 'class': 'why' }, g.why), g.witness ? h('div', { 'class': 'why' }, 'Witness: ' + g.witness) : null));
        })))));
    }
    if (a.leverage) {
      fresh.push(part('power', 'Who can stop it', (a.leverage.factual && a.leverage.factual.vetoes || []).length + ' alone', true, leverage(a.leverage.factual)));
      if (a.leverage.lawful) { fresh.push(part('lawful', 'Who may stop it without breach', null, false, leverage(a.leverage.lawful))); }
    }
    fresh.push(part('all', 'All answers at a glance', D.answers.length, true, overview()));
    box.textContent = '';
    append(box, fresh);
  }
  function overview() {
    var columns = D.movements.filter(function (m) { return D.answers.some(function (a) { return a.movement === m.id; }); }), rows = [];
    D.scenarios.forEach(function (s) {
      Array.from(new Set(D.answers.filter(function (a) { return a.scenario === s.id; }).map(function (a) { return a.date; }))).sort()
        .forEach(function (d) { rows.push([s, d]); });
    });
    return h('table', { 'class': 'grid' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Scenario'), columns.map(function (m) { return h('th', { scope: 'col' }, m.name); }))),
      h('tbody', {}, rows.map(function (r) {
        return h('tr', {}, h('th', { scope: 'row' }, r[0].name, h('div', { 'class': 'day' }, r[1])), columns.map(function (m) {
          var a = D.answers.find(function (x) { return x.scenario === r[0].id && x.date === r[1] && x.movement === m.id; });
          if (!a) { return h('td', {}); }
          var best = (a.routes || [])[0], yes = (a.grade || []).filter(function (g) { return g.reached === 'yes'; }).length;
          return h('td', {}, h('button', { type: 'button', 'class': 'cell ' + (best ? 'yes' : 'no'), 'aria-current': String(a.id === view.answer),
            on: { click: function () { choose(a.id); } } }, best ? (best.hours != null ? hours(best.hours < 10 ? Math.round(best.hours * 2) / 2 : Math.round(best.hours)) : km(best.km)) : 'No way',
            (a.grade || []).length ? h('small', {}, yes + ' of ' + a.grade.length + ' standards') : null));
        }));
      })));
  }

  // ---------------------------------------------------------------- views

  function boundsOf(points) {
    var b = L.latLngBounds([]);
    points.forEach(function (p) { b.extend([p[1], p[0]]); });
    return b;
  }
  function fit(bounds, maxZoom) {
    if (!bounds.isValid()) { return; }
    var wide = map.getSize().x > 600, legendOpen = document.getElementById('legend').open;
    // Beside the legend where there is room for both; the time bar always takes the bottom.
    map.fitBounds(bounds, {
      paddingTopLeft: [wide && legendOpen ? Math.min(document.getElementById('legend').offsetWidth + 24, map.getSize().x / 2) : 24, wide ? 56 : 100], paddingBottomRight: [wide ? 30 : 24, wide ? 110 : 90], maxZoom: maxZoom || 12, animate: false
    });
  }
  function wholeNetwork() {
    var b = boundsOf(D.nodes.filter(function (n) {
      return (incident.get(n.id) || []).some(function (e) { return e.mode === 'road' || e.mode === 'rail'; });
    }).map(function (n) { return [n.lon, n.lat]; }));
    return b.isValid() ? b : boundsOf(D.nodes.map(function (n) { return [n.lon, n.lat]; }));
  }
  function fitRoute() {
    var r = routes()[view.route], points = [];
    (r ? r.edges : []).forEach(function (id) { if (edges.has(id)) { points = points.concat(pathOf(edges.get(id))); } });
    fit(boundsOf(points));
  }
  /** Where the answers play: all their routes; the whole network where there is none. */
  function allRoutes() {
    var points = [];
    D.answers.forEach(function (a) {
      (a.routes || []).forEach(function (r) {
        r.edges.forEach(function (id) { if (edges.has(id)) { points = points.concat(pathOf(edges.get(id))); } });
      });
      (a.fromNodes || []).concat(a.toNodes || []).forEach(function (id) {
        if (nodes.has(id) && rankOf(nodes.get(id)) <= 1) { points.push([nodes.get(id).lon, nodes.get(id).lat]); }
      });
    });
    var b = boundsOf(points);
    return b.isValid() && points.length > 2 ? b : wholeNetwork();
  }
  function drawViews() {
    var box = document.getElementById('views');
    function button(name, action) { append(box, h('button', { type: 'button', on: { click: action } }, name)); }
    button('Corridor', function () { fit(allRoutes()); });
    button('Route', fitRoute);
    button('Whole network', function () { fit(wholeNetwork()); });
    D.views.forEach(function (v) {
      button(v.name, function () { fit(L.latLngBounds([[v.bounds[1], v.bounds[0]], [v.bounds[3], v.bounds[2]]]), 13); });
    });
    var list = document.getElementById('find-list');
    D.nodes.forEach(function (n) { append(list, h('option', { value: n.name }, n.id)); });
    document.getElementById('find').addEventListener('submit', find);
    document.getElementById('find-text').addEventListener('change', find);
  }
  function find(event) {
    event.preventDefault();
    var text = document.getElementById('find-text').value.trim().toLowerCase();
    if (!text) { return; }
    function fits(n, test) { return [n.name, n.id].concat(n.alternatives || []).some(function (x) { return test(String(x).toLowerCase()); }); }
    var hit = D.nodes.find(function (n) { return fits(n, function (x) { return x === text; }); }) ||
      D.nodes.find(function (n) { return fits(n, function (x) { return x.indexOf(text) === 0; }); });
    if (hit) { show(hit.id); }
  }

  // ---------------------------------------------------------------- the address keeps the state

  var silent = false;
  function remember() {
    var c = map.getCenter(), parts = [];
    if (view.answer) { parts.push('answer=' + encodeURIComponent(view.answer)); }
    parts.push('date=' + view.day, 'color=' + view.colour, 'route=' + view.route, 'layers=' + Array.from(view.layers).sort().join(','),
      'view=' + c.lat.toFixed(4) + ',' + c.lng.toFixed(4) + ',' + map.getZoom().toFixed(2));
    silent = true;
    try { history.replaceState(null, '', '#' + parts.join('&')); } catch (refused) { /* some viewers forbid it; the page works without */ }
    silent = false;
  }
  /** Reads #answer=…&date=…&color=…&route=…&layers=…&view=lat,lon,zoom|name&show=id and says whether a view was named. */
  function recall() {
    var asked = {}, placed = false;
    location.hash.replace(/^#/, '').split('&').forEach(function (p) {
      var at = p.indexOf('=');
      if (at > 0) {
        try { asked[p.slice(0, at)] = decodeURIComponent(p.slice(at + 1)); } catch (malformed) { /* not ours */ }
      }
    });
    if (asked.answer && answers.has(asked.answer)) {
      view.answer = asked.answer; view.scenario = answer().scenario; view.day = answer().date; view.route = 0;
      ((movement() || {}).modes || []).forEach(function (x) { if (used.has(x)) { view.layers.add(x); } });
    }
    if (isDay(asked.date || '')) { view.day = asked.date; }
    if (asked.color === 'status' || asked.color === 'jurisdiction') { view.colour = asked.color; }
    if (/^\d+$/.test(asked.route || '') && Number(asked.route) < routes().length) { view.route = Number(asked.route); }
    if (asked.layers) { view.layers = new Set(asked.layers.split(',').filter(function (m) { return MODES[m]; })); }
    if (asked.view) {
      var n = asked.view.split(',').map(Number), named = D.views.find(function (v) { return v.name === asked.view; });
      if (named) { fit(L.latLngBounds([[named.bounds[1], named.bounds[0]], [named.bounds[3], named.bounds[2]]]), 13); placed = true; }
      else if (n.length === 3 && n.every(isFinite)) { map.setView([n[0], n[1]], n[2], { animate: false }); placed = true; }
    }
    return { placed: placed, show: asked.show };
  }

  // ---------------------------------------------------------------- refreshing

  function paintLand() {
    lands.forEach(function (l) {
      var c = mix(view.colour === 'status' ? '#c9c2b0' : colourOf(l.territory.id), '#fbfaf6', view.colour === 'status' ? 0.72 : 0.84);
      l.fill.setStyle({ fillColor: c, fillOpacity: 1, color: c });
    });
  }
  function refreshMap() { paintLand(); drawEdges(); drawRoutes(); drawNodes(); drawTime(); drawNames(); }
  function refreshAll() { drawQuestion(); drawLegend(); drawAnswer(); refreshMap(); }

  document.title = D.title || document.title;
  document.getElementById('subtitle').textContent = (D.subtitle || '') + (D.asOf ? ' (facts last checked ' + D.asOf + ')' : '');
  append(document.getElementById('foot'), D.attribution.concat('Map drawn with Leaflet, BSD 2-Clause').map(function (line) { return h('p', {}, line); }));
  document.getElementById('question').addEventListener('change', function (event) {
    var wish = {};
    wish[event.target.id] = event.target.value;
    pick(wish);
  });
  document.getElementById('question').addEventListener('submit', function (event) { event.preventDefault(); });
  document.getElementById('slider').addEventListener('input', function (event) { goTo(days[Number(event.target.value)]); });
  document.getElementById('day').addEventListener('change', function (event) { goTo(event.target.value.trim()); });
  document.getElementById('earlier').addEventListener('click', function () { goTo(days[days.indexOf(view.day) - 1] || view.day); });
  document.getElementById('later').addEventListener('click', function () { goTo(days[days.indexOf(view.day) + 1] || view.day); });
  var legend = document.getElementById('legend');
  legend.classList.add('left');
  if (map.getSize().x < 800) { legend.open = false; }
  legend.addEventListener('toggle', function () { drawNames(); });

  drawViews();
  fit(allRoutes());
  var recalled = recall();
  refreshAll();
  var lastScale = zoomScale();
  map.on('zoomend', function () {
    if (zoomScale() !== lastScale) { lastScale = zoomScale(); drawEdges(); drawRoutes(); }
    drawNodes();
  });
  map.on('moveend', function () { drawNames(); remember(); });
  map.on('resize', drawNames);
  window.addEventListener('hashchange', function () {
    if (silent) { return; }
    var again = recall();
    refreshAll();
    if (again.show) { show(again.show); }
  });
  if (recalled.show) { show(recalled.show); }
  document.documentElement.dataset.ready = 'true';
})();

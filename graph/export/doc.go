// Package export writes a graph, or a part of it, in the formats of those who
// work on it, and reads back the one that loses nothing.
//
//	ndjson    canonical records, one JSON object a line: canonical.go
//	rows      one row a mediation event, for statistics
//	graphml   the network of rounds, parties, people and what they have to do
//	          with each other, for networkx, igraph, yEd, Cytoscape
//	gexf      the same with its times, for Gephi
//	jsonld    RDF: every claim with its passages, for programs
//	ttl, nq   the same as Turtle and as N-Quads, statement for statement
//	ontology  what our own terms in the RDF mean
//	shapes    what the RDF keeps to, in SHACL
//
// The same graph gives the same bytes: there are no load times, nothing depends
// on the order in which articles were loaded, and everything comes in the order
// of ids. Each export names the snapshot of
// the graph, the vocabulary and the program. ndjson, rows, ttl and nq stream:
// what they hold does not grow with the graph. The others have a cap, and write
// nothing of what is larger.
//
// Passages are told by their place, their article, its outlet, date and
// address, and by a quote of at most 300 characters. Only the canonical export
// has the texts.
//
// Whatever texts hold, files are inert: cells are plain text on one line and no
// formulas, markup is escaped, and characters that change the direction of text
// are left out or written as escapes.
//
// # RDF
//
// A plain triple stands for what the views of the graph show: the best supported
// of what articles affirm. Each claim is also a resource (pt:Claim, a
// rdf:Statement) with its three parts, its status, its modality and how many
// independent sources affirm and deny it; so what is only denied, what a curator
// rejected and what others say instead is told without being asserted. All
// formats have one graph, which Turtle could not divide. There are no blank
// nodes, so that exports can be joined and compared line by line.
//
// A passage is an oa:Annotation whose body is the claim and whose targets are
// parts of the article's stored text, by oa:TextPositionSelector (in characters,
// as the Recommendation asks, not in bytes or UTF-16) and, where the quote is
// whole, by oa:TextQuoteSelector. Claims are prov:wasDerivedFrom their articles.
// What a curator merged into a thing is owl:sameAs it. Topics are SKOS concepts; dates are EDTF literals, with schema.org's dates
// beside them where they are certain.
//
// IRIs begin with https://peacetalks.example/id/, in a domain that is nobody's;
// a server of the graph answers the same path, such as /id/round:astana-14.
//
// # Rows
//
// A row is a round, or a meeting or a plenary at one: med_event_ID is our id, and
// event_type tells which. The names and the codings of columns are those of two
// datasets where these have the variable. MEND is the Mediation Event and
// Negotiators Database (Peter, Badanjak, D'Amico and Houghton 2025,
// doi:10.7910/DVN/PYRHS6); the names are those of its published table. PA-X is
// the Peace Agreements Database (Bell and Badanjak 2019, version 8's codebook).
//
//	column                          source  coding here
//	med_event_ID                    MEND    our id: round:astana-14, meeting:astana-14/iran+russia
//	PP, PPName                      PA-X    process: our id in the place of PA-X's number; its name
//	Day, Month, Year                MEND    of the first day, each empty where it is not certain
//	med_location                    MEND    "City, Country", named as it was then
//	med_loc_cty                     MEND    ISO 3166-1 alpha-3 of the country
//	third_party                     MEND    mediators, guarantors, hosts, observers, guests, and international
//	                                        organisations with a delegation, joined by "; "
//	third_party_id                  MEND    our ids, joined by ";" (third_party_id_MEND and _PAAX have theirs)
//	third_party_id_GW               MEND    Gleditsch and Ward's numbers of states, in the same order; others are empty
//	num_med                         MEND    how many third parties
//	individual_med_named            MEND    people in the delegations of third parties
//	local_parties, local_party_id   MEND    parties with a delegation and no other role
//	num_local                       MEND    how many local parties (MEND: 1 or 2+, which spreadsheets take for 2)
//	local_indiv_group               MEND    people in the delegations of local parties
//	agmt, agmt_name                 MEND    1 if an outcome of the round is an agreement or agreed zones, else 0; its words
//	Summary                         MEND    a short quote; Summary_article, _start_byte and _end_byte tell where it stands
//	source_urls                     MEND    addresses of the articles, joined by ";", the earliest first
//
// These are ours: start_edtf and end_edtf (ISO 8601-2), start_date and end_date
// (the first day of the start and the last of the end) with start_date_latest and
// end_date_earliest, what precision they have, and how the dates were solved;
// mediators, guarantors, hosts, observers and guests apart; individual_roles;
// issues; outcomes; status and modality; disputed (what reports disagree about);
// num_sources (articles) and num_independent_sources (of the best supported claim
// of the row: outlets that cite one agency, and reprints, are one); snapshot,
// vocabulary, program, filter and as_of. A meeting has the place of its round,
// and a plenary its parties; med_location_basis and actors_basis say so. Of
// those who meet without a part in the round, states and international
// organisations count as third parties.
//
// What a coder must judge is not in them: conflict_id, med_bias, med_scope,
// shuttle, med_type and if_loc_belig of MEND; and there are no coordinates.
//
// # Networks
//
// Nodes are the things that somebody affirms; edges are the claims that name
// another thing (basis claim), what follows from an id, such as the party of a
// delegation (basis id), and what the vocabulary knows, such as the country of a
// place (basis vocabulary). Denied and rejected claims are no edges; claims that
// others are preferred to have shown=false. The weight of an edge is how many
// independent sources affirm it.
package export

package extract

import "dateline"

// jailed reads 'the jailed writer' and 'detained activist X' as an arrest of some time ago.
func jailed(r *reader, v *view, found []*draft) []*draft {
	var out []*draft
	for t := range v.s.Tokens {
		if !v.r.lex.acts.has(v.lemma(t), "jails") && !v.r.lex.acts.has(participle[v.lemma(t)], "jails") || v.base(t) != "amod" && v.base(t) != "compound" {
			continue
		}
		h := v.head(t)
		if h <= t || v.plural(h) || !v.inClass(h, "HURTABLE") || at(found, t) != nil {
			continue
		}
		d := v.bare(t, dateline.Arrest, 0.7)
		d.past = true
		d.put(dateline.Arrested, h)
		out = append(out, d)
	}
	return out
}

// participle gives the verb of a participle that the tagger takes for an adjective.
var participle = map[string]string{"jailed": "jail", "imprisoned": "imprison", "detained": "detain", "incarcerated": "incarcerate"}

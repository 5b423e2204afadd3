package eval

import "testing"

func TestPLOVERJudge(t *testing.T) {
	e := ploverEvent{Event: "DEMAND", Source: ploverNames{"rebel leaders"}, Target: ploverNames{"Ruritania", "Sylvania"}}
	demand := ploverRead{class: "REQUEST", sources: []string{"the rebel leaders in the north"}, targets: []string{"Sylvania's government"}}
	toll := ploverRead{class: "ASSAULT", toll: true}
	other := ploverRead{class: "CONSULT", sources: []string{"the king"}, targets: []string{"Ruritania"}}
	for name, c := range map[string]struct {
		got         []ploverRead
		class, both bool
	}{
		"nothing read":            {nil, false, false},
		"both":                    {[]ploverRead{other, demand}, true, true},
		"main statement":          {[]ploverRead{{class: "REQUEST"}, other}, true, false},
		"a toll is not the main":  {[]ploverRead{toll, {class: "REQUEST"}}, true, false},
		"another class first":     {[]ploverRead{other, {class: "REQUEST"}}, false, false},
		"sides of another class":  {[]ploverRead{{class: "CONSULT", sources: demand.sources, targets: demand.targets}}, false, false},
		"the sides the other way": {[]ploverRead{{class: "REQUEST", sources: demand.targets, targets: demand.sources}}, true, false},
	} {
		if class, both := e.judge(c.got); class != c.class || both != c.both {
			t.Errorf("%s: %v %v, want %v %v", name, class, both, c.class, c.both)
		}
	}
}

// Where the coders name no target, both sides may stand as source.
func TestPLOVERReciprocal(t *testing.T) {
	e := ploverEvent{Event: "CONSULT", Source: ploverNames{"Ruritania", "Sylvania"}}
	for _, got := range []ploverRead{
		{class: "CONSULT", sources: []string{"Sylvania"}},
		{class: "CONSULT", sources: []string{"the king"}, targets: []string{"Ruritania"}},
	} {
		if _, both := e.judge([]ploverRead{got}); !both {
			t.Errorf("%+v: want both", got)
		}
	}
}

func TestSameActor(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"the Ruritanian army", "Ruritanian", true},
		{"Foreign Minister Ali Khan", "Khan", true},
		{"members of the union", "several members", true},
		{"the union", "the army", false},
		{"", "the army", false},
		{"Niger", "Nigeria", false},
	} {
		if sameActor(c.a, c.b) != c.same {
			t.Errorf("%q and %q: want %v", c.a, c.b, c.same)
		}
	}
}

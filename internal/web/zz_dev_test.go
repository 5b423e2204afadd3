package web

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/internal/ingest"
	"dateline/internal/ledger"
	"dateline/internal/pipeline"
)

func TestZZServe(t *testing.T) {
	addr := os.Getenv("ZZ_SERVE")
	if addr == "" {
		t.Skip()
	}
	path := filepath.Join(t.TempDir(), "x.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	d := dateline.Date{EDTF: "2024-04-05", From: "2024-04-05", To: "2024-04-05", Anchor: "text"}
	ctx := context.Background()
	for _, in := range []struct {
		p string
		d dateline.Date
	}{{"/work/shared/seeds/001_d91ed18f947f5bf7.txt", d}, {"/work/shared/seeds/000_c751f70716cc99c6.txt", dateline.Date{}}, {"/work/main/data/demo", dateline.Date{}}} {
		if in.p == "/work/main/data/demo" && os.Getenv("ZZ_DEMO") == "" {
			continue
		}
		if in.p != "/work/main/data/demo" && os.Getenv("ZZ_DEMO") == "only" {
			continue
		}
		tl, err := pipeline.Keep(ctx, l, v, pipeline.Run(ctx, ingest.Read(ctx, []string{in.p}, ingest.Options{Published: in.d})), nil)
		t.Log(tl, err)
	}
	http.ListenAndServe(addr, Handler(v, Options{}))
}

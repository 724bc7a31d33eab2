# Two commands are enough: `make serve` and `make test`. `make help` lists the rest.

ARTICLES ?= samples/articles
OUTLETS  ?= $(if $(filter samples/articles,$(ARTICLES)),samples/outlets.csv,config/outlets.csv)
BACKEND  ?= embedded
INDEX    ?= index/$(if $(filter embedded,$(BACKEND)),main,$(BACKEND))
PORT     ?= 5080
SCALES   ?= 1 3 10 30

# The switch that builds the backend on Lucene.Net in (docs/adr/0032); MSBuild reads it from the environment.
LUCENE   ?= $(if $(filter lucene,$(BACKEND))$(filter true,$(LuceneNet)),1)
export LuceneNet := $(if $(filter 1,$(LUCENE)),true)
LUCENE_TESTS := $(if $(LuceneNet),$(wildcard tests/SearchService.Backend.LuceneNet.Tests))
PUBLISHED_AS := artifacts/.$(if $(LuceneNet),with,without)-lucene

SOLUTION := SearchService.sln
DOTNET   := dotnet
BUILD    := $(DOTNET) build -c Release -nodeReuse:false -v quiet -nologo
PUBLISH  := $(DOTNET) publish -c Release -nodeReuse:false -v quiet -nologo
SHARED_SOURCES := $(wildcard Directory.*.props Directory.*.targets global.json src/*/*.csproj)
SOURCES   = $(SHARED_SOURCES) $(shell find src config -type f -not -path '*/bin/*' -not -path '*/obj/*' 2>/dev/null | sed 's/ /\\ /g')

export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1
export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE := 1

.DEFAULT_GOAL := help
.PHONY: help serve build test check bench bench-scale evaluate openapi clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@printf '\n  make serve ARTICLES=path OUTLETS=file INDEX=dir PORT=n serves an archive of your own.\n'
	@printf '  make serve BACKEND=lucene, make test LUCENE=1, make bench LUCENE=1 use Lucene.Net too, whose packages must be there.\n'

serve: artifacts/.published ## Index the articles if they changed, and serve them on http://127.0.0.1:5080
	@artifacts/indexer/indexer build --backend "$(BACKEND)" --if-changed --articles "$(ARTICLES)" --outlets "$(OUTLETS)" --index "$(INDEX)"
	@echo "Search page and endpoint: http://127.0.0.1:$(PORT) (Ctrl-C ends)"
	@exec artifacts/service/SearchService.Web --backend "$(BACKEND)" --index "$(INDEX)" --urls "http://127.0.0.1:$(PORT)"

build: ## Build everything, in Release
	@$(BUILD) $(SOLUTION)

test: build ## Build, and run every test
	@tests/install-browser.sh
	@$(DOTNET) test --solution $(SOLUTION) -c Release --no-build --no-progress
	$(if $(LUCENE_TESTS),@$(BUILD) $(LUCENE_TESTS) && $(DOTNET) test --project $(LUCENE_TESTS) -c Release --no-build --no-progress)

check: build ## Formatting, analyzers, architecture rules, the endpoint's contract
	@$(DOTNET) format $(SOLUTION) --verify-no-changes --no-restore --exclude-diagnostics IDE0005
	@$(DOTNET) test --project tests/SearchService.Architecture.Tests -c Release --no-build --no-progress
	@cmp -s artifacts/openapi/openapi.json docs/openapi.json || { \
	  echo "The endpoint's contract differs from docs/openapi.json. If that is meant: make openapi, and an ADR when it breaks clients."; exit 1; }

bench: export LuceneNetPeers := $(LuceneNet)
bench: build ## Measure against peers; writes docs/benchmarks.md
	@$(DOTNET) run --project tests/SearchService.Benchmarks -c Release --no-build
	$(if $(LuceneNet),@$(DOTNET) run --project tests/SearchService.Benchmarks -c Release --no-build -- views)

bench-scale: build ## Measure how times and sizes grow (SCALES="1 3 10 30" times the articles); writes its section there
	@$(DOTNET) run --project tests/SearchService.Benchmarks -c Release --no-build -- scale $(SCALES)

evaluate: build ## Measure what is found and understood; writes docs/quality.md (ONLY="html feeds": those alone)
	@$(DOTNET) run --project tests/SearchService.Evaluation -c Release --no-build -- $(ONLY)

openapi: build ## Accept the endpoint's contract as it is now
	@cp artifacts/openapi/openapi.json docs/openapi.json

clean: ## Remove what was built and indexed
	@find src tests -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
	@rm -rf artifacts && find index -mindepth 1 ! -name README.md -delete

# Published once for all sources, and again when the switch changes; touched only when both programs are there.
artifacts/.published: $(PUBLISHED_AS) $(SOURCES)
	@echo "Building …"
	@$(PUBLISH) src/SearchService.Indexer -o artifacts/indexer
	@$(PUBLISH) src/SearchService.Web -o artifacts/service
	@touch $@

$(PUBLISHED_AS):
	@rm -rf artifacts/.*lucene artifacts/indexer artifacts/service
	@mkdir -p artifacts && touch $@

using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Indexer.Output;

/// <summary>An answer in the form of the endpoint's <c>/api/search</c>, on one line; what there is not is absent.</summary>
internal static class SearchJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an answer.</summary>
    public static string Of(SearchResponse response) => Write(json =>
    {
        json.WriteStartObject();
        Query(json, response.Query);
        json.WriteNumber("total", response.Total);
        if (response.Stories is { } stories)
        {
            json.WriteNumber("stories", stories);
        }

        json.WriteNumber("tookMicroseconds", (long)response.Took.TotalMicroseconds);
        State(json, response.Index);
        json.WriteStartArray("hits");
        foreach (SearchHit hit in response.Hits)
        {
            Hit(json, hit);
        }

        json.WriteEndArray();
        Facets(json, response.Facets);
        if (response.Histogram is { } histogram)
        {
            Histogram(json, histogram);
        }

        Text(json, "next", response.Next);
        json.WriteEndObject();
    });

    /// <summary>Writes what is in an index.</summary>
    public static string Of(IndexDescription index, BackendCapabilities capabilities) => Write(json =>
    {
        json.WriteStartObject();
        State(json, index.State);
        json.WriteString("backend", index.Backend);
        json.WritePropertyName("capabilities");
        JsonSerializer.Serialize(json, capabilities, JsonSerializerOptions.Web);
        json.WriteNumber("sizeInBytes", index.SizeInBytes);
        json.WriteString("created", index.Created);
        Text(json, "earliest", index.Earliest?.ToString("yyyy-MM-dd"));
        Text(json, "latest", index.Latest?.ToString("yyyy-MM-dd"));
        Facets(json, index.Facets);
        json.WriteStartObject("properties");
        foreach ((string name, string value) in index.Properties.OrderBy(static property => property.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Query(Utf8JsonWriter json, QueryReading query)
    {
        json.WriteStartObject("query");
        json.WriteString("input", query.Input);
        json.WriteString("read", query.Read);
        json.WriteStartArray("notices");
        foreach (var notice in query.Notices)
        {
            json.WriteStartObject();
            json.WriteString("code", notice.Code);
            json.WriteString("message", notice.Message);
            json.WriteNumber("offset", notice.Offset);
            json.WriteNumber("length", notice.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void State(Utf8JsonWriter json, IndexState state)
    {
        json.WriteStartObject("index");
        json.WriteString("name", state.Name);
        json.WriteNumber("generation", state.Generation);
        json.WriteNumber("articles", state.Articles);
        json.WriteEndObject();
    }

    private static void Hit(Utf8JsonWriter json, SearchHit hit)
    {
        Article article = hit.Article;
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteNumber("score", hit.Score);
        json.WriteString("title", article.Title);
        Spans(json, "titleHighlights", hit.TitleHighlights);
        Text(json, "url", article.Url);
        Text(json, "source", article.Source);
        Text(json, "country", article.Country);
        Text(json, "stance", article.Stance);
        Text(json, "date", article.Date?.ToString());
        Text(json, "datePrecision", ArticleJson.Lower(article.Date?.Precision));
        Text(json, "dateAsGiven", article.DateAsGiven);
        Texts(json, "authors", article.Authors);
        Texts(json, "topics", article.Topics);
        Text(json, "language", article.Language);
        if (hit.MatchCount is { } matches)
        {
            json.WriteNumber("matches", matches);
        }

        if (hit.Story is { } story)
        {
            Story(json, story);
        }

        json.WriteStartArray("passages");
        foreach (Passage passage in hit.Passages)
        {
            json.WriteStartObject();
            json.WriteString("text", passage.Text);
            Spans(json, "highlights", passage.Highlights);
            json.WriteNumber("offset", passage.Offset);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!hit.Quotations.IsEmpty)
        {
            json.WriteStartArray("quotes");
            foreach (HitQuotation quotation in hit.Quotations)
            {
                Quotation(json, quotation);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Quotation(Utf8JsonWriter json, HitQuotation quotation)
    {
        Quote quote = quotation.Quote;
        json.WriteStartObject();
        json.WriteString("id", quotation.Id);
        json.WriteString("text", quote.Text);
        Spans(json, "parts", [.. quote.Parts]);
        json.WriteNumber("start", quote.Span.Start);
        json.WriteNumber("end", quote.Span.End);
        json.WriteString("kind", ArticleJson.Lower<QuoteKind>(quote.Kind));
        Text(json, "speaker", quote.Speaker);
        Text(json, "speakerRole", quote.SpeakerRole);
        Text(json, "speakerAs", quote.SpeakerAs);
        if (quote.SpeakerSpan is { } span)
        {
            json.WriteStartArray("speakerSpan");
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        Text(json, "cue", quote.Cue);
        Spans(json, "highlights", quotation.Highlights);
        json.WriteEndObject();
    }

    private static void Story(Utf8JsonWriter json, HitStory story)
    {
        json.WriteStartObject("story");
        json.WriteString("id", story.Id);
        json.WriteNumber("size", story.Size);
        if (story.Matching is { } matching)
        {
            json.WriteNumber("matching", matching);
        }

        Texts(json, "outlets", story.Outlets);
        json.WriteStartObject("first");
        json.WriteString("id", story.First.Id);
        Text(json, "source", story.First.Source);
        Text(json, "date", story.First.Date?.ToString());
        Text(json, "url", story.First.Url);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Facets(Utf8JsonWriter json, ImmutableArray<Facet> facets)
    {
        if (facets.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("facets");
        foreach (Facet facet in facets)
        {
            json.WriteStartObject(facet.Field);
            json.WriteNumber("distinct", facet.Distinct);
            json.WriteNumber("missing", facet.Missing);
            Choice(json, facet.MissingSelected, "missingSelected", "missingExcluded");
            Buckets(json, "values", facet.Values);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Buckets(Utf8JsonWriter json, string name, ImmutableArray<FacetBucket> buckets)
    {
        json.WriteStartArray(name);
        foreach (FacetBucket bucket in buckets)
        {
            json.WriteStartObject();
            json.WriteString("value", bucket.Value);
            json.WriteNumber("count", bucket.Count);
            Choice(json, bucket.Choice, "selected", "excluded");
            if (!bucket.Children.IsDefaultOrEmpty)
            {
                Buckets(json, "children", bucket.Children);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Histogram(Utf8JsonWriter json, Histogram histogram)
    {
        json.WriteStartObject("histogram");
        json.WriteString("interval", ArticleJson.Lower<HistogramInterval>(histogram.Interval));
        json.WriteNumber("missing", histogram.Missing);
        json.WriteStartArray("buckets");
        foreach (HistogramBucket bucket in histogram.Buckets)
        {
            json.WriteStartObject();
            json.WriteString("from", bucket.From.ToString("yyyy-MM-dd"));
            json.WriteNumber("count", bucket.Count);
            json.WriteNumber("covered", bucket.Covered);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter json, BucketChoice choice, string included, string excluded)
    {
        if (choice != BucketChoice.None)
        {
            json.WriteBoolean(choice == BucketChoice.Included ? included : excluded, true);
        }
    }

    private static void Spans(Utf8JsonWriter json, string name, ImmutableArray<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (TextSpan span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Indexer.Output;

/// <summary>An answer for people: articles with passages, then facets. What was noticed goes to standard error.</summary>
/// <remarks>What matched is bold on a terminal, between » and « elsewhere.</remarks>
internal sealed class SearchText(Terminal terminal)
{
    private const int FacetValuesShown = 8;

    private readonly (string Begin, string End) _mark = terminal.OutputIsTerminal ? ("\e[1m", "\e[0m") : ("»", "«");

    /// <summary>Writes an answer.</summary>
    public void Write(SearchResponse response)
    {
        foreach (QueryNotice notice in response.Query.Notices)
        {
            terminal.Error.WriteLine($"note: {notice.Message} (at {notice.Offset}, {notice.Length} long)");
        }

        terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{response.Total:N0} articles{(response.Stories is { } stories ? string.Create(CultureInfo.InvariantCulture, $" in {stories:N0} stories") : "")} · {response.Took.TotalMilliseconds:0.0} ms · {response.Index.Name}, generation {response.Index.Generation}"));
        foreach (SearchHit hit in response.Hits)
        {
            Write(hit);
        }

        if (response.Nothing is { } nothing)
        {
            Write(nothing);
        }

        if (response.DidYouMean is { } meant)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"note: Did you mean: {meant.Text} ({meant.Count:N0} articles)"));
        }

        Facet[] counted = [.. response.Facets.Where(static facet => !facet.Values.IsEmpty || facet.Missing > 0)];
        if (counted.Length > 0)
        {
            terminal.Output.WriteLine();
        }

        foreach (Facet facet in counted)
        {
            Write(facet);
        }

        foreach (HistogramBucket bucket in response.Histogram?.Buckets ?? [])
        {
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bucket.From:yyyy-MM-dd}: {bucket.Count:N0} of {bucket.Covered:N0}"));
        }

        if (response.Next is not null)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine($"more: --cursor {response.Next}");
        }
    }

    private void Write(SearchHit hit)
    {
        Article article = hit.Article;
        string[] facts =
        [
            .. ((IEnumerable<string?>)[article.Source, article.Country, article.Stance, article.Date?.ToString() ?? article.DateAsGiven, string.Join(", ", article.Authors)])
                .Where(static fact => !string.IsNullOrEmpty(fact)).OfType<string>(),
        ];
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(article.Title.Length > 0 ? Marked(article.Title, hit.TitleHighlights) : "(no title)");
        terminal.Output.WriteLine($"  {string.Join(" · ", facts.Append(article.Id))}");
        if (hit.Story is { Size: > 1 } story)
        {
            terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  story {story.Id}: {story.Size:N0} articles · {string.Join(", ", story.Outlets)} · first {story.First.Date?.ToString() ?? "without a date"} {story.First.Source}"));
        }

        foreach (HitQuotation quotation in hit.Quotations)
        {
            Quote quote = quotation.Quote;
            string speaker = string.Join(", ", new[] { quote.Speaker ?? quote.SpeakerAs, quote.SpeakerRole }.OfType<string>());
            terminal.Output.WriteLine($"  “{Marked(quote.Text, quotation.Highlights).ReplaceLineEndings(" ")}”{(speaker.Length == 0 ? "" : $" — {speaker}")}");
        }

        foreach (Passage passage in hit.Passages)
        {
            terminal.Output.WriteLine($"  … {Marked(passage.Text, passage.Highlights).ReplaceLineEndings(" ")}");
        }
    }

    // Why nothing has all that was asked for: each part by itself, and what each filter leaves out.
    private void Write(NothingFound nothing)
    {
        foreach (NeededPart part in nothing.Parts.Where(static part => !part.IsExcluded))
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"note: {part.Text} alone is in {part.Count:N0} articles"));
        }

        foreach (NarrowingFilter filter in nothing.Filters)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"note: without --{filter.Field} there are {filter.Without:N0} articles"));
        }
    }

    private void Write(Facet facet)
    {
        IEnumerable<string> values = facet.Values.Take(FacetValuesShown).Select(static bucket => string.Create(CultureInfo.InvariantCulture, $"{bucket.Value} {bucket.Count:N0}"));
        int more = facet.Distinct - Math.Min(FacetValuesShown, facet.Values.Length);
        string rest = more > 0 ? string.Create(CultureInfo.InvariantCulture, $", and {more:N0} more") : "";
        string missing = facet.Missing > 0 ? string.Create(CultureInfo.InvariantCulture, $" (none: {facet.Missing:N0})") : "";
        terminal.Output.WriteLine($"{facet.Field}: {string.Join(", ", values)}{rest}{missing}");
    }

    private string Marked(string text, ImmutableArray<TextSpan> spans)
    {
        System.Text.StringBuilder marked = new();
        int at = 0;
        foreach (TextSpan span in spans)
        {
            marked.Append(text, at, span.Start - at).Append(_mark.Begin).Append(text, span.Start, span.Length).Append(_mark.End);
            at = span.End;
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }
}

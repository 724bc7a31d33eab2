using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Finds a text that marks by dots what it leaves out: all its pieces, in order, in one paragraph or one quotation.</summary>
internal sealed class OmissionSearch(
    IArticleIndex index, VerificationLimits limits, VerificationRequest request, TextWords words, WordNumbers numbers, CancellationToken cancellationToken)
{
    // Single words in order are in every long paragraph.
    private const int LeastWords = 4;

    public FoundPlaces Find()
    {
        List<int[]> pieces = Pieces(out List<TextSpan> spans);
        if (pieces.Count < 2 || words.Count < LeastWords)
        {
            return FoundPlaces.None;
        }

        int most = Math.Max(limits.MaxArticlesRead, request.Size);
        ArticleMatches matches = index.Search(
            new ArticleQuery { Root = All(spans, QueryFields.Text), Filters = request.Filters, Sort = SortOrder.Oldest, Size = most }, cancellationToken);
        List<VerifiedPlace> places = [.. matches.Hits.Select(hit => InArticle(hit.Article, pieces)).OfType<VerifiedPlace>()];
        long looked = matches.Hits.Length, all = matches.Total;
        if (index.Capabilities.Quotations)
        {
            QuotationMatches quotations = index.SearchQuotations(
                new QuotationQuery { Root = All(spans, QueryFields.Said), Filters = request.Filters, Sort = SortOrder.Oldest, Size = most }, cancellationToken);
            HashSet<string> found = [.. places.Select(static place => place.Article.Id)];
            places.AddRange(quotations.Hits.Where(hit => !found.Contains(hit.Article.Id)).Select(hit => InQuotation(hit.Article, hit.Quote, pieces)).OfType<VerifiedPlace>());
            looked += quotations.Hits.Length;
            all += quotations.Total;
        }

        long articles = places.Select(static place => place.Article.Id).Distinct(StringComparer.Ordinal).Count();
        return new FoundPlaces(articles, looked == all, FoundPlaces.ByDate(places, request.Size));
    }

    /// <summary>The words between dots: <c>…</c>, <c>...</c>, with brackets around them or without.</summary>
    private List<int[]> Pieces(out List<TextSpan> spans)
    {
        List<int[]> pieces = [];
        spans = [];
        for (int first = 0, word = 1; word <= words.Count; word++)
        {
            if (word == words.Count || HasDots(words.Text.AsSpan(words[word - 1].End, words[word].Start - words[word - 1].End)))
            {
                pieces.Add(words.Numbers[first..word].ToArray());
                spans.Add(words.SpanOf(first, word - first));
                first = word;
            }
        }

        if (pieces.Count > limits.MaxPieces)
        {
            throw new InvalidRequestException(
                "too_many_pieces", "text", $"Dots divide the text into {pieces.Count} pieces; at most {limits.MaxPieces} are looked for (limit {nameof(VerificationLimits)}.{nameof(VerificationLimits.MaxPieces)}, which the operator of the service can raise).");
        }

        return pieces;
    }

    private static bool HasDots(ReadOnlySpan<char> between) =>
        between.Contains('…') || between.Contains("...", StringComparison.Ordinal) || between.Contains(". . .", StringComparison.Ordinal);

    private BooleanNode All(List<TextSpan> spans, string field) => new(0, words.Text.Length,
        [.. spans.Select(span => new QueryClause(ClauseKind.Must, new PhraseNode(span.Start, span.Length, field, words.Text[span.Start..span.End])))]);

    private VerifiedPlace? InArticle(Article article, List<int[]> pieces)
    {
        TextWords text = numbers.Read(article.Text, numbersNew: false);
        if (Tightest(text, pieces, oneParagraph: true) is { IsEmpty: false } parts)
        {
            return new VerifiedPlace(article, InTitle: false, parts, PlaceOmission.Marked, QuotationPlaces.Of(article, new TextSpan(parts[0].Start, parts[^1].End)), null);
        }

        return article.Quotes.Select(quote => InQuotation(article, quote, pieces)).FirstOrDefault(static place => place is not null);
    }

    private VerifiedPlace? InQuotation(Article article, Quote quote, List<int[]> pieces)
    {
        TextWords said = numbers.Read(article.Text, numbersNew: false).Only(quote.Parts);
        return Tightest(said, pieces, oneParagraph: false) is { IsEmpty: false } parts
            ? new VerifiedPlace(article, InTitle: false, parts, PlaceOmission.Marked, quote, null)
            : null;
    }

    // From each place of the first piece each other piece at its next place: the shortest of these is the shortest of all that begin there.
    private static ImmutableArray<TextSpan> Tightest(TextWords text, List<int[]> pieces, bool oneParagraph)
    {
        List<int>[] places = [.. pieces.Select(piece => VerbatimPlaces.FirstWords(piece, text).ToList())];
        ImmutableArray<TextSpan> best = [];
        int[] at = new int[pieces.Count];
        foreach (int first in places[0])
        {
            List<TextSpan> spans = [];
            int word = first;
            for (int piece = 0; piece < pieces.Count; piece++)
            {
                while (at[piece] < places[piece].Count && places[piece][at[piece]] < word)
                {
                    at[piece]++;
                }

                if (at[piece] == places[piece].Count)
                {
                    return best;
                }

                spans.AddRange(text.PartsOf(places[piece][at[piece]], pieces[piece].Length));
                word = places[piece][at[piece]] + pieces[piece].Length;
            }

            TextSpan whole = new(spans[0].Start, spans[^1].End);
            bool fits = !oneParagraph || !text.Text.AsSpan(whole.Start, whole.Length).Contains("\n\n", StringComparison.Ordinal);
            if (fits && (best.IsEmpty || whole.Length < best[^1].End - best[0].Start))
            {
                best = [.. spans];
            }
        }

        return best;
    }
}

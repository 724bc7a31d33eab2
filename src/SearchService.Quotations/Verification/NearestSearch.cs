using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Finds passages that are nearly a text: in articles with many of its rare words and pairs of words, compared word by word.</summary>
internal sealed class NearestSearch(
    IArticleIndex index, VerificationLimits limits, VerificationRequest request, TextWords words, WordNumbers numbers, CancellationToken cancellationToken)
{
    public ImmutableArray<VerifiedPlace> Find()
    {
        double[] bits = new WordRarity(index, limits.MaxWordsAsked).BitsOf(words, cancellationToken);
        VerifiedText text = new(words, bits.Length, number => bits[number]);
        NearestPassage nearest = new(text);
        List<Passage> passages =
        [
            .. Candidates(text, QueryFields.Body, limits.MaxArticlesRead).Select(article => InText(article, nearest)).OfType<Passage>(),
            .. Candidates(text, QueryFields.Title, limits.MaxPassagesCompared).Select(article => InTitle(article, nearest)).OfType<Passage>(),
        ];
        Dictionary<string, int[]> stems = [];
        return
        [
            .. passages.OrderBy(static passage => passage.Cost)
                .Take(limits.MaxPassagesCompared)
                .Select(passage => Compare(passage, stems))
                .Where(place => Judgement.IsMadeOf(place.Difference!, text))
                .OrderByDescending(static place => place.Difference!.Similarity)
                .ThenByDescending(static place => place.Quotation is not null)
                .ThenBy(static place => place.Article.Date?.First ?? DateOnly.MaxValue)
                .Take(Math.Max(1, request.Size)),
        ];
    }

    private IEnumerable<Article> Candidates(VerifiedText text, string field, int most)
    {
        if (Clues.Of(text, limits.MaxClues, field) is not { } clues)
        {
            yield break;
        }

        ArticleMatches matches = index.Search(new ArticleQuery { Root = clues, Filters = request.Filters, Size = most }, cancellationToken);
        foreach (SearchHit hit in matches.Hits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return hit.Article;
        }
    }

    // In the text, and in what is said in several parts of it, as if nobody interrupted.
    private Passage? InText(Article article, NearestPassage nearest)
    {
        TextWords whole = numbers.Read(article.Text, numbersNew: false);
        Passage? best = Passage.Of(article, whole, nearest.Find(whole), null, inTitle: false);
        foreach (Quote quote in article.Quotes.Where(static quote => quote.Parts.Count > 1))
        {
            TextWords said = whole.Only(quote.Parts);
            Passage? interrupted = Passage.Of(article, said, nearest.Find(said), quote, inTitle: false);
            best = interrupted is not null && (best is null || interrupted.Cost < best.Cost) ? interrupted : best;
        }

        return best;
    }

    private Passage? InTitle(Article article, NearestPassage nearest)
    {
        TextWords title = numbers.Read(article.Title, numbersNew: false);
        return Passage.Of(article, title, nearest.Find(title), null, inTitle: true);
    }

    private VerifiedPlace Compare(Passage passage, Dictionary<string, int[]> stems)
    {
        string language = passage.Article.Language ?? "";
        if (!stems.TryGetValue(language, out int[]? given))
        {
            stems.Add(language, given = numbers.Stems(words, 0, words.Count, language));
        }

        (int first, int count) = (passage.First, passage.Count);
        WordDifference difference = Difference();
        int before = Lacking(difference.Parts[0]).Count(), after = Lacking(difference.Parts[^1]).Count();
        (int First, int Count) widened = NearestPassage.Widened(passage.Words, first, count, before, after, [.. difference.Parts.SelectMany(Lacking)]);
        if (widened != (first, count))
        {
            (first, count) = widened;
            difference = Difference();
        }

        TextSpan span = passage.Words.SpanOf(first, count);
        return new VerifiedPlace(
            passage.Article,
            passage.InTitle,
            [.. passage.Words.PartsOf(first, count)],
            passage.Quote is null ? PlaceOmission.None : PlaceOmission.Reporter,
            passage.InTitle ? null : passage.Quote ?? QuotationPlaces.Of(passage.Article, span),
            difference);

        WordDifference Difference() => TextDifference.Between(
            new WordsOfText(words, 0, given), new WordsOfText(passage.Words, first, numbers.Stems(passage.Words, first, count, language)));

        IEnumerable<int> Lacking(DifferencePart part)
        {
            (int from, int number) = part is { Kind: DifferenceKind.Inserted, Given: { } span } ? words.Inside(span) : default;
            return words.Numbers.Slice(from, number).ToArray();
        }
    }

    private sealed record Passage(Article Article, TextWords Words, int First, int Count, int Cost, Quote? Quote, bool InTitle)
    {
        public static Passage? Of(Article article, TextWords words, (int First, int Count, int Cost)? found, Quote? quote, bool inTitle) =>
            found is { } at ? new Passage(article, words, at.First, at.Count, at.Cost, quote, inTitle) : null;
    }
}

using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Finds a text as it is: in texts and headlines, and in quotations that a reporter interrupts.</summary>
internal sealed class VerbatimSearch(
    IArticleIndex index, VerificationRequest request, TextWords words, WordNumbers numbers, CancellationToken cancellationToken)
{
    private readonly int[] _needle = words.Numbers.ToArray();

    public FoundPlaces Find()
    {
        ArticleMatches matches = index.Search(
            new ArticleQuery { Root = Phrase(QueryFields.Text), Filters = request.Filters, Sort = SortOrder.Oldest, Size = request.Size }, cancellationToken);
        List<VerifiedPlace> places = [];
        foreach (SearchHit hit in matches.Hits)
        {
            places.AddRange(InArticle(hit.Article));
        }

        long interrupted = 0;
        if (index.Capabilities.Quotations)
        {
            BooleanNode onlyInterrupted = new(0, words.Text.Length, [new QueryClause(ClauseKind.Must, Phrase(QueryFields.Said)), new QueryClause(ClauseKind.MustNot, Phrase(QueryFields.Text))]);
            QuotationMatches quotations = index.SearchQuotations(
                new QuotationQuery { Root = onlyInterrupted, Filters = request.Filters, Sort = SortOrder.Oldest, Size = request.Size }, cancellationToken);
            interrupted = quotations.Total;
            places.AddRange(quotations.Hits.SelectMany(hit => InQuotation(hit.Article, hit.Quote)));
        }

        return new FoundPlaces(matches.Total + interrupted, interrupted <= 1, FoundPlaces.ByDate(places, request.Size));
    }

    private PhraseNode Phrase(string field) => new(0, words.Text.Length, field, words.Text);

    private IEnumerable<VerifiedPlace> InArticle(Article article)
    {
        TextWords text = numbers.Read(article.Text, numbersNew: false);
        TextWords title = numbers.Read(article.Title, numbersNew: false);
        return
        [
            .. VerbatimPlaces.Find(_needle, title).Select(span => new VerifiedPlace(article, InTitle: true, [span], PlaceOmission.None, null, null)),
            .. VerbatimPlaces.Find(_needle, text).Take(request.Size)
                .Select(span => new VerifiedPlace(article, InTitle: false, [span], PlaceOmission.None, QuotationPlaces.Of(article, span), null)),
        ];
    }

    private IEnumerable<VerifiedPlace> InQuotation(Article article, Quote quote)
    {
        TextWords said = numbers.Read(article.Text, numbersNew: false).Only(quote.Parts);
        return VerbatimPlaces.FirstWords(_needle, said).Take(request.Size)
            .Select(first => new VerifiedPlace(article, InTitle: false, [.. said.PartsOf(first, _needle.Length)], PlaceOmission.Reporter, quote, null));
    }
}

using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Queries;

namespace SearchService.Conformance.Oracle;

/// <summary>What a query marks in a text that it found, by the rules: nothing more, nothing less.</summary>
/// <remarks>
/// A word, a pattern's words, an exact phrase from its first to its last word, a sloppy one's words, both sides of what is near. Not what only excludes or
/// filters; nor anything inside a part of the query that can't have matched. What stands in another field isn't known here: it may have.
/// </remarks>
/// <param name="archive">Says where words are.</param>
internal sealed class NaiveMarks(NaiveArchive archive)
{
    private enum Truth
    {
        No,
        Maybe,
        Yes,
    }

    /// <summary>Marks in the title or the text of an article that was found, or in the words of a quotation.</summary>
    /// <param name="root">The query.</param>
    /// <param name="document">An article, or a quotation for a query for quotations.</param>
    /// <param name="field">Title, body or said.</param>
    /// <returns>Ascending, not touching.</returns>
    internal ImmutableArray<TextSpan> In(QueryNode? root, NaiveDocument document, string field)
    {
        List<TextSpan> marks = [];
        if (root is not null)
        {
            Mark(root, document, field, marks);
        }

        return Union(marks);
    }

    /// <summary>What is covered by any.</summary>
    internal static ImmutableArray<TextSpan> Union(IEnumerable<TextSpan> marks)
    {
        List<TextSpan> union = [];
        foreach (TextSpan mark in marks.OrderBy(static mark => mark.Start))
        {
            if (union.Count > 0 && mark.Start <= union[^1].End)
            {
                union[^1] = union[^1] with { End = Math.Max(union[^1].End, mark.End) };
            }
            else
            {
                union.Add(mark);
            }
        }

        return [.. union];
    }

    /// <summary>Where a mark in the words of a quotation is in the article's text: a span for each part that it reaches into.</summary>
    internal static IEnumerable<TextSpan> InArticle(Quote quote, TextSpan mark)
    {
        int at = 0;
        foreach (TextSpan part in quote.Parts)
        {
            int start = Math.Max(mark.Start, at), end = Math.Min(mark.End, at + part.Length);
            if (start < end)
            {
                yield return new TextSpan(part.Start + start - at, part.Start + end - at);
            }

            at += part.Length + 1;
        }
    }

    private Truth Mark(QueryNode node, NaiveDocument document, string field, List<TextSpan> marks)
    {
        bool isQuotation = document.Quote is not null;
        NaiveReading reading = new(node);
        if (!isQuotation && reading.IsOfOneQuotation)
        {
            NaiveDocument[] found = [.. document.Quotations.Where(quotation => archive.Holds(node, quotation))];
            marks.AddRange(field != QueryFields.Body ? [] : found.SelectMany(quotation => In(node, quotation, QueryFields.Said).SelectMany(mark => InArticle(quotation.Quote!, mark))));
            return found.Length > 0 ? Truth.Yes : Truth.No;
        }

        if (isQuotation && QuotationParts.AsksForArticle(node))
        {
            return archive.Holds(node, document) ? Truth.Yes : Truth.No;
        }

        switch (isQuotation ? reading.OfQuotation : reading.OfArticle)
        {
            case AllNode:
                return Truth.Yes;
            case NoneNode:
                return Truth.No;
            case BoostNode boost:
                return Mark(boost.Child, document, field, marks);
            case BooleanNode boolean:
                return MarkClauses(boolean, document, field, marks);
            case ValueNode or DateNode or MissingNode:
            case WildcardNode { Pattern: "*", Field: QueryFields.Said or QueryFields.Speaker }:
                return Truth.Maybe;
            case var place:
                return MarkPlaces(place, document, field, marks);
        }
    }

    private Truth MarkPlaces(QueryNode node, NaiveDocument document, string field, List<TextSpan> marks)
    {
        string looked = new NaiveReading(node).Field;
        if (IsNothing(node))
        {
            return Truth.No;
        }

        if (!NaiveDocument.TextsOf(looked).Contains(field))
        {
            return Truth.Maybe;
        }

        NaiveText text = document[field];
        TextSpan[] found = [.. archive.Places.Of(node, text, document.Analyzer).SelectMany(static place => place.Marks).Select(run => new TextSpan(text.Places[run.Start].Start, text.Places[run.End - 1].End))];
        marks.AddRange(found);
        return found.Length > 0 ? Truth.Yes : looked == QueryFields.Text ? Truth.Maybe : Truth.No;

        bool IsNothing(QueryNode part) => part switch
        {
            WordNode word => NaivePlaces.Read(word.Field, word.Text, document.Analyzer).Length == 0,
            PhraseNode phrase => NaivePlaces.Read(phrase.Field, phrase.Text, document.Analyzer).Length == 0,
            _ => false,
        };
    }

    private Truth MarkClauses(BooleanNode node, NaiveDocument document, string field, List<TextSpan> marks)
    {
        List<TextSpan> inside = [];
        Truth required = Truth.Yes, some = Truth.No;
        foreach (QueryClause clause in node.Clauses)
        {
            List<TextSpan> own = clause.Kind == ClauseKind.MustNot || (clause.Kind == ClauseKind.Must && OnlyFilters(clause.Node)) ? [] : inside;
            Truth truth = Mark(clause.Node, document, field, own);
            (required, some) = clause.Kind switch
            {
                ClauseKind.Must => ((Truth)Math.Min((int)required, (int)truth), Truth.Yes),
                ClauseKind.MustNot => ((Truth)Math.Min((int)required, Truth.Yes - truth), some),
                _ => (required, (Truth)Math.Max((int)some, (int)truth)),
            };
        }

        bool needsSome = node.Clauses.Any(static clause => clause.Kind == ClauseKind.Should) && !node.Clauses.Any(static clause => clause.Kind == ClauseKind.Must);
        Truth all = needsSome ? (Truth)Math.Min((int)required, (int)some) : required;
        if (all != Truth.No)
        {
            marks.AddRange(inside);
        }

        return all;
    }

    /// <summary>Labels, periods and ranges choose articles: what is required of them is not marked.</summary>
    private static bool OnlyFilters(QueryNode node) => node is ValueNode or DateNode or MissingNode or RangeNode or AllNode;
}

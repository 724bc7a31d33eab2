using SearchService.Core.Queries;

namespace SearchService.Conformance.Oracle;

/// <summary>What the room above every backend says of a part of a query, found out once.</summary>
internal sealed class NaiveReading
{
    internal NaiveReading(QueryNode node)
    {
        IsOfOneQuotation = QuotationParts.AsksForOne(node);
        OfQuotation = node is NearNode near ? NearDistribution.Distribute(near) : node;
        OfArticle = OfQuotation is BooleanNode boolean ? QuotationParts.Group(boolean) : OfQuotation;
        Field = QuotationParts.Fields(node).FirstOrDefault("");
    }

    /// <summary>Whether an article has it when one of its quotations does.</summary>
    internal bool IsOfOneQuotation { get; }

    /// <summary>The same, asked of an article: what is asked of one quotation stands together, and nothing that is near is joined by AND.</summary>
    internal QueryNode OfArticle { get; }

    /// <summary>The same, asked of a quotation.</summary>
    internal QueryNode OfQuotation { get; }

    /// <summary>Where it looks, if that is one field.</summary>
    internal string Field { get; }
}

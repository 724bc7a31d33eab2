using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Web.Page.Wording;

/// <summary>A shape for each stance, so that colour never speaks alone: the twin of <c>js/text/stances.js</c>.</summary>
/// <remarks>The vocabulary is the archive's own: shapes are dealt in the order of the alphabet of all its stances, so that a label keeps its shape from search to search.</remarks>
public sealed class StanceShapes
{
    private static readonly string[] Outlines =
    [
        "M5 .6A4.4 4.4 0 1 1 5 9.4 4.4 4.4 0 0 1 5 .6z", // circle
        "M1 1h8v8H1z", // square
        "M5 .6 9.7 9.2H.3z", // triangle
        "M5 0l5 5-5 5-5-5z", // diamond
        "M5 9.4.3.8h9.4z", // triangle on its head
        "M3.4 0h3.2v3.4H10v3.2H6.6V10H3.4V6.6H0V3.4h3.4z", // cross
    ];

    private readonly List<string> _order;

    /// <summary>Learns the archive's vocabulary.</summary>
    /// <param name="archive">Null where it isn't known.</param>
    internal StanceShapes(IndexDescription? archive) =>
        _order = [.. (archive?.Facets.FirstOrDefault(static facet => facet.Field == FacetFields.Stance)?.Values ?? []).Select(static bucket => bucket.Value).Order(StringComparer.Ordinal)];

    /// <summary>The number of a stance's shape and colour, and the outline: a path in a box of ten by ten.</summary>
    public (int Kind, string Outline) Of(string stance)
    {
        int place = _order.IndexOf(stance);
        if (place < 0)
        {
            place = _order.Count;
            _order.Add(stance);
        }

        int kind = place % Outlines.Length;
        return (kind, Outlines[kind]);
    }
}

using System.Collections.Immutable;
using SearchService.Core.Searching;

namespace SearchService.Web.Page.State;

/// <summary>A facet as the page shows it.</summary>
/// <param name="Name">One of <see cref="FacetFields"/>: a parameter of the address, too.</param>
/// <param name="IsOpen">Whether its values are seen before anything is chosen among them.</param>
public sealed record PageField(string Name, bool IsOpen)
{
    /// <summary>All of them, in the order shown.</summary>
    public static ImmutableArray<PageField> All { get; } =
    [
        new(FacetFields.Stance, IsOpen: true),
        new(FacetFields.Source, IsOpen: true),
        new(FacetFields.Country, IsOpen: true),
        new(FacetFields.Date, IsOpen: true),
        new(FacetFields.Speaker, IsOpen: false),
        new(FacetFields.Author, IsOpen: false),
        new(FacetFields.Topic, IsOpen: false),
        new(FacetFields.Language, IsOpen: false),
    ];
}

using SearchService.Core.Searching;
using SearchService.Quotations.Verification;
using SearchService.Web.Features.Search;

namespace SearchService.Web.Features.Verify;

/// <summary>The body of <c>POST /api/verify</c>: the parameters of <c>GET</c>, by the same names.</summary>
/// <remarks>Settable: generated serialization overwrites the defaults of init-only properties.</remarks>
internal sealed record VerifyBody
{
    /// <summary>The words to look for.</summary>
    public string Text { get; set; } = "";

    /// <summary>Places wanted.</summary>
    public int? Size { get; set; }

    /// <summary>Outlets; a leading - excludes, _missing for none.</summary>
    public string[] Source { get; set; } = [];

    /// <summary>ISO 3166 alpha-2.</summary>
    public string[] Country { get; set; } = [];

    /// <summary>Stance labels.</summary>
    public string[] Stance { get; set; } = [];

    /// <summary>Periods.</summary>
    public string[] Date { get; set; } = [];

    /// <summary>Bylines.</summary>
    public string[] Author { get; set; } = [];

    /// <summary>Topics.</summary>
    public string[] Topic { get; set; } = [];

    /// <summary>ISO 639-1.</summary>
    public string[] Language { get; set; } = [];

    /// <summary>Names of people who speak in the article.</summary>
    public string[] Speaker { get; set; } = [];

    /// <summary>Ids of stories.</summary>
    public string[] Story { get; set; } = [];

    internal VerificationRequest ToRequest()
    {
        (string Field, string[] Values)[] filters =
        [
            (FacetFields.Source, Source), (FacetFields.Country, Country), (FacetFields.Stance, Stance), (FacetFields.Date, Date),
            (FacetFields.Author, Author), (FacetFields.Topic, Topic), (FacetFields.Language, Language), (FacetFields.Speaker, Speaker),
            (FacetFields.Story, Story),
        ];
        VerificationRequest request = new() { Text = Text };
        return request with
        {
            Size = Size ?? request.Size,
            Filters = [.. filters.Select(filter => SearchParameters.Filter(filter.Field, filter.Values)).OfType<FacetFilter>()],
        };
    }
}

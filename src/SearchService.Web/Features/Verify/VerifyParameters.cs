using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Verify;

/// <summary>The query string of <c>GET /api/verify</c>.</summary>
internal static class VerifyParameters
{
    private static readonly VerificationLimits Limits = new();

    /// <summary>All parameters: the text, how much is wanted, and a parameter for each facet.</summary>
    internal static ImmutableArray<QueryParameter> All { get; } =
    [
        new("text", $"The words to look for, at most {Limits.MaxLengthInCharacters} characters and {Limits.MaxWords} words. Case, punctuation and quotation marks are of no account; dots mark what is left out."),
        new("size", "Places wanted; of an altered text, passages.")
        {
            Type = JsonSchemaType.Integer, Maximum = Limits.MaxPlaces, Default = JsonValue.Create(new VerificationRequest { Text = "" }.Size),
        },
        .. SearchParameters.Choosing.Where(static parameter => FacetFields.Filters.Contains(parameter.Name)),
    ];

    /// <exception cref="InvalidRequestException">A parameter is unknown or has a value it doesn't take.</exception>
    internal static VerificationRequest Read(HttpRequest request)
    {
        QueryReader query = new(request, All);
        VerificationRequest read = new() { Text = query.Text("text") };
        return read with
        {
            Size = query.Integer("size", read.Size),
            Filters = [.. FacetFields.Filters.Select(field => SearchParameters.Filter(field, query.All(field))).OfType<FacetFilter>()],
        };
    }
}

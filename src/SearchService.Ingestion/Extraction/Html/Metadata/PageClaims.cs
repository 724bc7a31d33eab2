using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>All that the places of a page say, by field; what is asked first stands first.</summary>
internal sealed class PageClaims
{
    // Nobody reads past the first few; a page of nothing but <meta> may give thousands.
    private const int MostOfAField = 64;
    private const int LongestValue = 2000;

    /// <summary>Headlines.</summary>
    public List<Claim> Titles { get; } = [];

    /// <summary>Authors, each place by itself: names of two places aren't mixed.</summary>
    public List<AuthorClaim> Authors { get; } = [];

    /// <summary>Days of publication.</summary>
    public List<Claim> Published { get; } = [];

    /// <summary>Days of the last change, which stand in where nothing says when it was published.</summary>
    public List<Claim> Modified { get; } = [];

    /// <summary>Names of the outlet.</summary>
    public List<Claim> Sites { get; } = [];

    /// <summary>Addresses of the page.</summary>
    public List<Claim> Urls { get; } = [];

    /// <summary>Languages, as tags or names.</summary>
    public List<Claim> Languages { get; } = [];

    /// <summary>Sections of the outlet.</summary>
    public List<Claim> Sections { get; } = [];

    /// <summary>Topics; those of one place together, as <see cref="Claim.Origin"/> tells.</summary>
    public List<Claim> Topics { get; } = [];

    /// <summary>Takes a value down, unless it is empty or far too long for one.</summary>
    public static void Add(List<Claim> claims, string? value, ValueOrigin origin)
    {
        if (claims.Count < MostOfAField && PlainValue.Of(value) is { Length: > 0 and <= LongestValue } plain)
        {
            claims.Add(new Claim(plain, origin));
        }
    }

    /// <summary>Takes names down, unless there are none.</summary>
    public void AddAuthors(IEnumerable<string?> names, ValueOrigin origin)
    {
        List<string> plain = [.. names.Take(MostOfAField).Select(PlainValue.Of).Where(static name => name is { Length: > 0 and <= LongestValue })];
        if (plain.Count > 0 && Authors.Count < MostOfAField)
        {
            Authors.Add(new AuthorClaim(plain, origin));
        }
    }
}

using System.Collections.Specialized;

namespace SearchService.Browser.Tests.Setup;

/// <summary>A request of the page, by its parameters.</summary>
internal sealed class SearchAsked(NameValueCollection parameters)
{
    /// <summary>The query, or nothing.</summary>
    public string Query => parameters["q"] ?? "";

    /// <summary>All values of a parameter, in their order.</summary>
    public IReadOnlyList<string> this[string name] => parameters.GetValues(name) ?? [];
}

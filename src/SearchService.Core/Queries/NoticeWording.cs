using System.Collections.Immutable;
using System.Globalization;

namespace SearchService.Core.Queries;

/// <summary>What is said of something in a query: a constant sentence with places for values, so that other languages can have theirs.</summary>
/// <param name="Code">One of <see cref="QueryNoticeCodes"/>.</param>
/// <param name="Variant">Tells the wordings of one code apart; null for the usual one.</param>
/// <param name="Text">In English, with <c>{0}</c>, <c>{1}</c> … in place of the values.</param>
/// <param name="IsError">Part of the input was not understood or was left out.</param>
public sealed record NoticeWording(string Code, string? Variant, string Text, bool IsError)
{
    /// <summary>The sentence.</summary>
    /// <param name="values">As many as there are places.</param>
    public string With(ImmutableArray<string> values) => string.Format(CultureInfo.InvariantCulture, Text, [.. values]);
}

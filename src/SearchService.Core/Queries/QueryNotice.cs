using System.Collections.Immutable;

namespace SearchService.Core.Queries;

/// <summary>Something a reader should know of how the query was taken, with its place.</summary>
/// <param name="Wording">What is said of it.</param>
/// <param name="Offset">First UTF-16 unit in the input.</param>
/// <param name="Length">UTF-16 units in the input; 0 for a place between two.</param>
/// <param name="Values">What stands in the wording's places, in their order: words of the query, names, numbers in digits.</param>
public sealed record QueryNotice(NoticeWording Wording, int Offset, int Length, params ImmutableArray<string> Values)
{
    /// <summary>One of <see cref="QueryNoticeCodes"/>: stable, for scripts.</summary>
    public string Code => Wording.Code;

    /// <summary>Part of the input was not understood or was left out: <c>strict</c> refuses the query.</summary>
    public bool IsError { get; init; } = Wording.IsError;

    /// <summary>In English: what happened, and what was done about it.</summary>
    public string Message => Wording.With(Values);

    /// <summary>Whether the same is said of the same place.</summary>
    /// <param name="other">Another notice.</param>
    public bool Equals(QueryNotice? other) =>
        other is not null && (Wording, Offset, Length, IsError) == (other.Wording, other.Offset, other.Length, other.IsError) && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Wording, Offset, Length);
}

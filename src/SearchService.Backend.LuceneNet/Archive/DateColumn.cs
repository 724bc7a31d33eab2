using System.Collections.Immutable;
using Lucene.Net.Util;
using SearchService.Core.Articles;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>The dates of every document, in arrays: immutable, read by many threads at once.</summary>
internal sealed class DateColumn
{
    /// <summary>The day of a document that has no date.</summary>
    internal const int None = -1;

    private readonly LabelColumn _labels;
    private readonly int[] _days; // of each ordinal the first

    /// <summary>Makes a column.</summary>
    /// <param name="labels">The dates as they are written.</param>
    /// <exception cref="InvalidDataException">One of them is none.</exception>
    internal DateColumn(LabelColumn labels)
    {
        _labels = labels;
        Values = [.. labels.Values.Select(static text => ArticleDate.TryParse(text, out ArticleDate date) ? date : throw new InvalidDataException($"'{text}' is no date. Build the index anew."))];
        _days = [.. Values.Select(static date => date.First.DayNumber)];
    }

    /// <summary>Gets the dates there are, by ordinal.</summary>
    internal ImmutableArray<ArticleDate> Values { get; }

    /// <summary>The ordinal of a document's date, or <see cref="None"/>.</summary>
    internal int Of(int document) => _labels.Of(document) is [int ordinal, ..] ? ordinal : None;

    /// <summary>The number (<see cref="DateOnly.DayNumber"/>) of the first day of a document's date, or <see cref="None"/>.</summary>
    internal int DayOf(int document) => Of(document) is >= 0 and int ordinal ? _days[ordinal] : None;

    /// <summary>The documents whose date lies wholly within a period.</summary>
    internal FixedBitSet DocumentsIn(DatePeriod period) => _labels.DocumentsWith([.. Values.Select(period.Contains)]);
}

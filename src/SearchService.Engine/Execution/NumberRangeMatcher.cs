using SearchService.Engine.Queries;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents whose number lies in a range, from the column.</summary>
internal sealed class NumberRangeMatcher : SetMatcher
{
    private readonly NumberColumn _column;
    private readonly long _min;
    private readonly long _max;

    private NumberRangeMatcher(NumberColumn column, long min, long max)
    {
        _column = column;
        _min = min;
        _max = max;
    }

    /// <inheritdoc/>
    public override long Cost => _column.DocumentCount - _column.MissingCount;

    /// <summary>Compiles a query for a segment.</summary>
    public static Matcher For(NumberRangeQuery query, SegmentReader segment)
    {
        var column = segment.Numbers(query.Field);
        return query.Min > query.Max || query.Min > column.Max || query.Max < column.Min || column.MissingCount == column.DocumentCount
            ? NoneMatcher.Instance
            : new NumberRangeMatcher(column, query.Min, query.Max);
    }

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        WindowSet.FillTo(set, window.End - window.Start);
        Filter(window, set);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set) => _column.KeepRange(_min, _max, window.Start, set[..window.WordCount]);
}

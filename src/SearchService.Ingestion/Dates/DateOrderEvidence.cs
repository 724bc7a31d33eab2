namespace SearchService.Ingestion.Dates;

/// <summary>What the dates of a source or file that can be read in one way only say of those that can be read in two.</summary>
/// <remarks>One date to the contrary leaves the order unknown: a guess would be wrong for part of them.</remarks>
internal sealed class DateOrderEvidence
{
    /// <summary>Dates that agree, after which no more are looked at.</summary>
    public const int Enough = 5;

    private int _dayFirst;
    private int _monthFirst;

    /// <summary>The order that all the dates seen agree on.</summary>
    public DateOrder Order => (_dayFirst, _monthFirst) switch
    {
        ( > 0, 0) => DateOrder.DayFirst,
        (0, > 0) => DateOrder.MonthFirst,
        _ => DateOrder.Unknown,
    };

    /// <summary>Whether more dates can't change <see cref="Order"/>, or wouldn't be looked at.</summary>
    public bool IsDecided => (_dayFirst > 0 && _monthFirst > 0) || _dayFirst >= Enough || _monthFirst >= Enough;

    /// <summary>Takes a date into account.</summary>
    public void Add(DateReading reading)
    {
        _dayFirst += reading.Order == DateOrder.DayFirst ? 1 : 0;
        _monthFirst += reading.Order == DateOrder.MonthFirst ? 1 : 0;
    }
}

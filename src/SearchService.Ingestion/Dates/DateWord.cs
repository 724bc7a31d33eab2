namespace SearchService.Ingestion.Dates;

/// <summary>What a number before a word counts: "13 days", "2022 г.", "10 h", "1月".</summary>
internal enum DateUnit : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Seconds.</summary>
    Second,

    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}

/// <summary>What a word may be in a date; one word may be several of these, in one language or in two.</summary>
[Flags]
internal enum DateWordRoles : byte
{
    /// <summary>It stands in no date.</summary>
    None = 0,

    /// <summary>It says nothing of the day: "on", "published", "le", "de".</summary>
    Beside = 1,

    /// <summary>It belongs to a time of day before it: "pm", "Uhr", "GMT".</summary>
    AfterTime = 2,

    /// <summary>It counts back: "ago", "vor", "il y a", "назад".</summary>
    Ago = 4,

    /// <summary>It is one: "an hour ago".</summary>
    One = 8,

    /// <summary>It is a day seen from another: see <see cref="DateWord.DaysBack"/>.</summary>
    RelativeDay = 16,
}

/// <summary>A word that stands in dates.</summary>
/// <param name="Roles">What it may be, beside the following.</param>
/// <param name="Month">1 to 12 for a month's name, or 0.</param>
/// <param name="Weekday">1 (Monday) to 7 for a weekday's name, or 0.</param>
/// <param name="Unit">What a number before it counts.</param>
/// <param name="DaysBack">0 for "today", 1 for "yesterday".</param>
internal readonly record struct DateWord(DateWordRoles Roles, byte Month = 0, byte Weekday = 0, DateUnit Unit = DateUnit.None, byte DaysBack = 0)
{
    /// <summary>Whether it has a role.</summary>
    public bool Is(DateWordRoles role) => (Roles & role) != DateWordRoles.None;

    /// <summary>This word and what it is in another language; what was there first stays.</summary>
    public DateWord And(DateWord other) => new(
        Roles | other.Roles,
        Month != 0 ? Month : other.Month,
        Weekday != 0 ? Weekday : other.Weekday,
        Unit != DateUnit.None ? Unit : other.Unit,
        DaysBack != 0 ? DaysBack : other.DaysBack);
}

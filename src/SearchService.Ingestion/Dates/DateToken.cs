namespace SearchService.Ingestion.Dates;

/// <summary>What a part of a date is.</summary>
internal enum DateTokenKind : byte
{
    /// <summary>Digits; <see cref="DateToken.Value"/> is the number.</summary>
    Number,

    /// <summary>A word; <see cref="DateToken.Word"/> says what it may be.</summary>
    Word,

    /// <summary><c>/</c>, <c>-</c> or <c>.</c> between numbers; <see cref="DateToken.Value"/> is the character.</summary>
    Separator,

    /// <summary><c>:</c>, <c>+</c> or <c>T</c>; <see cref="DateToken.Value"/> is the character.</summary>
    TimeMark,

    /// <summary>A month's name that is meant as one; <see cref="DateToken.Value"/> is 1 to 12.</summary>
    Month,

    /// <summary>Passed over.</summary>
    Silent,
}

/// <summary>A part of a date.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">See <see cref="DateTokenKind"/>.</param>
/// <param name="Digits">How many, of a number.</param>
/// <param name="Joined">Whether nothing stands between it and the part before.</param>
/// <param name="Word">Of a word: what it may be. Of a number: what the word after it says that it counts.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Value = 0, int Digits = 0, bool Joined = false, DateWord Word = default)
{
    /// <summary>Whether it is a word that may be something.</summary>
    public bool MayBe(DateWordRoles role) => Kind == DateTokenKind.Word && Word.Is(role);
}

namespace SearchService.Core.Queries.Parsing;

/// <summary>What stands before a term and applies to it.</summary>
/// <param name="Field">A name of <see cref="QueryFields"/>, or <see cref="FieldNames.Missing"/>.</param>
/// <param name="IsNamed">The field was written, before the term or before a group it is in.</param>
/// <param name="Verbatim">Inflections and other spellings are off.</param>
internal readonly record struct Scope(string Field, bool IsNamed, bool Verbatim)
{
    /// <summary>Outside any field that was written.</summary>
    /// <param name="field">Where a word is looked for there.</param>
    public static Scope Outside(string field) => new(field, IsNamed: false, Verbatim: false);

    /// <summary>Whether words, phrases and patterns apply.</summary>
    public bool HoldsWords => QueryFields.OfWords.Contains(Field);

    /// <summary>Whether an article has at most one value: then of values side by side, any one is meant.</summary>
    public bool HoldsOneValue => !HoldsWords && Field != FieldNames.Missing;

    /// <summary>Behind one more name and colon.</summary>
    public Scope Within(string name) => name == FieldNames.Verbatim ? this with { Verbatim = true } : new Scope(name, IsNamed: true, Verbatim);
}

namespace SearchService.Core.Queries;

/// <summary>What a part of a <see cref="QueryOutline"/> asks for.</summary>
public enum OutlineKind
{
    /// <summary>Everything there is.</summary>
    Everything,

    /// <summary>Nothing: what is left of a query that could not be understood.</summary>
    Nothing,

    /// <summary>A word in any inflection, or exactly as written.</summary>
    Word,

    /// <summary>Words as written, in order.</summary>
    Phrase,

    /// <summary>Words that begin so.</summary>
    Prefix,

    /// <summary>Words of a pattern with <c>?</c> and <c>*</c>.</summary>
    Pattern,

    /// <summary>Words at most so many edits away.</summary>
    Fuzzy,

    /// <summary>Words that match a regular expression.</summary>
    Regex,

    /// <summary>Two parts near each other.</summary>
    Near,

    /// <summary>A whole value.</summary>
    Value,

    /// <summary>Values or words between two bounds.</summary>
    Range,

    /// <summary>A period of publication.</summary>
    Period,

    /// <summary>No value in a field.</summary>
    Missing,

    /// <summary>All of the parts.</summary>
    All,

    /// <summary>Any of the parts, as the query says.</summary>
    Any,

    /// <summary>At least one of the parts, because nothing has all of them.</summary>
    Some,

    /// <summary>Not the one part.</summary>
    Not,

    /// <summary>A whole query in a syntax of the backend's own: as it was given.</summary>
    Native,

    /// <summary>What is nested too deep to be told in parts: in the query language.</summary>
    Query,
}

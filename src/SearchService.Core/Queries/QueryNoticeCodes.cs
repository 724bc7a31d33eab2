namespace SearchService.Core.Queries;

/// <summary>The codes of <see cref="QueryNotice"/>; never renamed, never reused.</summary>
/// <remarks><c>docs/query-language.md</c> has a table of them with an example each.</remarks>
public static class QueryNoticeCodes
{
    /// <summary>The backend can't execute this part yet; it was ignored.</summary>
    public const string NotSupportedYet = "not_supported_yet";

    /// <summary>Nothing had all the words; articles with some of them are shown.</summary>
    public const string AllWordsRelaxed = "all_words_relaxed";

    /// <summary>An article that is read hasn't all the words that stand side by side: those that it has are marked.</summary>
    public const string SomeWordsMarked = "some_words_marked";

    /// <summary>Other spellings of a name were searched too.</summary>
    public const string NameVariantsAdded = "name_variants_added";

    /// <summary>Punctuation that means nothing where it stands.</summary>
    public const string IgnoredCharacters = "ignored_characters";

    /// <summary>A question mark at the end of a word, read as punctuation and not as a wildcard.</summary>
    public const string IgnoredQuestionMark = "ignored_question_mark";

    /// <summary>Quotation marks with no word between them.</summary>
    public const string EmptyPhrase = "empty_phrase";

    /// <summary>Parentheses with nothing between them.</summary>
    public const string EmptyGroup = "empty_group";

    /// <summary>An asterisk between quotation marks, where it is a plain character.</summary>
    public const string LiteralWildcard = "literal_wildcard";

    /// <summary>A field's name with a colon and nothing behind it: read as a word.</summary>
    public const string FieldWithoutValue = "field_without_value";

    /// <summary>A <c>+</c>, <c>-</c> or <c>!</c> behind a field's colon: read as if before the field.</summary>
    public const string MisplacedOperator = "misplaced_operator";

    /// <summary>A quotation mark that nothing closes: the phrase ends with the query.</summary>
    public const string UnclosedQuote = "unclosed_quote";

    /// <summary>A parenthesis without its partner.</summary>
    public const string UnbalancedParenthesis = "unbalanced_parenthesis";

    /// <summary>A range without its closing bracket.</summary>
    public const string UnbalancedBracket = "unbalanced_bracket";

    /// <summary>A regular expression without its closing slash: read as words.</summary>
    public const string UnclosedRegex = "unclosed_regex";

    /// <summary>An operator without an operand.</summary>
    public const string DanglingOperator = "dangling_operator";

    /// <summary>A name before a colon that is no field's: read as a word.</summary>
    public const string UnknownField = "unknown_field";

    /// <summary>Not a date, or a period that ends before it begins: ignored.</summary>
    public const string InvalidDate = "invalid_date";

    /// <summary>A bracket behind a field that begins no range: ignored.</summary>
    public const string InvalidRange = "invalid_range";

    /// <summary>Not a weight: ignored.</summary>
    public const string InvalidBoost = "invalid_boost";

    /// <summary>Not a number of edits: the nearest one is used.</summary>
    public const string InvalidFuzziness = "invalid_fuzziness";

    /// <summary>Not a slop: ignored.</summary>
    public const string InvalidSlop = "invalid_slop";

    /// <summary>Not a distance: the default is used.</summary>
    public const string InvalidDistance = "invalid_distance";

    /// <summary><c>NEAR</c> between what has no place in a text: read as <c>AND</c>.</summary>
    public const string NearNotApplicable = "near_not_applicable";

    /// <summary>A pattern, or an edit distance, where none applies.</summary>
    public const string PatternNotApplicable = "pattern_not_applicable";

    /// <summary>A pattern that isn't one, or that the index has no room for: ignored.</summary>
    public const string InvalidPattern = "invalid_pattern";

    /// <summary>A query in a syntax of the backend's own that it can't read: nothing was searched.</summary>
    public const string InvalidQuery = "invalid_query";

    /// <summary>Beyond <see cref="QueryLimits.MaxLengthInCharacters"/>: the rest was not read.</summary>
    public const string QueryTooLong = "query_too_long";

    /// <summary>Beyond <see cref="QueryLimits.MaxDepth"/>: deeper parentheses were not minded.</summary>
    public const string QueryTooDeep = "query_too_deep";

    /// <summary>Beyond <see cref="QueryLimits.MaxClauses"/>: the rest was ignored.</summary>
    public const string TooManyClauses = "too_many_clauses";

    /// <summary>Beyond <see cref="QueryLimits.MaxNotices"/>: there were more.</summary>
    public const string TooManyNotices = "too_many_notices";
}

using System.Collections.Immutable;
using SearchService.Core.Queries.Parsing;

namespace SearchService.Core.Queries;

/// <summary>All that is said of queries.</summary>
/// <remarks><c>docs/query-language.md</c> has a table of them, for whoever words them in another language.</remarks>
public static class NoticeWordings
{
    internal static readonly NoticeWording AllWordsRelaxed = Notice(
        QueryNoticeCodes.AllWordsRelaxed, "Nothing has all of these words; what has some of them is shown.");

    internal static readonly NoticeWording SomeWordsMarked = Notice(
        QueryNoticeCodes.SomeWordsMarked, "The article doesn't have all of these words; those that it has are marked.");

    internal static readonly NoticeWording NameVariantsAdded = Notice(
        QueryNoticeCodes.NameVariantsAdded,
        "Other spellings of the name ‘{0}’ are searched too: {1}. Put it in quotation marks, or write verbatim:{0}, to search for this one alone.");

    internal static readonly NoticeWording NameVariantsInFilter = Notice(
        QueryNoticeCodes.NameVariantsAdded, "Nobody who speaks here is called ‘{0}’; filtered by {1}.", "filter");

    internal static readonly NoticeWording IgnoredCharacters = Notice(QueryNoticeCodes.IgnoredCharacters, "‘{0}’ holds no word and was ignored.");

    internal static readonly NoticeWording IgnoredQuestionMark = Notice(
        QueryNoticeCodes.IgnoredQuestionMark, "The question mark was read as punctuation; {0}:{1}? finds one more letter.");

    internal static readonly NoticeWording LiteralWildcard = Notice(
        QueryNoticeCodes.LiteralWildcard, "Between quotation marks an asterisk stands for nothing but itself; exactly these words were searched.");

    internal static readonly NoticeWording EmptyPhrase = Notice(
        QueryNoticeCodes.EmptyPhrase, "There is no word between these quotation marks; they were ignored.");

    internal static readonly NoticeWording EmptyGroup = Notice(
        QueryNoticeCodes.EmptyGroup, "There is nothing between these parentheses; they were ignored.");

    internal static readonly NoticeWording EmptyGroupOfField = Notice(
        QueryNoticeCodes.EmptyGroup, "Nothing is left between these parentheses; the field before them was ignored too.", "field");

    internal static readonly NoticeWording FieldReadAsWord = Notice(
        QueryNoticeCodes.FieldWithoutValue, "Nothing stands directly behind ‘{0}:’, so it was read as a word; a field is written {0}:word.");

    internal static readonly NoticeWording FieldIgnored = Error(
        QueryNoticeCodes.FieldWithoutValue, "Nothing follows ‘{0}’ and it was ignored.", "ignored");

    internal static readonly NoticeWording MisplacedOperator = Notice(
        QueryNoticeCodes.MisplacedOperator, "A sign stands before its field: this was read as ‘{0}:…’.");

    internal static readonly NoticeWording DanglingOperator = Error(
        QueryNoticeCodes.DanglingOperator, "‘{0}’ has nothing to join and was ignored. In lower case, or between quotation marks, it is a word.");

    internal static readonly NoticeWording OperatorReadAsWord = Notice(
        QueryNoticeCodes.DanglingOperator, "‘{0}’ has nothing to join and was read as a word.", "word");

    internal static readonly NoticeWording UnclosedQuote = Error(
        QueryNoticeCodes.UnclosedQuote, "This quotation mark is never closed; the phrase was taken to go on to the end.");

    internal static readonly NoticeWording UnclosedParenthesis = Error(
        QueryNoticeCodes.UnbalancedParenthesis, "This parenthesis is never closed; the group was taken to go on to the end.");

    internal static readonly NoticeWording UnopenedParenthesis = Error(
        QueryNoticeCodes.UnbalancedParenthesis, "Nothing opens what this parenthesis closes; it was ignored.", "unopened");

    internal static readonly NoticeWording UnbalancedBracket = Error(
        QueryNoticeCodes.UnbalancedBracket, "This bracket is never closed; the range was taken to go on to the end.");

    internal static readonly NoticeWording UnclosedRegex = Error(
        QueryNoticeCodes.UnclosedRegex, "‘{0}’ begins like a regular expression but no slash ends it; it was read as words. \\/ is a plain slash.");

    internal static readonly NoticeWording UnknownField = Error(
        QueryNoticeCodes.UnknownField, "There is no field ‘{0}’; it was read as a word. The fields are {1}.");

    internal static readonly NoticeWording MisspeltField = Error(
        QueryNoticeCodes.UnknownField, "There is no field ‘{0}’; it was read as a word. Did you mean {1}:? The fields are {2}.", "misspelt");

    internal static readonly NoticeWording NeverMissing = Error(
        QueryNoticeCodes.UnknownField, "‘{0}’ was ignored: no article can lack that. What can be missing is {1}.", "missing");

    internal static readonly NoticeWording InvalidDate = Error(
        QueryNoticeCodes.InvalidDate, $"‘{{0}}’ is no period and was ignored. {DateTerms.Forms}");

    internal static readonly NoticeWording InvalidRange = Error(
        QueryNoticeCodes.InvalidRange, "This bracket begins no range and was ignored. Ranges are written [a TO b], with * for an open end.");

    internal static readonly NoticeWording InvalidBoost = Error(
        QueryNoticeCodes.InvalidBoost,
        $"‘{{0}}’ was ignored: a weight is one ^ and a number up to {TermReader.MaxBoost:N0} with at most {TermReader.MaxBoostDecimals} decimals.");

    internal static readonly NoticeWording InvalidFuzziness = Error(
        QueryNoticeCodes.InvalidFuzziness, "‘{0}’ was read as ~{1}: a word may be 1 or 2 edits away.");

    internal static readonly NoticeWording InvalidSlop = Error(
        QueryNoticeCodes.InvalidSlop, $"‘{{0}}’ was ignored: behind a phrase stands ~ and a whole number up to {TermReader.MaxDistance:N0}.");

    internal static readonly NoticeWording InvalidDistance = Error(
        QueryNoticeCodes.InvalidDistance, $"‘{{0}}’ was read as {{1}}: the distance is a whole number of words up to {TermReader.MaxDistance:N0}.");

    internal static readonly NoticeWording NearWithoutPlaces = Error(
        QueryNoticeCodes.NearNotApplicable, "Only words, phrases and patterns of one field have places in a text; ‘{0}’ was read as AND.");

    internal static readonly NoticeWording NearExcluded = Error(
        QueryNoticeCodes.NearNotApplicable, "What is excluded has no place in a text; ‘{0}’ was read as AND.", "excluded");

    internal static readonly NoticeWording NearOfTwoFields = Error(
        QueryNoticeCodes.NearNotApplicable, "‘{0}’ was read as AND: words of ‘{1}’ and of ‘{2}’ stand in different texts.", "fields");

    internal static readonly NoticeWording PatternNotApplicable = Error(
        QueryNoticeCodes.PatternNotApplicable, "‘{0}’ was ignored: ‘{1}’ holds whole values, to which patterns don't apply.");

    internal static readonly NoticeWording TildeNotApplicable = Error(
        QueryNoticeCodes.PatternNotApplicable, "‘{0}’ was ignored: it can stand behind a plain word or a phrase.", "tilde");

    internal static readonly NoticeWording InvalidPattern = Error(QueryNoticeCodes.InvalidPattern, "{0} This part was ignored.");

    internal static readonly NoticeWording InvalidQuery = Error(QueryNoticeCodes.InvalidQuery, "{0} Nothing was searched.");

    internal static readonly NoticeWording NoWildcards = NotYet("wildcards other than an asterisk at the end of a word", "wildcards");

    internal static readonly NoticeWording NoFuzzyWords = NotYet("words by edit distance (~)", "fuzzy");

    internal static readonly NoticeWording NoRegularExpressions = NotYet("regular expressions", "regex");

    internal static readonly NoticeWording NoNear = NotYet("words near each other (NEAR)", "near");

    internal static readonly NoticeWording NoQuotations = NotYet("inside quotations (said:)", "said");

    internal static readonly NoticeWording NoSpeakers = NotYet("for speakers of quotations (speaker:)", "speaker");

    internal static readonly NoticeWording NoStories = NotYet("for the articles of a story (story:)", "story");

    internal static readonly NoticeWording NoSuggestions = Error(QueryNoticeCodes.NotSupportedYet, "This index can't make suggestions yet.", "suggestions");

    internal static readonly NoticeWording QueryTooLong = Error(
        QueryNoticeCodes.QueryTooLong,
        $"The query is {{0}} characters long; what goes beyond {{1}} was not read (limit {nameof(QueryLimits.MaxLengthInCharacters)}, which the operator of the service can raise).");

    internal static readonly NoticeWording QueryTooDeep = Error(
        QueryNoticeCodes.QueryTooDeep,
        $"From here on parentheses within parentheses, or NEAR, are not minded: there are more than {{0}} (limit {nameof(QueryLimits.MaxDepth)}, which the operator of the service can raise to {QueryLimits.HighestDepth}).");

    internal static readonly NoticeWording TooManyClauses = Error(
        QueryNoticeCodes.TooManyClauses,
        $"The words and phrases from here on were ignored: there are more than {{0}} (limit {nameof(QueryLimits.MaxClauses)}, which the operator of the service can raise).");

    internal static readonly NoticeWording TooManyPairs = Error(
        QueryNoticeCodes.TooManyClauses,
        $"‘{{0}}’ was read as AND: each word required on its one side would have to be near each on the other, more than {{1}} further words in all (limit {nameof(QueryLimits.MaxClauses)}, which the operator of the service can raise).",
        "near");

    internal static readonly NoticeWording TooManyNotices = Notice(
        QueryNoticeCodes.TooManyNotices, $"There are {{0}} more notices from here on; at most {{1}} are given (limit {nameof(QueryLimits.MaxNotices)}).");

    /// <summary>Every wording; a code has several where one sentence wouldn't do, each of a variant.</summary>
    public static ImmutableArray<NoticeWording> All { get; } =
    [
        AllWordsRelaxed, SomeWordsMarked, NameVariantsAdded, NameVariantsInFilter, IgnoredCharacters, IgnoredQuestionMark, LiteralWildcard, EmptyPhrase, EmptyGroup, EmptyGroupOfField,
        FieldReadAsWord, FieldIgnored, MisplacedOperator, DanglingOperator, OperatorReadAsWord, UnclosedQuote, UnclosedParenthesis, UnopenedParenthesis,
        UnbalancedBracket, UnclosedRegex, UnknownField, MisspeltField, NeverMissing, InvalidDate, InvalidRange, InvalidBoost, InvalidFuzziness, InvalidSlop,
        InvalidDistance, NearWithoutPlaces, NearExcluded, NearOfTwoFields, PatternNotApplicable, TildeNotApplicable, InvalidPattern, InvalidQuery, NoWildcards, NoFuzzyWords,
        NoRegularExpressions, NoNear, NoQuotations, NoSpeakers, NoStories, NoSuggestions, QueryTooLong, QueryTooDeep, TooManyClauses, TooManyPairs, TooManyNotices,
    ];

    private static NoticeWording Notice(string code, string text, string? variant = null) => new(code, variant, text, IsError: false);

    private static NoticeWording Error(string code, string text, string? variant = null) => new(code, variant, text, IsError: true);

    private static NoticeWording NotYet(string what, string variant) =>
        Error(QueryNoticeCodes.NotSupportedYet, $"This index can't search {what} yet; this part was ignored.", variant);
}

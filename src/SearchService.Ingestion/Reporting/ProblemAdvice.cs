using System.Collections.Frozen;

namespace SearchService.Ingestion.Reporting;

/// <summary>What a person can do about each kind of problem.</summary>
public static class ProblemAdvice
{
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ProblemCodes.PathNotFound] = "Correct the path after --articles.",
        [ProblemCodes.FileUnreadable] = "Give the one who runs the indexer the right to read it.",
        [ProblemCodes.FileEmpty] = "Fetch the file again, or take it out of the set.",
        [ProblemCodes.FileBinary] = "Take it out of the set, or bring it into a form that is read.",
        [ProblemCodes.FormatUnknown] = "Nothing, if these are no articles; else give them the ending of their format.",
        [ProblemCodes.GzipTruncated] = "Fetch the file again: its end is missing.",
        [ProblemCodes.GzipDamaged] = "Fetch the file again.",
        [ProblemCodes.GzipRatio] = "Unpack it yourself, if you trust whoever made it.",
        [ProblemCodes.ArchiveDamaged] = "Fetch the archive again.",
        [ProblemCodes.ArchiveEncrypted] = "Unpack it with its password, and give the files.",
        [ProblemCodes.ArchiveMethod] = "Unpack it with the program that made it, and give the files.",
        [ProblemCodes.ArchiveNested] = "Unpack the outer archive, and give what is in it.",
        [ProblemCodes.ArchiveEntries] = "Unpack it, or make several of it.",
        [ProblemCodes.FormatByContent] = "Nothing; give the file the ending of its format, if names matter to you.",
        [ProblemCodes.WarcDamaged] = "Fetch the crawl again, if what is missing matters.",
        [ProblemCodes.WarcLeftAside] = "Nothing, unless a kind of answer is named that holds articles.",
        [ProblemCodes.PageTooLarge] = "Raise --max-page-mb if the page is one article; take it out of the set if it is made to do harm.",
        [ProblemCodes.PageWithoutText] = "Look at the page: most often a script was to bring the text, and was not run when it was saved.",
        [ProblemCodes.EncodingGuessed] = "Look whether the letters are right; bring the file into UTF-8 where they aren't.",
        [ProblemCodes.EncodingWrong] = "Look whether the letters are right; bring the file into UTF-8 where they aren't.",
        [ProblemCodes.MojibakeMended] = "Nothing; whoever wrote the file reads UTF-8 as something else.",
        [ProblemCodes.MojibakeLeft] = "Fetch the texts again from where they were right.",
        [ProblemCodes.XmlMalformed] = "Nothing, if the items are whole; else tell whoever publishes the feed.",
        [ProblemCodes.XmlEntities] = "Nothing, unless words are missing where an entity stood.",
        [ProblemCodes.NotAFeed] = "Nothing, if it holds no articles.",
        [ProblemCodes.InvalidUtf8] = "Look at the places that are named; bring the file into UTF-8 where letters are wrong.",
        [ProblemCodes.InvalidJson] = "Correct the lines that are named, or ask whoever wrote them.",
        [ProblemCodes.RecordCut] = "Fetch the file again: its end is missing.",
        [ProblemCodes.NotAnObject] = "Write each article as an object: {\"title\":…,\"text\":…}.",
        [ProblemCodes.RecordTooLong] = "Raise --max-record-mb, if the record is one article.",
        [ProblemCodes.TextTooLong] = "Raise --max-text-chars, if the text is one article.",
        [ProblemCodes.ValueTooLong] = "Check that the column is what its name says; --fields FILE gives columns other meanings.",
        [ProblemCodes.ListTooLong] = "Check that the column is what its name says; --fields FILE gives columns other meanings.",
        [ProblemCodes.TooManyFields] = "Check the separator and the quoting of the file.",
        [ProblemCodes.ColumnCount] = "Check the quoting of the lines that are named.",
        [ProblemCodes.CsvQuoting] = "Check the quoting of the lines that are named.",
        [ProblemCodes.TextFieldMissing] = "Say with --fields FILE which column holds the text.",
        [ProblemCodes.EmptyArticle] = "Nothing, if they are empty at their source as well.",
        [ProblemCodes.DuplicateId] = "Nothing, if they are the same article; else give each an id of its own.",
        [ProblemCodes.DuplicateUrl] = "Nothing, if they are the same article; else give each an id of its own.",
        [ProblemCodes.SameUrl] = "Nothing, if these are states of a page that changed; else give them one id.",
        [ProblemCodes.DateRelative] = "Write the day itself; the articles are found under a missing date till then.",
        [ProblemCodes.DateNotUnderstood] = "Correct the dates at their source; the articles are found under a missing date till then.",
        [ProblemCodes.DateAmbiguous] = "Write the dates as 2022-01-13, or add one to the file that can be read in one way only.",
        [ProblemCodes.DateOutOfRange] = "Correct the dates at their source, or set --earliest for an older archive.",
        [ProblemCodes.CountryUnknown] = "Write an ISO 3166 code such as GB, or the English name.",
        [ProblemCodes.LanguageUnknown] = "Write an ISO 639 code such as en, or the English name.",
        [ProblemCodes.LanguageContradicted] = "Nothing; the text's own language was taken.",
        [ProblemCodes.QuotationsLeftOut] = "Nothing, or divide the record into articles; its text is searched whole.",
        [ProblemCodes.UrlNotUnderstood] = "Write addresses in full: https://example.org/article.",
        [ProblemCodes.OutletNameless] = "Give the line of the registry a name or a domain.",
        [ProblemCodes.OutletConflict] = "Take the name or domain out of one of the two lines of the registry.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A sentence for a code; null where there is nothing to be done.</summary>
    /// <param name="code">One of <see cref="ProblemCodes"/>.</param>
    public static string? Of(string code) => Sentences.GetValueOrDefault(code);
}

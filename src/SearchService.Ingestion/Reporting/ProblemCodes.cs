namespace SearchService.Ingestion.Reporting;

/// <summary>The codes of <see cref="IngestionProblem"/>; never renamed, never reused.</summary>
public static class ProblemCodes
{
    /// <summary>A path that was given isn't there.</summary>
    public const string PathNotFound = "path_not_found";

    /// <summary>A file or folder can't be opened or read.</summary>
    public const string FileUnreadable = "file_unreadable";

    /// <summary>A file holds nothing.</summary>
    public const string FileEmpty = "file_empty";

    /// <summary>A file holds bytes that aren't text.</summary>
    public const string FileBinary = "file_binary";

    /// <summary>A file's name says nothing of a format that is read.</summary>
    public const string FormatUnknown = "format_unknown";

    /// <summary>A gzip file ends before its end.</summary>
    public const string GzipTruncated = "gzip_truncated";

    /// <summary>A gzip file is damaged, or isn't one.</summary>
    public const string GzipDamaged = "gzip_damaged";

    /// <summary>A file grows beyond what text does when it is decompressed.</summary>
    public const string GzipRatio = "gzip_ratio";

    /// <summary>A zip archive, or an entry of it, is cut or damaged.</summary>
    public const string ArchiveDamaged = "archive_damaged";

    /// <summary>Entries of a zip archive need a password.</summary>
    public const string ArchiveEncrypted = "archive_encrypted";

    /// <summary>Entries of a zip archive are compressed in a way that isn't read.</summary>
    public const string ArchiveMethod = "archive_method";

    /// <summary>An archive stands inside an archive.</summary>
    public const string ArchiveNested = "archive_nested";

    /// <summary>An archive has more entries than <see cref="IngestionLimits.ArchiveEntries"/>.</summary>
    public const string ArchiveEntries = "archive_entries";

    /// <summary>A file's content is another than its name says, and was read as what it is.</summary>
    public const string FormatByContent = "format_by_content";

    /// <summary>A crawl's record is cut or breaks the rules of WARC.</summary>
    public const string WarcDamaged = "warc_damaged";

    /// <summary>Answers of a crawl that are no articles: other than pages, or not found.</summary>
    public const string WarcLeftAside = "warc_left_aside";

    /// <summary>A page is larger, deeper or fuller of markup than the limits of <see cref="IngestionLimits"/> allow.</summary>
    public const string PageTooLarge = "page_too_large";

    /// <summary>A page has a title and no text.</summary>
    public const string PageWithoutText = "page_without_text";

    /// <summary>An encoding that isn't declared was told by its letters.</summary>
    public const string EncodingGuessed = "encoding_guessed";

    /// <summary>An encoding is declared that isn't the one of the bytes.</summary>
    public const string EncodingWrong = "encoding_wrong";

    /// <summary>Letters that had been read in a wrong encoding were put right.</summary>
    public const string MojibakeMended = "mojibake_mended";

    /// <summary>Letters look as if they had been read in a wrong encoding, and can't be put right with certainty.</summary>
    public const string MojibakeLeft = "mojibake_left";

    /// <summary>Bytes that aren't UTF-8 were read as Windows-1252 or replaced.</summary>
    public const string InvalidUtf8 = "invalid_utf8";

    /// <summary>A record isn't JSON.</summary>
    public const string InvalidJson = "invalid_json";

    /// <summary>The file ends inside a record.</summary>
    public const string RecordCut = "record_cut";

    /// <summary>A JSON value stands where an object should.</summary>
    public const string NotAnObject = "not_an_object";

    /// <summary>A record is larger than <see cref="IngestionLimits.RecordBytes"/>.</summary>
    public const string RecordTooLong = "record_too_long";

    /// <summary>A text is longer than <see cref="IngestionLimits.TextLength"/>.</summary>
    public const string TextTooLong = "text_too_long";

    /// <summary>A value is longer than <see cref="IngestionLimits.ValueLength"/>.</summary>
    public const string ValueTooLong = "value_too_long";

    /// <summary>A list has more entries than <see cref="IngestionLimits.ListEntries"/>.</summary>
    public const string ListTooLong = "list_too_long";

    /// <summary>A record has more fields than <see cref="IngestionLimits.FieldsPerRecord"/>.</summary>
    public const string TooManyFields = "too_many_fields";

    /// <summary>A feed isn't well-formed XML; what could be read was.</summary>
    public const string XmlMalformed = "xml_malformed";

    /// <summary>An XML document declares entities, which are neither expanded nor fetched.</summary>
    public const string XmlEntities = "xml_entities";

    /// <summary>An XML document is something else than a feed of articles.</summary>
    public const string NotAFeed = "not_a_feed";

    /// <summary>A CSV row has other columns than its header.</summary>
    public const string ColumnCount = "column_count";

    /// <summary>A CSV row breaks the rules of quoting.</summary>
    public const string CsvQuoting = "csv_quoting";

    /// <summary>No column or property of the text is there.</summary>
    public const string TextFieldMissing = "text_field_missing";

    /// <summary>Neither title nor text holds anything.</summary>
    public const string EmptyArticle = "empty_article";

    /// <summary>The id was taken by a record before.</summary>
    public const string DuplicateId = "duplicate_id";

    /// <summary>The address was taken by a record before.</summary>
    public const string DuplicateUrl = "duplicate_url";

    /// <summary>Another record of the same address has another id of its own.</summary>
    public const string SameUrl = "same_url";

    /// <summary>A date in no form that is read.</summary>
    public const string DateNotUnderstood = "date_not_understood";

    /// <summary>A date whose day and month can't be told apart.</summary>
    public const string DateAmbiguous = "date_ambiguous";

    /// <summary>A date seen from another one that isn't known: "yesterday".</summary>
    public const string DateRelative = "date_relative";

    /// <summary>A date that no article of this archive can have.</summary>
    public const string DateOutOfRange = "date_out_of_range";

    /// <summary>Not a country's code or English name.</summary>
    public const string CountryUnknown = "country_unknown";

    /// <summary>Not a language's code or English name.</summary>
    public const string LanguageUnknown = "language_unknown";

    /// <summary>A page says it is in another language than its text is in.</summary>
    public const string LanguageContradicted = "language_contradicted";

    /// <summary>An article has more or longer quotations than are taken.</summary>
    public const string QuotationsLeftOut = "quotations_left_out";

    /// <summary>Not a web address.</summary>
    public const string UrlNotUnderstood = "url_not_understood";

    /// <summary>A line of the outlet registry has neither name nor domain.</summary>
    public const string OutletNameless = "outlet_nameless";

    /// <summary>A name, alias or domain belongs to two outlets of the registry.</summary>
    public const string OutletConflict = "outlet_conflict";
}

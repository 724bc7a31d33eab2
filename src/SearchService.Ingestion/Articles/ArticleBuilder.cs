using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction;
using SearchService.Ingestion.Extraction.Html;
using SearchService.Ingestion.Extraction.Pasted;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Outlets;
using SearchService.Ingestion.Readers;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Articles;

/// <summary>Makes articles of records: values understood, the registry consulted, an id given.</summary>
internal sealed class ArticleBuilder(OutletRegistry registry, DateReader dates)
{
    private readonly PastedPageReader _pasted = new(registry, dates);
    private readonly HtmlPageReader _html = new(registry, dates);

    /// <summary>Makes an article.</summary>
    /// <param name="record">As read.</param>
    /// <param name="scope">The file it was read from.</param>
    /// <param name="order">Gives the order of day and month in the dates of a source, or, for null, of this file; asked only where a date needs it.</param>
    public ReadOutcome Build(RawRecord record, ReadScope scope, Func<string?, DateOrder> order)
    {
        Draft draft = new(record, scope);
        if (!record.Has(ArticleField.Text))
        {
            return draft.Rejected(
                ProblemCodes.TextFieldMissing,
                $"The record has no text; properties accepted for it are {string.Join(", ", scope.Names.TextNames)}.",
                record[ArticleField.Title]);
        }

        if (record.TextKind is TextKind.HtmlPage or TextKind.HtmlFragment && PageShape.Refusal(record[ArticleField.Text], scope.Limits) is { } tooLarge)
        {
            return draft.Rejected(ProblemCodes.PageTooLarge, tooLarge, record[ArticleField.Url]);
        }

        PageReading? page = PageOf(record);
        string body = page?.Body ?? record[ArticleField.Text];
        string text = TextNormalizer.Paragraphs(record.TextKind == TextKind.HtmlFragment ? HtmlFragment.TextOf(body) : body);
        if (text.Length > scope.Limits.TextLength)
        {
            return draft.Rejected(
                ProblemCodes.TextTooLong,
                $"The text of {text.Length:N0} characters is longer than the limit of {scope.Limits.TextLength:N0}; --max-text-chars raises it.",
                record[ArticleField.Title]);
        }

        string title = page is { Title.Length: > 0 } ? page.Title : draft.Value(ArticleField.Title);
        if (text.Length == 0 && title.Length == 0)
        {
            return draft.Rejected(ProblemCodes.EmptyArticle, "Neither title nor text holds anything.", draft.Value(ArticleField.Id));
        }

        if (text.Length == 0 && record.TextKind == TextKind.HtmlPage)
        {
            draft.Missing(ProblemCodes.PageWithoutText, ArticleField.Text, "No text of an article was found in this page; it is kept with its title.", title);
        }

        string? url = ReadUrl(draft, page, out Uri? parsedUrl);
        ArticleDate? date = ReadDate(draft, page?.Date ?? draft.Label(ArticleField.Date), () => order(SourceOf(record, page)), out string? dateAsGiven);
        string? given = draft.Label(ArticleField.Source);
        string? host = draft.Label(ArticleField.Host);
        string? source = page?.Outlet?.Name ?? given ?? page?.Source;
        Outlet? outlet = page?.Outlet ?? registry.Find(source, url) ?? registry.ByHost(host);
        if (record.SourceIsTitle && outlet is not null && registry.ByName(source) is null)
        {
            source = null;
        }

        string? country = draft.Code(ArticleField.Country, ProblemCodes.CountryUnknown);
        string? stance = draft.Label(ArticleField.Stance);
        string? language = ReadLanguage(draft, page, title, text, out ValueOrigin? languageFrom);
        IReadOnlyList<string> authors = page is { Authors.Count: > 0 } ? page.Authors : draft.Authors();

        // An alias is filed under the outlet's name, so that the outlet is one value to filter by; it is still the record's word.
        string? filed = source is null ? outlet?.Name : registry.ByName(source)?.Name ?? source;
        Article article = new()
        {
            Id = ReadId(draft) ?? (parsedUrl is not null ? ArticleIds.OfUrl(parsedUrl) : ArticleIds.OfContent(filed, title, date?.ToString() ?? dateAsGiven, text)),
            Url = url,
            Title = title,
            Source = filed,
            Country = country ?? outlet?.Country,
            Stance = stance ?? outlet?.Stance,
            Date = date,
            DateAsGiven = dateAsGiven,
            Authors = authors,
            Topics = page is { Topics.Count: > 0 } ? page.Topics : draft.Topics(),
            Language = language,
            Text = text,
            File = scope.File.Name,
            From = new ArticleOrigins
            {
                Title = title.Length == 0 ? null : Origin(page is { Title.Length: > 0 }, page?.From.Title),
                Url = url is null ? null : Origin(page?.Url == url, page?.From.Url),
                Source = source is not null ? Origin(page?.Outlet is not null || given is null, page?.From.Source) : outlet is not null ? ValueOrigin.Registry : null,
                Country = country is not null ? ValueOrigin.Record : outlet?.Country is not null ? ValueOrigin.Registry : null,
                Stance = stance is not null ? ValueOrigin.Record : outlet?.Stance is not null ? ValueOrigin.Registry : null,
                Date = date is null ? null : Origin(page?.Date is not null, page?.From.Date),
                Authors = authors.Count == 0 ? null : Origin(page is { Authors.Count: > 0 }, page?.From.Authors),
                Language = languageFrom,
            },
        };
        return new ReadOutcome(draft.Place, article, draft.Problems(article.Id))
        {
            OutletKnown = registry.Count == 0 || (filed ?? url ?? host) is null ? null : outlet is not null,
            OutletAddress = url ?? host,
        };
    }

    /// <summary>A record's date, and the key of the outlet it is a date of, or null.</summary>
    public (string? Source, DateReading Date) DateOf(RawRecord record)
    {
        // What saved pages say in their markup isn't written by day and month; they would be parsed twice.
        if (record.TextKind == TextKind.HtmlPage)
        {
            return (null, default);
        }

        PageReading? page = PageOf(record);
        return (SourceOf(record, page), dates.Read(page?.Date ?? record[ArticleField.Date]));
    }

    // The outlet's name in the registry, or else in the record, or else the host.
    private string? SourceOf(RawRecord record, PageReading? page)
    {
        string url = page?.Url ?? record[ArticleField.Url];
        string name = page?.Outlet?.Name ?? (record[ArticleField.Source] is { Length: > 0 } given ? given : page?.Source ?? "");
        string key = NameKey.Of((registry.Find(name, url) ?? registry.ByHost(record[ArticleField.Host]))?.Name ?? name);
        return key.Length > 0 ? key
            : WebAddress.TryHost(url, out string host) || WebAddress.TryHost(record[ArticleField.Host], out host) ? host
            : null;
    }

    private PageReading? PageOf(RawRecord record) => record.TextKind switch
    {
        TextKind.PastedPage => _pasted.Read(record[ArticleField.Text]),
        TextKind.HtmlPage => _html.Read(record[ArticleField.Text], record[ArticleField.Url] is { Length: > 0 } url ? url : null),
        _ => null,
    };

    private static ValueOrigin Origin(bool ofPage, ValueOrigin? origin) => ofPage ? origin ?? ValueOrigin.Page : ValueOrigin.Record;

    private static string? ReadId(Draft draft) => draft.Label(ArticleField.Id);

    // What a page gives as its own address is the same for all the addresses it is saved under. Where it was is known otherwise, that
    // counts against a page that gives another site's address, or the front page's, as many do for all of theirs.
    private static string? ReadUrl(Draft draft, PageReading? page, out Uri? parsed)
    {
        string? given = draft.Label(ArticleField.Url);
        if (page?.Url is { } own && WebAddress.TryRead(own, out string ofPage, out parsed)
            && (given is null || (parsed!.AbsolutePath.Length > 1 && WebAddress.TryHost(given, out string host) && host == WebAddress.BareHost(parsed.Host))))
        {
            return ofPage;
        }

        parsed = null;
        if (given is null)
        {
            return null;
        }

        if (WebAddress.TryRead(given, out string url, out parsed))
        {
            return url;
        }

        parsed = null;
        draft.Missing(ProblemCodes.UrlNotUnderstood, ArticleField.Url, "This is no web address.", given);
        return null;
    }

    private static string? ReadLanguage(Draft draft, PageReading? page, string title, string text, out ValueOrigin? from)
    {
        from = ValueOrigin.Record;
        if (draft.Code(ArticleField.Language, ProblemCodes.LanguageUnknown) is { } own)
        {
            return own;
        }

        string? ofPage = page?.Language is { } tag && CodeTable.Languages.TryFindTag(tag, out string code) ? code : null;
        if (ofPage is null)
        {
            string? detected = ArticleLanguage.Of(title, text);
            from = detected is null ? null : ValueOrigin.Detected;
            return detected;
        }

        if (ArticleLanguage.Contradicting(title, text, ofPage) is { } other)
        {
            from = ValueOrigin.Detected;
            draft.Note(ProblemCodes.LanguageContradicted, ArticleField.Language, $"The page says '{ofPage}'; its text is in '{other}', which is what counts.", ofPage);
            return other;
        }

        from = page?.From.Language ?? ValueOrigin.Page;
        return ofPage;
    }

    private ArticleDate? ReadDate(Draft draft, string? given, Func<DateOrder> order, out string? asGiven)
    {
        asGiven = given;
        if (given is null)
        {
            return null;
        }

        DateReading reading = dates.Read(given);
        if (reading.Kind == DateReadingKind.Ambiguous)
        {
            reading = dates.Read(given, order());
        }

        switch (reading.Kind)
        {
            case DateReadingKind.Understood:
                asGiven = null;
                return reading.Date;
            case DateReadingKind.Ambiguous:
                draft.Missing(
                    ProblemCodes.DateAmbiguous,
                    ArticleField.Date,
                    $"{reading.Date} or {reading.Other}: no other date of its source tells which of the two is the day.",
                    given);
                return null;
            case DateReadingKind.OutOfRange:
                draft.Missing(ProblemCodes.DateOutOfRange, ArticleField.Date, $"No article of this archive can be of {reading.Date}.", given);
                return null;
            case DateReadingKind.Relative:
                draft.Missing(ProblemCodes.DateRelative, ArticleField.Date, "This is seen from a day that isn't known, and isn't guessed.", given);
                return null;
            default:
                draft.Missing(ProblemCodes.DateNotUnderstood, ArticleField.Date, "This is no date in a form that is known.", given);
                return null;
        }
    }

    /// <summary>A record on its way, with what was wrong with it.</summary>
    private sealed class Draft(RawRecord record, ReadScope scope)
    {
        private List<IngestionProblem>? _problems;

        public RecordPlace Place { get; } = new(scope.File.Path, record.Line);

        /// <summary>A value on one line, or the empty string.</summary>
        public string Value(ArticleField field)
        {
            string value = record[field];
            return value.Length > 0 && IsTaken(field, value) ? TextNormalizer.Line(value) : "";
        }

        /// <summary>Whether a value is no longer than may be; one that is, is reported.</summary>
        public bool IsTaken(ArticleField field, string value)
        {
            bool taken = value.Length <= scope.Limits.ValueLength;
            if (!taken)
            {
                Missing(ProblemCodes.ValueTooLong, field, $"The value of {value.Length:N0} characters is longer than the limit of {scope.Limits.ValueLength:N0}.", value);
            }

            return taken;
        }

        /// <summary>A value on one line, or null where there is none.</summary>
        public string? Label(ArticleField field) => Value(field) is var value && scope.Names.IsEmpty(value) ? null : value;

        public string? Code(ArticleField field, string problem)
        {
            string? given = Label(field);
            if (given is null)
            {
                return null;
            }

            bool country = field == ArticleField.Country;
            if (country ? CodeTable.Countries.TryFind(given, out string code) : CodeTable.Languages.TryFindTag(given, out code))
            {
                return code;
            }

            Missing(problem, field, country ? "Neither an ISO 3166 code nor the English name of a country." : "Neither an ISO 639 code nor the English name of a language.", given);
            return null;
        }

        public List<string> Authors() =>
            record.List(ArticleField.Authors) is { } entries ? AuthorNames.Of(entries.Where(entry => IsTaken(ArticleField.Authors, entry)))
            : Label(ArticleField.Authors) is { } byline ? AuthorNames.Split(byline) : [];

        public IReadOnlyList<string> Topics()
        {
            IEnumerable<string> entries = record.List(ArticleField.Topics)?.Where(entry => IsTaken(ArticleField.Topics, entry))
                ?? (Label(ArticleField.Topics) is { } topics ? topics.Trim('[', ']').Split((char[])[',', ';', '|']) : (IEnumerable<string>)[]);
            return [.. entries.Select(static entry => TextNormalizer.Line(entry.Trim().Trim('\'', '"'))).Where(static entry => entry.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase)];
        }

        public void Missing(string code, ArticleField field, string reason, string value) => Add(code, ProblemEffect.ValueMissing, field, reason, value);

        public void Note(string code, ArticleField field, string reason, string value) => Add(code, ProblemEffect.Noted, field, reason, value);

        private void Add(string code, ProblemEffect effect, ArticleField field, string reason, string value) =>
            (_problems ??= []).Add(scope.Problem(code, effect, record.Line, reason, value, field.ToString().ToLowerInvariant()));

        public ReadOutcome Rejected(string code, string reason, string excerpt) =>
            new(Place, null, [.. record.Problems, scope.Problem(code, ProblemEffect.RecordRejected, record.Line, reason, excerpt)]);

        public ImmutableArray<IngestionProblem> Problems(string id) => _problems is null && record.Problems.Count == 0
            ? []
            : [.. record.Problems.Concat(_problems ?? (IEnumerable<IngestionProblem>)[]).Select(problem => problem with { Id = id })];
    }
}

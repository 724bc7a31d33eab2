using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>One record as its file has it: values by field, not yet understood.</summary>
internal sealed class RawRecord(long line)
{
    private const int FieldCount = (int)ArticleField.Language + 1;

    private readonly Value[] _values = new Value[FieldCount];
    private List<IngestionProblem>? _problems;

    /// <summary>The line it begins on, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>What <see cref="ArticleField.Text"/> is.</summary>
    public TextKind TextKind { get; init; }

    /// <summary>
    /// Whether <see cref="ArticleField.Source"/> is the title of what the record stands in, such as a feed, which needn't be the outlet's
    /// name: an outlet that the registry knows by the record's address is then believed before it.
    /// </summary>
    public bool SourceIsTitle { get; init; }

    /// <summary>What was noticed while reading; the record is kept.</summary>
    public IReadOnlyList<IngestionProblem> Problems => _problems ?? (IReadOnlyList<IngestionProblem>)[];

    /// <summary>Whether the file has a column or property of this field at all, be it empty.</summary>
    public bool Has(ArticleField field) => _values[(int)field].Present;

    /// <summary>A value, or the empty string.</summary>
    public string this[ArticleField field] => _values[(int)field].Text ?? "";

    /// <summary>The entries of a field that the file gives as a list, or null where it gives one value.</summary>
    public IReadOnlyList<string>? List(ArticleField field) => _values[(int)field].Entries;

    /// <summary>Whether a value of this rank would be taken: no better one is there.</summary>
    public bool Wants(ArticleField field, int rank)
    {
        ref Value value = ref _values[(int)field];
        return !value.Filled || rank < value.Rank;
    }

    /// <summary>Sets a value, unless it is empty or a better one is there.</summary>
    /// <param name="field">Of the article.</param>
    /// <param name="rank">Of the column's name: lower wins.</param>
    /// <param name="text">The value.</param>
    /// <param name="entries">Its entries, where it is a list; <paramref name="text"/> is then the first.</param>
    public void Set(ArticleField field, int rank, string text, List<string>? entries = null)
    {
        ref Value value = ref _values[(int)field];
        value.Present = true;
        if (!string.IsNullOrWhiteSpace(text) && Wants(field, rank))
        {
            (value.Text, value.Entries, value.Rank, value.Filled) = (text, entries, rank, true);
        }
    }

    /// <summary>Changes a value, and each of its entries where it is a list of other things than paragraphs.</summary>
    /// <param name="field">Of the article.</param>
    /// <param name="change">Gives the new value, or the same one.</param>
    public void Change(ArticleField field, Func<string, string> change)
    {
        ref Value value = ref _values[(int)field];
        if (field != ArticleField.Text && value.Entries is { Count: > 0 } entries)
        {
            value.Entries = entries.ConvertAll(entry => change(entry));
            value.Text = value.Entries[0];
        }
        else if (value.Text is { } text)
        {
            value.Text = change(text);
        }
    }

    /// <summary>Says that the file has the field, without a value.</summary>
    public void SetPresent(ArticleField field) => _values[(int)field].Present = true;

    /// <summary>Notes something; the record is kept.</summary>
    public void Note(IngestionProblem problem) => (_problems ??= []).Add(problem);

    private struct Value
    {
        public string? Text;
        public List<string>? Entries;
        public int Rank;
        public bool Present;
        public bool Filled;
    }
}

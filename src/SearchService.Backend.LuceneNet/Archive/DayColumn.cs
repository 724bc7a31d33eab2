using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>The dates of every document, in arrays: immutable, read by many threads at once.</summary>
internal sealed class DayColumn
{
    /// <summary>What a document has that has no date.</summary>
    internal const int None = -1;

    private readonly int[] _days;

    /// <summary>Reads a column.</summary>
    /// <param name="reader">The whole index.</param>
    /// <param name="field">A field of numbers of days.</param>
    /// <param name="owners">For each document the one whose date it has.</param>
    internal DayColumn(IndexReader reader, string field, int[] owners)
    {
        _days = new int[reader.MaxDoc];
        NumericDocValues? values = MultiDocValues.GetNumericValues(reader, field);
        IBits? having = MultiDocValues.GetDocsWithField(reader, field);
        for (int document = 0; document < _days.Length; document++)
        {
            int owner = owners[document];
            _days[document] = values is not null && having!.Get(owner) ? (int)values.Get(owner) : None;
        }
    }

    /// <summary>The day number of a document, or <see cref="None"/>.</summary>
    internal int this[int document] => _days[document];
}

using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Index.Writing;

/// <summary>Writes the terms and postings that an inverter holds in memory to a segment.</summary>
/// <remarks>Made for one flush.</remarks>
internal sealed class BufferedTerms(TextInverter text, int[][] order)
{
    private readonly DerivedTerms _derived = text.InvertDerivations();
    private readonly TermOccurrences _occurrences = new(); // of terms with one source, which nearly all are
    private readonly PostingsUnion _union = new();

    /// <summary>Writes the dictionaries of a field.</summary>
    /// <param name="writer">A segment that has the field's norms.</param>
    /// <param name="field">The field's number.</param>
    /// <param name="forms">The forms it indexes.</param>
    /// <param name="cancellation">Looked at once a term.</param>
    public void Write(SegmentWriter writer, int field, ImmutableArray<TermForm> forms, CancellationToken cancellation)
    {
        Span<int> self = stackalloc int[1];
        foreach (TermForm form in forms)
        {
            using TermFieldWriter terms = writer.BeginTerms(field, form);
            foreach (int term in order[(field * TextInverter.FormsPerField) + (int)form])
            {
                cancellation.ThrowIfCancellationRequested();
                self[0] = term;
                ReadOnlySpan<int> derivedFrom = _derived.Sources(term);
                ReadOnlySpan<int> sources = derivedFrom.IsEmpty && form == TermForm.Written ? self : derivedFrom;
                if (sources.IsEmpty || !text.Postings.Occurs(sources[0]))
                {
                    continue; // met only in a document that was left out
                }

                terms.BeginTerm(text.Terms.Bytes(term));
                if (sources.Length == 1)
                {
                    _occurrences.Read(text.Postings, sources[0]);
                    terms.Add(_occurrences.Documents, _occurrences.Frequencies, _occurrences.PositionGaps);
                    continue;
                }

                _union.Reset(text.Postings, sources);
                while (_union.Next())
                {
                    terms.Add(_union.Document, _union.Positions);
                }
            }
        }
    }
}

using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Norms;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Index.Verification;

/// <summary>Walks dictionaries with their postings, positions and impacts.</summary>
internal sealed class TermsCheck(SegmentReader segment, CheckTally tally, CancellationToken cancellation)
{
    private const int BatchLength = 1000; // not a multiple of a block, so that batches and blocks meet in every way

    private readonly long[] _lengths = new long[segment.DocumentCount]; // sums of the frequencies of the form walked last
    private readonly int[] _documents = new int[BatchLength];
    private readonly int[] _frequencies = new int[BatchLength];
    private readonly Impact[] _impacts = new Impact[256];
    private readonly Impact[] _termImpacts = new Impact[256];
    private readonly byte[] _previous = new byte[TermsFormat.MaxTermLength];
    private PostingsCursor? _postings;
    private PositionsCursor? _positions;

    private string TermsName => segment.Info.Name + SegmentFiles.Terms;

    private string PostingsName => segment.Info.Name + SegmentFiles.Postings;

    private string PositionsName => segment.Info.Name + SegmentFiles.Positions;

    /// <summary>Walks one dictionary.</summary>
    /// <param name="field">The number of a text field.</param>
    /// <param name="form">One of its forms.</param>
    public void Run(int field, TermForm form)
    {
        Array.Clear(_lengths);
        _positions = null; // a cursor is good for one field
        TermDictionary dictionary = segment.Terms(field, form);
        TermEnumerator terms = dictionary.From([]);
        int count = 0;
        int previousLength = 0;
        while (terms.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> term = terms.Term;
            if (count > 0 && term.SequenceCompareTo(_previous.AsSpan(0, previousLength)) <= 0)
            {
                tally.Error(TermsName, $"the term {Show(term)} of field {field} isn't above the one before");
            }

            TermEntry entry = terms.Entry;
            if (!dictionary.TryFind(term, out TermEntry found) || found.DocumentFrequency != entry.DocumentFrequency || found.Postings != entry.Postings)
            {
                tally.Error(TermsName, $"the term {Show(term)} of field {field} is there, but looking it up doesn't find it");
            }

            CheckPostings(field, term, entry);
            term.CopyTo(_previous);
            previousLength = term.Length;
            count++;
        }

        tally.Terms += count;
        tally.Expect(count == dictionary.TermCount, TermsName, () => $"field {field} should have {dictionary.TermCount} terms of form {form}, but has {count}");
    }

    /// <summary>Compares the lengths that the walk added up with the field's norms and its count of tokens.</summary>
    /// <param name="field">The field walked last.</param>
    /// <param name="form">The form walked last: one that every token has.</param>
    /// <param name="file">The norms file, for findings.</param>
    public void CompareLengths(int field, TermForm form, string file)
    {
        ReadOnlySpan<byte> norms = segment.Norms(field);
        PositionSpace space = segment.Space(field);
        long tokens = 0;
        int documents = 0;
        for (int doc = 0; doc < _lengths.Length; doc++)
        {
            long length = _lengths[doc];
            tokens += length;
            documents += length > 0 ? 1 : 0;
            if (length != space.LengthOf(doc))
            {
                tally.Error(file, $"document {doc} should have {length} tokens of form {form} in field {field}, but has {space.LengthOf(doc)}");
            }

            byte norm = NormCodec.Encode((int)Math.Min(length, int.MaxValue));
            if (norm != norms[doc])
            {
                tally.Error(file, $"document {doc} should have norm {norm} in field {field}, for {length} tokens of form {form}, but has {norms[doc]}");
            }
        }

        tally.Expect(tokens == segment.TokenCount(field), file, () => $"field {field} should have {segment.TokenCount(field)} tokens, but form {form} has {tokens}");
        tally.Expect(documents == segment.DocumentsWith(field), file, () => $"field {field} should be in {segment.DocumentsWith(field)} documents, but form {form} is in {documents}");
    }

    private void CheckPostings(int field, ReadOnlySpan<byte> term, in TermEntry entry)
    {
        PostingsCursor postings = OpenPostings(entry);
        PositionsCursor positions = OpenPositions(field, entry);
        ReadOnlySpan<byte> norms = segment.Norms(field);
        int previous = -1;
        int ordinal = 0;
        long total = 0;
        long totalPositions = 0;
        int block = -1;
        int impacts = 0;
        int termImpacts = postings.Impacts(postings.BlockCount, _termImpacts);
        for (int count; (count = postings.Next(segment.DocumentCount, _documents, _frequencies)) > 0;)
        {
            for (int i = 0; i < count; i++, ordinal++)
            {
                int document = _documents[i];
                int frequency = _frequencies[i];
                if (document <= previous || document >= segment.DocumentCount || frequency < 1)
                {
                    tally.Error(PostingsName, $"term {Show(term)} of field {field}: document {document} with frequency {frequency} after document {previous}");
                    return;
                }

                previous = document;
                total += frequency;
                _lengths[document] += frequency;
                totalPositions += CheckPositions(positions, field, term, document, frequency);
                if (ordinal / PostingsFormat.BlockLength != block)
                {
                    block = ordinal / PostingsFormat.BlockLength;
                    impacts = postings.Impacts(block, _impacts);
                }

                bool bounded = entry.DocumentFrequency < PostingsFormat.BlockLength
                    || (Covers(_impacts.AsSpan(0, impacts), frequency, norms[document]) && Covers(_termImpacts.AsSpan(0, termImpacts), frequency, norms[document]));
                if (!bounded)
                {
                    tally.Error(PostingsName, $"term {Show(term)} of field {field}: frequency {frequency} and norm {norms[document]} of document {document} are above the block's impacts");
                }
            }
        }

        tally.Postings += ordinal;
        tally.Positions += totalPositions;
        if (ordinal != entry.DocumentFrequency || total != entry.TotalFrequency)
        {
            tally.Error(PostingsName, $"term {Show(term)} of field {field} should be in {entry.DocumentFrequency} documents {entry.TotalFrequency} times, but is in {ordinal} documents {total} times");
        }
    }

    private int CheckPositions(PositionsCursor positions, int field, ReadOnlySpan<byte> term, int document, int frequency)
    {
        if (positions.NextDocument() != document || positions.Frequency != frequency)
        {
            tally.Error(PositionsName, $"term {Show(term)} of field {field}: positions of document {positions.Doc} where those of {document} should be");
            return 0;
        }

        int previous = -1;
        foreach (int position in positions.Positions)
        {
            if (position <= previous)
            {
                tally.Error(PositionsName, $"term {Show(term)} of field {field}, document {document}: position {position} after {previous}");
            }

            previous = position;
        }

        return frequency;
    }

    private PostingsCursor OpenPostings(in TermEntry entry)
    {
        if (_postings is null)
        {
            return _postings = segment.Postings(entry);
        }

        _postings.Reset(entry);
        return _postings;
    }

    private PositionsCursor OpenPositions(int field, in TermEntry entry)
    {
        if (_positions is null)
        {
            return _positions = segment.Positions(field, entry);
        }

        _positions.Reset(entry);
        return _positions;
    }

    private static bool Covers(ReadOnlySpan<Impact> impacts, int frequency, byte norm)
    {
        foreach (Impact impact in impacts)
        {
            if (impact.Frequency >= frequency && impact.Norm <= norm)
            {
                return true;
            }
        }

        return false;
    }

    private static string Show(ReadOnlySpan<byte> term) => $"'{Encoding.UTF8.GetString(term)}'";
}

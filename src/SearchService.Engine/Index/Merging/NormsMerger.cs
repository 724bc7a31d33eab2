using SearchService.Analysis;
using SearchService.Engine.Kernels;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Norms;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Index.Merging;

/// <summary>Merges the lengths of a text field, and counts the tokens and documents that stay.</summary>
internal static class NormsMerger
{
    /// <summary>Writes a field's norms.</summary>
    public static void Merge(MergeSource[] sources, SegmentWriter writer, int field, CancellationToken cancellation)
    {
        byte[] norms = new byte[writer.DocumentCount];
        long tokens = 0;
        int documents = 0;
        foreach (MergeSource source in sources)
        {
            ReadOnlySpan<byte> old = source.Reader.Norms(field);
            for (int document = 0; document < old.Length; document++)
            {
                if (source.Documents.TryGet(document, out int id))
                {
                    norms[id] = old[document];
                    documents += old[document] > 0 ? 1 : 0;
                }
            }

            tokens += source.Reader.TokenCount(field);
            if (source.Reader.Deleted is { } deleted)
            {
                tokens -= CountTokens(source.Reader, field, deleted, cancellation);
            }
        }

        writer.WriteNorms(field, norms, tokens, documents);
    }

    /// <summary>
    /// How many tokens the deleted documents have. A norm rounds, so they are counted in the postings: each token has exactly
    /// one written form and one word.
    /// </summary>
    private static long CountTokens(SegmentReader reader, int field, BitSet deleted, CancellationToken cancellation)
    {
        FieldDefinition definition = reader.Schema[field];
        TermForm form = definition.Forms.Contains(TermForm.Word) ? TermForm.Word : TermForm.Written;
        if (!definition.Forms.Contains(form))
        {
            return EstimateTokens(reader, field, deleted);
        }

        long tokens = 0;
        Span<int> documents = stackalloc int[PostingsFormat.BlockLength];
        Span<int> frequencies = stackalloc int[PostingsFormat.BlockLength];
        PostingsCursor? postings = null;
        TermEnumerator terms = reader.Terms(field, form).From([]);
        while (terms.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            postings ??= reader.Postings(terms.Entry);
            postings.Reset(terms.Entry);
            for (int count; (count = postings.Next(int.MaxValue, documents, frequencies)) > 0;)
            {
                for (int i = 0; i < count; i++)
                {
                    tokens += deleted[documents[i]] ? frequencies[i] : 0;
                }
            }
        }

        return tokens;
    }

    // A field that indexes nothing but folded forms, which not every token has.
    private static long EstimateTokens(SegmentReader reader, int field, BitSet deleted)
    {
        long tokens = 0;
        ReadOnlySpan<byte> norms = reader.Norms(field);
        for (int document = 0; document < norms.Length; document++)
        {
            tokens += deleted[document] ? NormCodec.Decode(norms[document]) : 0;
        }

        return tokens;
    }
}

using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using SearchService.Analysis;

namespace SearchService.Backend.LuceneNet.Indexing;

/// <summary>The term of a token, as bytes: those of the analyzer are UTF-8 already.</summary>
internal sealed class TermAttribute : Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
{
    /// <inheritdoc/>
    public BytesRef BytesRef { get; } = new(LongTerms.MaxLength + 1);

    /// <inheritdoc/>
    public void FillBytesRef()
    {
        // Filled by Set.
    }

    /// <inheritdoc/>
    public override void Clear() => BytesRef.Length = 0;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((TermAttribute)target).BytesRef.CopyBytes(BytesRef);

    internal void Set(TermForm form, ReadOnlySpan<byte> term) => TermBytes.Fill(BytesRef, form, term);
}

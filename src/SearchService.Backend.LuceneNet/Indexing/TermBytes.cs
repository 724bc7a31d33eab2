using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Analysis;

namespace SearchService.Backend.LuceneNet.Indexing;

/// <summary>Terms as they stand in the index: a byte for their form, then the term.</summary>
/// <remarks>So the forms of a token share one field and one position, and what is looked for by different forms can be near each other.</remarks>
internal static class TermBytes
{
    /// <summary>The byte that the terms of a form begin with: a letter, for those who look into the index.</summary>
    internal static byte MarkOf(TermForm form) => form switch
    {
        TermForm.Written => (byte)'w',
        TermForm.Folded => (byte)'f',
        _ => (byte)'s',
    };

    /// <summary>The form of a term.</summary>
    internal static TermForm FormOf(BytesRef term) => term.Bytes[term.Offset] switch
    {
        (byte)'w' => TermForm.Written,
        (byte)'f' => TermForm.Folded,
        _ => TermForm.Word,
    };

    /// <summary>Makes a term in a place that is used again and again.</summary>
    /// <param name="place">With room for it.</param>
    /// <param name="form">Its form.</param>
    /// <param name="term">In UTF-8, as the analyzer emits it.</param>
    internal static void Fill(BytesRef place, TermForm form, ReadOnlySpan<byte> term)
    {
        place.Bytes[0] = MarkOf(form);
        term.CopyTo(place.Bytes.AsSpan(1));
        place.Length = term.Length + 1;
    }

    /// <summary>A term.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="term">In UTF-8, as the analyzer emits it.</param>
    internal static BytesRef Of(TermForm form, ReadOnlySpan<byte> term)
    {
        byte[] bytes = new byte[term.Length + 1];
        bytes[0] = MarkOf(form);
        term.CopyTo(bytes.AsSpan(1));
        return new BytesRef(bytes);
    }

    /// <summary>A term of a field.</summary>
    internal static Term Of(string field, TermForm form, ReadOnlySpan<byte> term) => new(field, Of(form, term));

    /// <summary>The term without its form.</summary>
    internal static ReadOnlySpan<byte> Unmarked(BytesRef term) => term.Bytes.AsSpan(term.Offset + 1, term.Length - 1);
}

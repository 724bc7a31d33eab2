using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>Which documents are articles, and which quotations stand in which: all documents from the article before up to an article are of its block.</summary>
internal sealed class ArticleBlocks
{
    private readonly int[] _articles; // ascending
    private readonly int[] _owners;   // of each document its article

    /// <summary>Finds them.</summary>
    /// <param name="reader">The whole index.</param>
    /// <exception cref="InvalidDataException">A quotation stands in no article.</exception>
    internal ArticleBlocks(IndexReader reader)
    {
        IBits? articles = MultiDocValues.GetDocsWithField(reader, ArticleFields.Fingerprint);
        _articles = [.. Enumerable.Range(0, reader.MaxDoc).Where(document => articles is not null && articles.Get(document))];
        _owners = new int[reader.MaxDoc];
        int first = 0;
        foreach (int article in _articles)
        {
            _owners.AsSpan(first..(article + 1)).Fill(article);
            first = article + 1;
        }

        if (first != reader.MaxDoc)
        {
            throw new InvalidDataException($"Quotation {first} stands in no article. Build the index anew.");
        }
    }

    /// <summary>Gets how many articles there are.</summary>
    internal int Count => _articles.Length;

    /// <summary>The article that a document is, or stands in.</summary>
    internal int ArticleOf(int document) => _owners[document];

    /// <summary>The articles: a set of its own.</summary>
    internal FixedBitSet Articles()
    {
        FixedBitSet set = new(_owners.Length);
        foreach (int article in _articles)
        {
            set.Set(article);
        }

        return set;
    }

    /// <summary>The documents of those blocks whose article is wanted.</summary>
    internal FixedBitSet Where(Func<int, bool> wanted)
    {
        FixedBitSet set = new(_owners.Length);
        int first = 0;
        foreach (int article in _articles)
        {
            if (wanted(article))
            {
                set.Set(first, article + 1);
            }

            first = article + 1;
        }

        return set;
    }
}

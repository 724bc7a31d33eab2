namespace SearchService.Ingestion.Stories;

/// <summary>Which articles have a shingle: a hash table in a bounded number of bytes.</summary>
/// <remarks>
/// A shingle that one article has takes 8 bytes, each further article 8 more. When the bytes are used up, shingles with the larger half of
/// hashes are forgotten, and not taken any more. Not thread-safe.
/// </remarks>
internal sealed class ShingleIndex
{
    private const int BytesPerSlot = 8;
    private const int BytesPerLink = 8;
    private const int Common = int.MinValue;

    private readonly long _mostBytes;
    private readonly int _mostArticles;

    // A slot's value: an article; or ~ of the list's first link; or that the shingle is common. Key 0 marks a free slot.
    private uint[] _keys;
    private int[] _values;
    private int _used;
    private readonly List<(int Article, int Next)> _links = [];
    private int _freeLink = -1;
    private ulong _bound = 1UL << 32;

    /// <summary>Makes an empty one.</summary>
    /// <param name="mostBytes">That it may take.</param>
    /// <param name="mostArticles">Of a shingle, before it is too common to be of use.</param>
    public ShingleIndex(long mostBytes, int mostArticles)
    {
        _mostBytes = mostBytes;
        _mostArticles = mostArticles;
        _keys = new uint[1 << 12];
        _values = new int[1 << 12];
    }

    /// <summary>Bytes that it takes.</summary>
    public long LengthInBytes => ((long)_keys.Length * BytesPerSlot) + ((long)_links.Count * BytesPerLink);

    /// <summary>Lists the articles of a shingle.</summary>
    /// <param name="key">The shingle.</param>
    /// <param name="articles">Overwritten; none for a shingle that is common.</param>
    /// <returns>Whether the shingle can tell one story from others: it is not common, nor forgotten.</returns>
    public bool Find(uint key, List<int> articles)
    {
        articles.Clear();
        if (key >= _bound)
        {
            return false;
        }

        int slot = SlotOf(key);
        if (_keys[slot] == 0)
        {
            return true;
        }

        int value = _values[slot];
        if (value == Common)
        {
            return false;
        }

        if (value >= 0)
        {
            articles.Add(value);
            return true;
        }

        for (int link = ~value; link >= 0; link = _links[link].Next)
        {
            articles.Add(_links[link].Article);
        }

        return true;
    }

    /// <summary>Adds an article to a shingle.</summary>
    /// <param name="key">The shingle.</param>
    /// <param name="article">The article.</param>
    /// <param name="before">How many articles <see cref="Find"/> gives.</param>
    public void Add(uint key, int article, int before)
    {
        if (key >= _bound)
        {
            return;
        }

        int slot = SlotOf(key);
        if (_keys[slot] == 0)
        {
            _keys[slot] = Stored(key);
            _values[slot] = article;
            if (++_used > _keys.Length / 3 * 2)
            {
                Grow();
            }
        }
        else if (before >= _mostArticles)
        {
            Free(_values[slot]);
            _values[slot] = Common;
        }
        else if (_values[slot] != Common)
        {
            if (_freeLink < 0 && LengthInBytes >= _mostBytes)
            {
                Forget();
                Add(key, article, before);
                return;
            }

            int rest = _values[slot] >= 0 ? Link(_values[slot], -1) : ~_values[slot];
            _values[slot] = ~Link(article, rest);
        }
    }

    private int SlotOf(uint key)
    {
        uint stored = Stored(key);
        int mask = _keys.Length - 1;
        int slot = (int)((stored * 0x9E3779B97F4A7C15UL) >> 34) & mask;
        while (_keys[slot] != 0 && _keys[slot] != stored)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static uint Stored(uint key) => Math.Max(key, 1);

    private int Link(int article, int next)
    {
        if (_freeLink < 0)
        {
            _links.Add((article, next));
            return _links.Count - 1;
        }

        int link = _freeLink;
        _freeLink = _links[link].Next;
        _links[link] = (article, next);
        return link;
    }

    private void Free(int value)
    {
        int link = value is < 0 and not Common ? ~value : -1;
        while (link >= 0)
        {
            int next = _links[link].Next;
            _links[link] = (-1, _freeLink);
            _freeLink = link;
            link = next;
        }
    }

    private void Grow()
    {
        if (LengthInBytes + ((long)_keys.Length * BytesPerSlot) <= _mostBytes && _keys.Length < 1 << 30)
        {
            Rehash(_keys.Length * 2);
            return;
        }

        Forget();
    }

    // Until there is room again: the links of what is forgotten are free, the table stays as it is.
    private void Forget()
    {
        do
        {
            _bound /= 2;
            Rehash(_keys.Length);
        }
        while (_freeLink < 0 && _bound > 0 && _used > _keys.Length / 3);
    }

    private void Rehash(int length)
    {
        (uint[] keys, int[] values) = (_keys, _values);
        _keys = new uint[length];
        _values = new int[length];
        _used = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
            {
                continue;
            }

            if (keys[i] >= _bound)
            {
                Free(values[i]);
                continue;
            }

            int slot = SlotOf(keys[i]);
            _keys[slot] = keys[i];
            _values[slot] = values[i];
            _used++;
        }
    }
}

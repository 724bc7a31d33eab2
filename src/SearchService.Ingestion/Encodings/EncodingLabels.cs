using System.Text;

namespace SearchService.Ingestion.Encodings;

/// <summary>Finds the encoding that a page, a header or a declaration means by a label.</summary>
/// <remarks>After the labels of the Encoding Standard (encoding.spec.whatwg.org, section 4.2): what they mean in practice, not by their letters.</remarks>
internal static class EncodingLabels
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false);

    /// <summary>Gets an encoding by its code page.</summary>
    public static Encoding OfCodePage(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);

    /// <summary>Finds an encoding.</summary>
    /// <param name="label">As written; space and case around it don't matter.</param>
    /// <returns>Null for a label that means nothing.</returns>
    public static Encoding? Find(ReadOnlySpan<char> label)
    {
        string name = label.Trim(" \t\r\n\"'").ToString().ToLowerInvariant();
        switch (name)
        {
            case "":
                return null;
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "x-unicode20utf8":
                return Utf8;
            case "utf-16le" or "utf-16" or "ucs-2" or "unicode" or "iso-10646-ucs-2" or "csunicode":
                return Encoding.Unicode;
            case "utf-16be" or "unicodefffe":
                return Encoding.BigEndianUnicode;
            case "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii" or "cp1252" or "x-cp1252" or "ansi":
                return OfCodePage(1252);
            case "iso-8859-9" or "iso8859-9" or "latin5" or "x-cp1254":
                return OfCodePage(1254);
            case "iso-8859-11" or "iso8859-11" or "tis-620" or "dos-874":
                return OfCodePage(874);
            case "gb2312" or "gb_2312-80" or "gb_2312" or "gbk" or "x-gbk" or "chinese" or "csgb2312" or "gb18030":
                return OfCodePage(54936);
            case "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" or "ms932":
                return OfCodePage(932);
            case "euc-jp" or "x-euc-jp" or "cseucpkdfmtjapanese":
                return OfCodePage(51932);
            case "iso-2022-jp" or "csiso2022jp":
                return OfCodePage(50220);
            case "euc-kr" or "ks_c_5601-1987" or "ks_c_5601-1989" or "ksc5601" or "ksc_5601" or "korean" or "windows-949" or "cp949":
                return OfCodePage(949);
            case "big5" or "big5-hkscs" or "cn-big5" or "x-x-big5" or "csbig5":
                return OfCodePage(950);
            case "x-mac-cyrillic" or "x-mac-ukrainian":
                return OfCodePage(10007);
            case "koi8-u" or "koi8-ru":
                return OfCodePage(21866);
            case "koi8-r" or "koi8" or "koi" or "koi8_r":
                return OfCodePage(20866);
        }

        if ((name.StartsWith("cp", StringComparison.Ordinal) || name.StartsWith("x-cp", StringComparison.Ordinal)) && name.Length > 4)
        {
            name = $"windows-{name[(name.LastIndexOf('p') + 1)..]}";
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

namespace SearchService.Quotations.Text;

/// <summary>The signs that quotations stand between, in all styles.</summary>
internal static class QuotationMarks
{
    /// <summary>Tells whether a UTF-16 unit is a quotation mark of any style, or an apostrophe.</summary>
    public static bool IsMark(char unit) => IsDouble(unit) || IsSingle(unit);

    /// <summary>Tells whether a UTF-16 unit is a mark that nothing else looks like.</summary>
    public static bool IsDouble(char unit) => unit switch
    {
        '"' => true,
        < '\u00AB' => false,
        '«' or '»' or '“' or '”' or '„' or '‟' or '＂' or '〝' or '〞' or '〟' or '「' or '」' or '『' or '』' => true,
        _ => false,
    };

    /// <summary>Tells whether a UTF-16 unit is a mark that apostrophes look like, or a single angle.</summary>
    public static bool IsSingle(char unit) => unit is '\'' or '‘' or '’' or '‚' or '‛' or '‹' or '›' or '`' or '´';
}

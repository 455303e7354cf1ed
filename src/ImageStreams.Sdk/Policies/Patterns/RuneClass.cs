namespace ImageStreams.Policies;

/// <summary>A class of code points, with its answers for ASCII computed once.</summary>
internal sealed class RuneClass
{
    private const int AsciiCount = 128;

    private readonly RuneItem[] _items;
    private readonly bool _isNegated;
    private readonly UInt128 _ascii;

    /// <summary>A class of all items, or of all that is in none of them.</summary>
    public RuneClass(IEnumerable<RuneItem> items, bool isNegated = false)
    {
        _items = [.. items];
        _isNegated = isNegated;
        for (var rune = 0; rune < AsciiCount; rune++)
        {
            _ascii |= FindContains(rune) ? UInt128.One << rune : UInt128.Zero;
        }
    }

    /// <summary>Every code point.</summary>
    public static RuneClass Everything { get; } = new([RuneItem.Everything]);

    /// <summary>Every code point but the line feed.</summary>
    public static RuneClass NotNewline { get; } = new([RuneItem.FromRanges(['\n', '\n'])], isNegated: true);

    /// <summary>Tests whether a code point is in the class.</summary>
    public bool Contains(int rune) =>
        rune < AsciiCount ? ((_ascii >> rune) & UInt128.One) != UInt128.Zero : FindContains(rune);

    private bool FindContains(int rune) => Array.Exists(_items, item => item.Contains(rune)) != _isNegated;
}

namespace ImageStreams.References;

/// <summary>Looks up the class of a character.</summary>
internal static class CharClasses
{
    private const char KelvinSign = '\u212A';
    private const char CapitalIWithDot = '\u0130';

    private static readonly CharClass[] Ascii = BuildAscii();

    /// <summary>Returns the class of a character; <see cref="CharClass.None"/> when the grammar does not have it.</summary>
    public static CharClass Get(char c) => c < Ascii.Length ? Ascii[c] : ClassifyNonAscii(c);

    private static CharClass ClassifyNonAscii(char c) =>
        c is KelvinSign or CapitalIWithDot ? CharClass.LowersToAscii : CharClass.None;

    private static CharClass[] BuildAscii()
    {
        var classes = new CharClass[128];
        for (var c = '\0'; c < classes.Length; c++)
        {
            classes[c] = Classify(c);
        }

        return classes;
    }

    private static CharClass Classify(char c) => c switch
    {
        >= 'a' and <= 'z' => CharClass.Lower,
        >= 'A' and <= 'Z' => CharClass.Upper,
        >= '0' and <= '9' => CharClass.Digit,
        '-' => CharClass.Dash,
        '.' => CharClass.Dot,
        '_' => CharClass.Underscore,
        '+' => CharClass.Plus,
        _ => CharClass.None,
    };
}

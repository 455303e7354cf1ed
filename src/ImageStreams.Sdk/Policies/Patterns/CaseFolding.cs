using System.Globalization;
using System.Text;

namespace ImageStreams.Policies;

/// <summary>Code points that differ only in case, by Unicode's simple folding.</summary>
internal static class CaseFolding
{
    /// <summary>Sets of more than two code points, or such as the platform does not map for every culture.</summary>
    private static readonly string[] Sets =
    [
        "Kk\u212A", "Ss\u017F", "\u00C5\u00E5\u212B", "\u00B5\u039C\u03BC", "\u0392\u03B2\u03D0", "\u0395\u03B5\u03F5",
        "\u0398\u03B8\u03D1\u03F4", "\u0345\u0399\u03B9\u1FBE", "\u039A\u03BA\u03F0", "\u03A0\u03C0\u03D6",
        "\u03A1\u03C1\u03F1", "\u03A3\u03C2\u03C3", "\u03A6\u03C6\u03D5", "\u03A9\u03C9\u2126",
        "\u01C4\u01C5\u01C6", "\u01C7\u01C8\u01C9", "\u01CA\u01CB\u01CC", "\u01F1\u01F2\u01F3", "\u1E60\u1E61\u1E9B",
        "\u00DF\u1E9E", "\u0412\u0432\u1C80", "\u0414\u0434\u1C81", "\u041E\u043E\u1C82", "\u0421\u0441\u1C83",
        "\u0422\u0442\u1C84\u1C85", "\u042A\u044A\u1C86", "\u0462\u0463\u1C87", "\u1C88\uA64A\uA64B",
    ];

    /// <summary>Finds the other code points of a code point's set.</summary>
    public static IReadOnlyList<int> FindOthers(int rune)
    {
        if (!Rune.IsValid(rune))
        {
            return [];
        }

        if (rune <= char.MaxValue && Array.Find(Sets, set => set.Contains((char)rune, StringComparison.Ordinal)) is { } same)
        {
            return [.. same.Where(other => other != rune).Select(other => (int)other)];
        }

        var one = new Rune(rune);
        var upper = Rune.ToUpper(one, CultureInfo.InvariantCulture).Value;
        var other = upper != rune ? upper : Rune.ToLower(one, CultureInfo.InvariantCulture).Value;
        return other == rune ? [] : [other];
    }
}

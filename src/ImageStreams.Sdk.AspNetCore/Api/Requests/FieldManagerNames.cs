using System.Text;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

/// <summary>The names of those who write fields.</summary>
internal static class FieldManagerNames
{
    /// <summary>The name of a writer of whom nothing is known.</summary>
    public const string Unknown = "unknown";

    /// <summary>Returns the name of a writer who does not give one: the product of the <c>User-Agent</c>.</summary>
    public static string FromUserAgent(string userAgent)
    {
        var product = userAgent.AsSpan(0, userAgent.IndexOf('/', StringComparison.Ordinal) is >= 0 and var end ? end : userAgent.Length);
        var name = new StringBuilder();
        var bytes = 0;
        foreach (var rune in product.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > FieldOwners.MaxManagerLength)
            {
                break;
            }

            if (FieldOwners.IsManagerCharacter(rune))
            {
                name.Append(rune);
                bytes += rune.Utf8SequenceLength;
            }
        }

        return name.Length == 0 ? Unknown : name.ToString();
    }

    /// <summary>Finds the first character of a name that cannot be printed, and its position in bytes.</summary>
    public static (Rune Character, int Position)? FindUnprintable(string name)
    {
        var position = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!FieldOwners.IsManagerCharacter(rune))
            {
                return (rune, position);
            }

            position += rune.Utf8SequenceLength;
        }

        return null;
    }
}

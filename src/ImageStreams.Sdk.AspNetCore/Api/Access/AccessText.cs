using System.Globalization;
using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>Writes names that a caller chose into sentences.</summary>
internal static class AccessText
{
    /// <summary>Puts a text in quotation marks, with characters that cannot be printed as escapes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            Append(quoted, character);
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, char character)
    {
        if (character is '"' or '\\')
        {
            quoted.Append('\\').Append(character);
        }
        else if (char.IsControl(character))
        {
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }
        else
        {
            quoted.Append(character);
        }
    }
}

using System.Globalization;
using System.Text;

namespace ImageStreams.Manifests;

/// <summary>The value that a scalar of a wrong type means.</summary>
/// <param name="Json">The value as JSON; <c>null</c> when the scalar means nothing.</param>
/// <param name="Advice">What to write instead; empty when that is not known.</param>
/// <param name="IsAmbiguous">True when a scalar without quotes was meant as a text.</param>
internal readonly record struct ScalarCorrection(byte[] Json, string Advice, bool IsAmbiguous)
{
    private const int MaxShown = 64;

    /// <summary>No value: the field is read as if it were absent.</summary>
    public static readonly ScalarCorrection None = new([.. "null"u8], "", false);

    /// <summary>Finds the value that a JSON value of the wrong type means.</summary>
    /// <param name="token">The JSON value.</param>
    /// <param name="written">The text as it is written in the manifest; null when it is not known.</param>
    public static ScalarCorrection Find(ReadOnlySpan<byte> token, string? written) => token[0] switch
    {
        (byte)'{' or (byte)'[' or (byte)'n' => None,
        (byte)'"' => FindValue(written ?? ""),
        _ => ToText(written ?? Encoding.UTF8.GetString(token)),
    };

    private static ScalarCorrection ToText(string text)
    {
        var advice = text.Length <= MaxShown ? $"Write '{ObjectNames.Show(text)}' in quotes." : "Put the value in quotes.";
        return new ScalarCorrection(JsonSplice.Encode(text), advice, true);
    }

    /// <summary>Finds the boolean or the number that a text means.</summary>
    private static ScalarCorrection FindValue(string text)
    {
        if (FindBoolean(text) is { } value)
        {
            return new ScalarCorrection(Encoding.UTF8.GetBytes(value), $"Write {value}, without quotes.", false);
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? CreateNumber(number.ToString(CultureInfo.InvariantCulture))
            : None;
    }

    private static ScalarCorrection CreateNumber(string number) =>
        new(Encoding.UTF8.GetBytes(number), $"Write {number}, without quotes.", false);

    /// <summary>Finds the boolean that a word of YAML 1.1 means.</summary>
    private static string? FindBoolean(string text) => text.Length > 5 ? null : text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "Y" => "true",
        "FALSE" or "NO" or "OFF" or "N" => "false",
        _ => null,
    };
}

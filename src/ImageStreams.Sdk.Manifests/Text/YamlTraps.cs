using System.Globalization;

namespace ImageStreams.Manifests;

/// <summary>Finds what the readers of YAML 1.1 and 1.2 make of a plain scalar.</summary>
internal static partial class YamlTraps
{
    /// <summary>The maximum length of a scalar that can be anything but a text or a plain number.</summary>
    private const int MaxLength = 128;

    public static YamlTrap Find(ReadOnlySpan<char> text) => YamlSchema.Find(text) switch
    {
        YamlScalarType.Null => text is "~" ? YamlTrap.Tilde : YamlTrap.None,
        YamlScalarType.True or YamlScalarType.False => YamlTrap.Boolean,
        YamlScalarType.Integer => FindInteger(text),
        YamlScalarType.Float => text.Length <= MaxLength && text.SequenceEqual(ReadDecimal(text)) ? YamlTrap.Number : YamlTrap.Reformatted,
        YamlScalarType.Octal or YamlScalarType.Hexadecimal => YamlTrap.OtherBase,
        YamlScalarType.NotFinite => YamlTrap.NotFinite,
        _ => text.Length > MaxLength ? YamlTrap.None : FindOld(text),
    };

    /// <summary>Returns a decimal number as its readers understand it: the shortest form of its value.</summary>
    public static string ReadDecimal(ReadOnlySpan<char> text)
    {
        var json = JsonNumberText.FromDecimal(text);
        if (!json.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return json;
        }

        var value = double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.Abs(value) < 1e15 && Math.Abs(value) >= 1e-4
            ? value.ToString("0.#################", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the value of a number in base 60.</summary>
    public static string ReadBaseSixty(ReadOnlySpan<char> text)
    {
        var value = 0d;
        var digits = text.TrimStart("+-");
        foreach (var part in digits.Split(':'))
        {
            value = (value * 60) + double.Parse(digits[part], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }

        return (text[0] == '-' ? -value : value).ToString("R", CultureInfo.InvariantCulture);
    }

    private static YamlTrap FindInteger(ReadOnlySpan<char> text)
    {
        if (JsonNumber.IsValid(text))
        {
            return YamlTrap.Number;
        }

        var digits = text.TrimStart("+-");
        return digits.Length > 1 && digits[0] == '0' && digits.IndexOfAnyExceptInRange('0', '7') < 0
            ? YamlTrap.Octal
            : YamlTrap.Reformatted;
    }

    /// <summary>Finds what YAML 1.1 reads in a text of YAML 1.2.</summary>
    private static YamlTrap FindOld(ReadOnlySpan<char> text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => YamlTrap.Yes,
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => YamlTrap.No,
        _ when !char.IsAsciiDigit(text.TrimStart("+-") is [var first, ..] ? first : ' ') => YamlTrap.None,
        _ when IsDate(text) => YamlTrap.Date,
        _ when IsBinary(text.TrimStart("+-")) => YamlTrap.Binary,
        _ when IsGrouped(text) => YamlTrap.Grouped,
        _ => IsBaseSixty(text.TrimStart("+-")) ? YamlTrap.BaseSixty : YamlTrap.None,
    };
}

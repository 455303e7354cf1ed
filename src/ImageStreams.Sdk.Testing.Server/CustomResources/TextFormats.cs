using System.Globalization;
using System.Net;

namespace ImageStreams.Testing.Server;

/// <summary>The formats of texts that are checked; every other one is ignored.</summary>
internal static class TextFormats
{
    /// <summary>Determines whether a text has a format.</summary>
    public static bool Fits(string text, string format) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && text.Contains('T', StringComparison.Ordinal),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        "uuid" or "uuid3" or "uuid4" or "uuid5" => Guid.TryParse(text, out _),
        "ipv4" => IPAddress.TryParse(text, out var address) && address.ToString() == text,
        "ipv6" => text.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(text, out _),
        "cidr" => IPNetwork.TryParse(text, out _),
        "uri" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => true,
    };
}

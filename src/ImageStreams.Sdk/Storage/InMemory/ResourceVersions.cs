using System.Globalization;

namespace ImageStreams.Storage;

/// <summary>Reads and writes versions as numbers.</summary>
internal static class ResourceVersions
{
    public static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a positive number of 63 bits, in ASCII digits and without leading zeros.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.InvalidResourceVersion"/>.</exception>
    public static long Parse(string text) =>
        !text.StartsWith('0') && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && char.IsAsciiDigit(text[^1])
            ? version
            : throw StoreErrors.InvalidResourceVersion(text);
}

using System.Globalization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The versions of a cluster, which are numbers.</summary>
internal static class StoredVersions
{
    /// <summary>Reads a version: a positive decimal number of 63 bits without leading zeros.</summary>
    public static bool TryParse(string? text, out long version)
    {
        version = 0;
        return text is { Length: > 0 } && text[0] != '0' && text.All(char.IsAsciiDigit)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }

    /// <summary>Reads the version that a caller asks for.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.InvalidResourceVersion"/>.</exception>
    public static long Parse(string text) =>
        TryParse(text, out var version) ? version : throw StoreFailures.InvalidVersion(text);

    /// <summary>Reads the version that a server gave.</summary>
    /// <exception cref="StoreException">It is no number: the cluster does not count its versions as etcd does.</exception>
    public static long Read(string? text) => TryParse(text, out var version) ? version : throw StoreFailures.UnusableVersion(text);

    public static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);
}

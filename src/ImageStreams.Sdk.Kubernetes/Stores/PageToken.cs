using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The place where the next page of a list begins.</summary>
/// <param name="Version">The version of the list; 0 for the latest.</param>
/// <param name="After">The last object of the page before.</param>
internal readonly record struct PageToken(long Version, ObjectKey After)
{
    private const int MaxCharacters = 8192;
    private const int PartCount = 4;
    private const int SumBytes = 9;

    /// <summary>The token of the cluster, where the page is one of its pages; null where it is one of a state.</summary>
    public string? Server { get; init; }

    /// <summary>Writes the token of a list: a checksum that ties it to the list, and the place.</summary>
    public string Write(string list)
    {
        var place = Encoding.UTF8.GetBytes(string.Join('\n', Version.ToString(CultureInfo.InvariantCulture), Encode(After.Namespace), Encode(After.Name), Encode(Server ?? "")));
        return Base64Url.EncodeToString([.. Sum(list, place), .. place]);
    }

    /// <summary>Reads a token; null for one of another list, or none.</summary>
    public static PageToken? TryRead(string text, string list)
    {
        if (text.Length > MaxCharacters || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var parts = Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(bytes.Length, SumBytes))).Split('\n');
        if (parts.Length != PartCount || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return null;
        }

        var token = new PageToken(version, new ObjectKey(Uri.UnescapeDataString(parts[1]), Uri.UnescapeDataString(parts[2])))
        {
            Server = parts[3].Length == 0 ? null : Uri.UnescapeDataString(parts[3]),
        };
        return token.Write(list) == text ? token : null;
    }

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static ReadOnlySpan<byte> Sum(string list, byte[] place) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(list), 0, .. place]).AsSpan(0, SumBytes);
}

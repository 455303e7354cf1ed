using System.Security.Cryptography;
using System.Text;

namespace ImageStreams.Kubernetes;

/// <summary>Names the custom resources of objects, whose names need not be those of DNS.</summary>
/// <remarks>
/// The name of a custom resource is a DNS subdomain. Most names of streams are one, and stay as they are. A digest has a hyphen for its
/// colon, as in <c>sha256-3f2a…</c>, which keeps the order of digests. Any other name becomes <c>x-</c>, what can be read of it, and a
/// checksum. Different names have different names of custom resources.
/// </remarks>
internal static class StoredNames
{
    private const int MaxName = 253;
    private const int MaxReadable = 40;
    private const int ChecksumBytes = 16;
    private const string Mark = "x-";
    private static readonly string[] DigestMarks = ["sha256-", "sha512-"];
    private static readonly string[] Algorithms = ["sha256", "sha512"];

    /// <summary>Gets the name of the custom resource of an object.</summary>
    public static string Encode(string name)
    {
        if (IsPlain(name) && !LooksEncoded(name))
        {
            return name;
        }

        var digest = name.Replace(':', '-');
        return IsPlain(digest) && Array.Exists(DigestMarks, mark => IsDigest(name, digest, mark)) ? digest : Escape(name);
    }

    /// <summary>Determines whether the custom resource of an object has the place among others, by its name, that the object has.</summary>
    public static bool IsOrdered(string name)
    {
        // A name such as sha256sum is between digests otherwise, which have a hyphen for their colon.
        var stored = Encode(name);
        return stored == name
            ? !Array.Exists(Algorithms, algorithm => name.StartsWith(algorithm, StringComparison.Ordinal))
            : stored == name.Replace(':', '-');
    }

    /// <summary>Determines whether a text is a DNS subdomain.</summary>
    public static bool IsPlain(string name) => name.Length is > 0 and <= MaxName && Array.TrueForAll(name.Split('.'), IsLabel);

    /// <summary>Determines whether a text can be the name of a namespace.</summary>
    public static bool IsNamespace(string name) => name.Length <= 63 && IsLabel(name);

    private static bool IsDigest(string name, string digest, string mark) =>
        digest.StartsWith(mark, StringComparison.Ordinal) && name.IndexOf(':', StringComparison.Ordinal) == mark.Length - 1
        && name.LastIndexOf(':') == mark.Length - 1;

    private static bool LooksEncoded(string name) =>
        Array.Exists(DigestMarks, mark => name.StartsWith(mark, StringComparison.Ordinal)) || name.StartsWith(Mark, StringComparison.Ordinal);

    private static string Escape(string name)
    {
        var readable = new StringBuilder(Mark);
        foreach (var character in name.AsSpan(0, Math.Min(name.Length, MaxReadable)))
        {
            readable.Append(char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-');
        }

        var checksum = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, ChecksumBytes);
        return readable.Append('-').Append(Convert.ToHexStringLower(checksum)).ToString();
    }

    private static bool IsLabel(string label) => label.Length > 0 && IsEdge(label[0]) && IsEdge(label[^1])
        && label.All(static character => IsEdge(character) || character == '-');

    private static bool IsEdge(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);
}

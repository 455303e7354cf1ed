using System.Security.Cryptography;
using System.Text;

namespace ImageStreams.Kubernetes;

/// <summary>Names the objects of leases: what can be read of the lease's name, and a checksum of it.</summary>
internal static class LeaseObjectNames
{
    private const int MaxReadable = 40;
    private const int ChecksumBytes = 8;

    /// <summary>Creates the name of an object, such as <c>imagestreams-shard-7-3f2a…</c>.</summary>
    public static string Create(string prefix, string name)
    {
        var readable = new StringBuilder(prefix).Append('-');
        foreach (var character in name.AsSpan(0, Math.Min(name.Length, MaxReadable)))
        {
            readable.Append(char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-');
        }

        var checksum = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, ChecksumBytes);
        return readable.Append('-').Append(Convert.ToHexStringLower(checksum)).ToString();
    }
}

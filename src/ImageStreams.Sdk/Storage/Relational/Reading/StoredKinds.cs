using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ImageStreams.Storage;

/// <summary>Numbers the resources that are kept as JSON.</summary>
internal static class StoredKinds
{
    // Set in the numbers of resources, and in none of the named kinds.
    private const long ResourceBit = 1L << 62;

    /// <summary>Returns the number of a resource: 62 bits of the SHA-256 of its name, the same in every process.</summary>
    public static StoredKind FromResource(string resource)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(resource), hash);
        return (StoredKind)((BinaryPrimitives.ReadInt64BigEndian(hash) & (ResourceBit - 1)) | ResourceBit);
    }

    /// <summary>True for the number of a resource.</summary>
    public static bool IsResource(StoredKind kind) => ((long)kind & ResourceBit) != 0;
}

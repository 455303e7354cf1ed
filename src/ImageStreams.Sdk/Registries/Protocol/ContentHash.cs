using System.Security.Cryptography;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Computes the digest of content, in the algorithm of the expected digest.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly Digest _expected;
    private readonly IncrementalHash _hash;

    public ContentHash(Digest expected)
    {
        _expected = expected;
        _hash = IncrementalHash.CreateHash(GetAlgorithm(expected));
    }

    public void Append(ReadOnlySpan<byte> content) => _hash.AppendData(content);

    /// <summary>Compares the digest of the content so far with the expected one; <paramref name="actual"/> is the computed
    /// digest.</summary>
    public bool Matches(out string actual)
    {
        actual = $"{_expected.Algorithm}:{Convert.ToHexStringLower(_hash.GetCurrentHash())}";
        return actual.Equals(_expected.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _hash.Dispose();

    private static HashAlgorithmName GetAlgorithm(Digest digest) => digest.Algorithm switch
    {
        "sha256" => HashAlgorithmName.SHA256,
        "sha384" => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };
}

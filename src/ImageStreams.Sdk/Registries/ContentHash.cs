using System.Security.Cryptography;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Computes the digest of content as it passes by, in the algorithm of the digest it should have.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly Digest _expected;
    private readonly IncrementalHash _hash;

    private ContentHash(Digest expected, HashAlgorithmName algorithm)
    {
        _expected = expected;
        _hash = IncrementalHash.CreateHash(algorithm);
    }

    /// <summary>Returns <see langword="null"/> when the algorithm is none of SHA-256, SHA-384 and SHA-512.</summary>
    public static ContentHash? Create(Digest expected) => expected.Algorithm switch
    {
        "sha256" => new ContentHash(expected, HashAlgorithmName.SHA256),
        "sha384" => new ContentHash(expected, HashAlgorithmName.SHA384),
        "sha512" => new ContentHash(expected, HashAlgorithmName.SHA512),
        _ => null,
    };

    public void Append(ReadOnlySpan<byte> content) => _hash.AppendData(content);

    /// <summary>Ends the computation; <paramref name="actual"/> is what the content really has.</summary>
    public bool Matches(out string actual)
    {
        actual = $"{_expected.Algorithm}:{Convert.ToHexStringLower(_hash.GetHashAndReset())}";
        return actual == _expected.ToString();
    }

    public void Dispose() => _hash.Dispose();
}

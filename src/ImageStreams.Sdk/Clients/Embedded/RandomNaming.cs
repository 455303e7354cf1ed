using System.Security.Cryptography;

namespace ImageStreams.Clients;

/// <summary>Generates random UIDs and suffixes, as Kubernetes does.</summary>
internal sealed class RandomNaming : IObjectNaming
{
    private const int SuffixLength = 5;

    /// <summary>The characters of a suffix; without vowels, and without digits that look like letters, so that it is no word.</summary>
    private const string Characters = "bcdfghjklmnpqrstvwxz2456789";

    public static RandomNaming Instance { get; } = new();

    public string CreateUid() => Guid.NewGuid().ToString();

    public string CreateSuffix() => RandomNumberGenerator.GetString(Characters, SuffixLength);
}

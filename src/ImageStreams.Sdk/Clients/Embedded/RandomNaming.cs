using System.Security.Cryptography;

namespace ImageStreams.Clients;

/// <summary>Makes UIDs and ends of names up at random, as Kubernetes does.</summary>
internal sealed class RandomNaming : IObjectNaming
{
    private const int SuffixLength = 5;

    /// <summary>Without vowels, and without digits that look like letters: no words come of it.</summary>
    private const string Characters = "bcdfghjklmnpqrstvwxz2456789";

    public static RandomNaming Instance { get; } = new();

    public string CreateUid() => Guid.NewGuid().ToString();

    public string CreateSuffix() => RandomNumberGenerator.GetString(Characters, SuffixLength);
}

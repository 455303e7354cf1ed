using System.Security.Cryptography;
using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Makes UIDs and suffixes of names at random, as an API server does.</summary>
internal sealed class RandomNaming : IObjectNaming
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;

    public static RandomNaming Instance { get; } = new();

    public string CreateUid() => Guid.NewGuid().ToString();

    public string CreateSuffix() => RandomNumberGenerator.GetString(Alphabet, SuffixLength);
}

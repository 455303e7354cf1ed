using System.Buffers;

namespace ImageStreams.Registries;

/// <summary>The characters that names in registry URLs are made of; ASCII only.</summary>
internal static class NameCharacters
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Numbers = "0123456789";

    public static readonly SearchValues<char> Digits = SearchValues.Create(Numbers);
    public static readonly SearchValues<char> LowerAlphanumeric = SearchValues.Create(Lower + Numbers);
    public static readonly SearchValues<char> Host = SearchValues.Create(Lower + Upper + Numbers + "._-");
    public static readonly SearchValues<char> Tag = SearchValues.Create(Lower + Upper + Numbers + "._-");
    public static readonly SearchValues<char> IPv6 = SearchValues.Create(Numbers + "abcdefABCDEF:.");
    public static readonly SearchValues<char> HttpToken =
        SearchValues.Create(Lower + Upper + Numbers + "!#$%&'*+-.^_`|~");
}

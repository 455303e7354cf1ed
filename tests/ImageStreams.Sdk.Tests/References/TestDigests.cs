namespace ImageStreams.Tests.References;

/// <summary>Digests for tests.</summary>
internal static class TestDigests
{
    public static string Hex64 { get; } = new string('0', 60) + "0a1B";

    public static string Sha256 { get; } = "sha256:" + Hex64;

    public static string Sha512 { get; } = "sha512:" + Hex64 + Hex64;
}

using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.Signatures;

/// <summary>Keys and signatures that openssl made; see the page beside them.</summary>
internal static class Vector
{
    public static byte[] Payload => File.ReadAllBytes(Find("payload.json"));

    public static string Key(string name) => File.ReadAllText(Find($"{name}.pub"));

    public static string Signature(string name) => File.ReadAllText(Find($"{name}.sig"));

    private static string Find(string name) =>
        Path.Combine(Repository.Root, "tests", "ImageStreams.Sdk.Tests", "Signatures", "Vectors", name);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Tests.Documentation;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A hash of each definition that a server of OpenShift 4.21 documents for the image group.</summary>
internal static class OpenApiDigest
{
    private const int HashDigits = 16;

    private static string Path { get; } =
        System.IO.Path.Combine(Repository.Root, "tests", "ImageStreams.Sdk.AspNetCore.Tests", "Api", "OpenApi", "image-group.digest");

    /// <summary>Reads the hashes by the names of the definitions.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        if (Environment.GetEnvironmentVariable("RENEW") == "1" && Directory.Exists(Scenario.Folder))
        {
            Write();
        }

        return File.ReadLines(Path).Select(static line => line.Split(' ')).ToDictionary(static line => line[0], static line => line[1]);
    }

    /// <summary>Gets the hash of a definition without its prose.</summary>
    public static string GetHash(string definition) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition)))[..HashDigits];

    private static void Write()
    {
        var recorded = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Scenario.Folder, "openapi", "image.openshift.io-v1.json")))!;
        var definitions = OpenApiStructure.Describe(recorded["components"]!["schemas"]!.AsObject());
        File.WriteAllLines(Path, definitions.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => $"{one.Key} {GetHash(one.Value)}"));
    }
}

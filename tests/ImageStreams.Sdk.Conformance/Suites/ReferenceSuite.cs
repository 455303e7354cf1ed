using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.References;

namespace ImageStreams.Conformance.Suites;

/// <summary>References and digests, and the forms derived from them.</summary>
public sealed class ReferenceSuite : ISuite
{
    /// <inheritdoc/>
    public string Name => "reference";

    /// <inheritdoc/>
    public JsonComparison Comparison => JsonComparison.Exact;

    /// <inheritdoc/>
    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "parse" => Errors.Caught(() => Parsed(ImageReference.Parse(Text(input, "spec")))),
        "forms" => new JsonObject { ["forms"] = Forms(Reference(input.GetProperty("ref"))) },
        "equal" => new JsonObject { ["equal"] = AreEqual(input) },
        "parseDigest" => Errors.Caught(() => Parsed(Digest.Parse(Text(input, "digest")))),
        _ => throw new NotSupportedException(operation),
    };

    private static JsonObject Parsed(ImageReference reference) => new()
    {
        ["ref"] = Parts(reference),
        ["forms"] = Forms(reference),
    };

    private static JsonObject Parsed(Digest digest) => new()
    {
        ["algorithm"] = digest.Algorithm,
        ["hex"] = digest.Hex,
    };

    private static bool AreEqual(JsonElement input) => DockerReferenceComparer.Instance.Equals(
        Reference(input.GetProperty("a")), Reference(input.GetProperty("b")));

    private static JsonObject Forms(ImageReference reference) => new()
    {
        ["asRepository"] = Parts(reference.ToRepository()),
        ["asV2"] = Parts(reference.ToV2()),
        ["daemonMinimal"] = Parts(reference.ToDaemonMinimal()),
        ["dockerClientDefaults"] = Parts(reference.ToDockerClientDefaults()),
        ["exact"] = reference.ToExactString(),
        ["isDockerHub"] = reference.IsDockerHub,
        ["minimal"] = Parts(reference.ToMinimal()),
        ["mostSpecific"] = Parts(reference.ToMostSpecific()),
        ["nameString"] = reference.NameString,
        ["registryHostPort"] = new JsonObject
        {
            ["secure"] = HostPort(reference.GetRegistryHostPort()),
            ["insecure"] = HostPort(reference.GetRegistryHostPort(insecure: true)),
        },
        ["registryURL"] = reference.ToRegistryAddress(),
        ["repositoryName"] = reference.RepositoryName,
        ["string"] = reference.ToString(),
    };

    private static JsonArray HostPort(RegistryHostPort registry) => [registry.Host, registry.Port];

    private static JsonObject Parts(ImageReference reference) => new()
    {
        ["registry"] = reference.Registry,
        ["namespace"] = reference.Namespace,
        ["name"] = reference.Name,
        ["tag"] = reference.Tag,
        ["id"] = reference.Id,
    };

    private static ImageReference Reference(JsonElement parts) => ImageReference.FromParts(
        Text(parts, "registry"), Text(parts, "namespace"), Text(parts, "name"), Text(parts, "tag"), Text(parts, "id"));

    private static string Text(JsonElement value, string property) => value.GetProperty(property).GetString()!;
}

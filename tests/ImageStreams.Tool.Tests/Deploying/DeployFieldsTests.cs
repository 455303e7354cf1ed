using System.Text.Json;
using System.Text.Json.Serialization;
using ImageStreams.Tool;
using k8s.Models;

namespace ImageStreams.Tests.Tool;

/// <summary>The fields of what <c>deploy</c> renders are those of Kubernetes' own types, as its OpenAPI document has them: a server that
/// checks fields strictly takes them.</summary>
public sealed class DeployFieldsTests
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["Namespace"] = typeof(V1Namespace),
        ["CustomResourceDefinition"] = typeof(V1CustomResourceDefinition),
        ["ServiceAccount"] = typeof(V1ServiceAccount),
        ["ClusterRole"] = typeof(V1ClusterRole),
        ["ClusterRoleBinding"] = typeof(V1ClusterRoleBinding),
        ["Role"] = typeof(V1Role),
        ["RoleBinding"] = typeof(V1RoleBinding),
        ["Deployment"] = typeof(V1Deployment),
        ["Service"] = typeof(V1Service),
        ["APIService"] = typeof(V1APIService),
    };

    private static JsonSerializerOptions Strict => new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    [Theory]
    [InlineData(DeployMode.Crd)]
    [InlineData(DeployMode.Aggregated)]
    internal void Documents_OfEachMode_HaveFieldsOfTheirTypesOnly(DeployMode mode)
    {
        var settings = new DeploySettings
        {
            Mode = mode,
            Image = "registry.example.com/imagestreams:1",
            Namespace = "imagestreams",
            Replicas = 2,
            Authority = mode == DeployMode.Aggregated ? [1, 2, 3] : null,
        };

        foreach (var document in DeployDocuments.Create(settings))
        {
            var kind = document["kind"]!.GetValue<string>();
            Assert.NotNull(JsonSerializer.Deserialize(document.ToJsonString(), Types[kind], Strict));
        }
    }

    [Fact]
    public void Documents_WithAnotherField_AreFound() =>
        Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<V1Deployment>("""{"spec":{"replica":1}}""", Strict));
}

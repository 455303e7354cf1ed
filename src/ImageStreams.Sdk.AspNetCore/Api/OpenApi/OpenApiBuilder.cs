using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>Builds the OpenAPI documents of resources.</summary>
internal static class OpenApiBuilder
{
    private const string Title = "Image streams";

    /// <summary>Builds the document of one version of a group in OpenAPI 3.</summary>
    public static JsonObject BuildV3(IEnumerable<ResourceDefinition> resources)
    {
        var (paths, definitions) = Build(OpenApiDialect.V3, resources);
        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = WriteInfo(),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = definitions },
        };
    }

    /// <summary>Builds the document of all groups in OpenAPI 2.</summary>
    public static JsonObject BuildV2(IEnumerable<ResourceDefinition> resources)
    {
        var (paths, definitions) = Build(OpenApiDialect.V2, resources);
        return new JsonObject
        {
            ["swagger"] = "2.0",
            ["info"] = WriteInfo(),
            ["paths"] = paths,
            ["definitions"] = definitions,
        };
    }

    private static (JsonObject Paths, JsonObject Definitions) Build(OpenApiDialect dialect, IEnumerable<ResourceDefinition> resources)
    {
        var definitions = new OpenApiDefinitions(dialect);
        var writer = new OpenApiPathWriter(dialect);
        var paths = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            var one = definitions.Add(resource.Schema ?? GetSchema(resource.Group, resource.Version, resource.Kind));
            var many = resource.Verbs.Contains(ResourceVerbs.List) ? definitions.AddList(resource, one) : null;
            foreach (var path in OpenApiPath.GetAll(resource))
            {
                var kind = path.Kind == resource.Kind ? one : AddKind(definitions, resource, path.Kind);
                paths[path.Path] = writer.Write(path, resource, kind, many);
            }
        }

        return (new JsonObject(paths.Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))), definitions.Write());
    }

    private static string? AddKind(OpenApiDefinitions definitions, ResourceDefinition resource, string kind) =>
        ObjectSchemas.Find(resource.Group, resource.Version, kind) is { } schema ? definitions.Add(schema) : null;

    /// <summary>Gets the schema of a kind that is known, by which clients merge and check objects, or one that lets an object have any
    /// fields.</summary>
    private static ObjectSchema GetSchema(string group, string version, string kind) =>
        ObjectSchemas.Find(group, version, kind) ?? ClusterSchemas.Find(group, version, kind) ?? new ObjectSchema
        {
            Group = group,
            Version = version,
            Kind = kind,
            Root = new FieldSchema.Struct(OpenApiNames.GetDefinition(group, version, kind), []),
        };

    private static JsonObject WriteInfo() => new() { ["title"] = Title, ["version"] = "v1" };
}

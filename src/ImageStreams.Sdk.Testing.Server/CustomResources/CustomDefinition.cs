using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Collections;

namespace ImageStreams.Testing.Server;

/// <summary>Reads the kinds that a custom resource definition makes, one of each served version.</summary>
internal static class CustomDefinition
{
    /// <summary>The resource of the definitions, with its group.</summary>
    public const string Resource = "customresourcedefinitions.apiextensions.k8s.io";

    private static readonly ValueList<string> StatusVerbs = [ResourceVerbs.Get, ResourceVerbs.Patch, ResourceVerbs.Update];

    /// <summary>Creates the kinds of a definition; none while its names are not accepted.</summary>
    public static IEnumerable<ClusterKind> CreateKinds(JsonObject definition) => CustomDefinitionStatus.IsEstablished(definition)
        ? definition.FindItems("spec", "versions")
            .Where(static version => version.IsTrue("served"))
            .OrderBy(static version => version.FindText("name") ?? "", VersionOrder.Instance)
            .Select(version => CreateKind(definition, version))
        : [];

    private static ClusterKind CreateKind(JsonObject definition, JsonObject version)
    {
        var schema = StructuralSchema.Read(version.FindObject("schema", "openAPIV3Schema") ?? []);
        var row = CreateDefinition(definition, version);
        var fields = StructuralFields.Create(row, schema);
        return new ClusterKind
        {
            Definition = row with { Schema = fields },
            Schema = fields,
            IsCustomResource = true,
            RequiresVersion = true,
            SelectableFields = [.. version.FindItems("selectableFields").Select(static one => (one.FindText("jsonPath") ?? "").TrimStart('.'))],
            Warning = GetWarning(row, version),
            Rules = new CustomObjectRules(schema, version.FindObject("subresources", "status") is not null),
        };
    }

    private static ResourceDefinition CreateDefinition(JsonObject definition, JsonObject version)
    {
        var spec = definition.FindObject("spec") ?? [];
        var names = spec.FindObject("names") ?? [];
        var kind = names.FindText("kind") ?? "";
        return new ResourceDefinition
        {
            Group = spec.FindText("group") ?? "",
            Version = version.FindText("name") ?? "",
            Plural = names.FindText("plural") ?? "",
            Singular = names.FindText("singular") ?? "",
            Kind = kind,
            ListKind = names.FindText("listKind") ?? $"{kind}List",
            IsNamespaced = spec.FindText("scope") == "Namespaced",
            ShortNames = [.. names.FindTexts("shortNames")],
            Categories = [.. names.FindTexts("categories")],
            Verbs = ResourceVerbs.AllOfObjects,
            Subresources = [.. CreateSubresources(version.FindObject("subresources") ?? [], kind)],
            Columns = [.. CustomColumns.Create(version)],
        };
    }

    private static IEnumerable<SubresourceDefinition> CreateSubresources(JsonObject subresources, string kind)
    {
        if (subresources["status"] is not null)
        {
            yield return new SubresourceDefinition { Name = "status", Kind = kind, Verbs = StatusVerbs };
        }

        if (subresources["scale"] is not null)
        {
            yield return new SubresourceDefinition
            {
                Name = ScaleDocuments.Name,
                Kind = "Scale",
                ApiVersion = ScaleDocuments.ApiVersion,
                Verbs = StatusVerbs,
            };
        }
    }

    private static string? GetWarning(ResourceDefinition definition, JsonObject version) => version.IsTrue("deprecated")
        ? version.FindText("deprecationWarning") ?? $"{definition.ApiVersion} {definition.Kind} is deprecated"
        : null;
}

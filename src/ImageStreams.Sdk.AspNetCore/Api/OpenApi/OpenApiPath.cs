namespace ImageStreams.AspNetCore;

/// <summary>A path, and the verbs on it.</summary>
internal sealed record OpenApiPath(string Path, string Kind, bool IsNamespaced, string Suffix, IReadOnlyList<OpenApiOperation> Operations)
{
    private static readonly string[] OfCollections = [ResourceVerbs.List, ResourceVerbs.Create, ResourceVerbs.DeleteCollection];
    private static readonly string[] OfObjects = [ResourceVerbs.Get, ResourceVerbs.Update, ResourceVerbs.Delete, ResourceVerbs.Patch];

    /// <summary>Gets the paths of a resource that have a verb.</summary>
    public static IEnumerable<OpenApiPath> GetAll(ResourceDefinition definition)
    {
        var root = definition.Group.Length == 0 ? $"/api/{definition.Version}" : $"/apis/{definition.ApiVersion}";
        var collection = definition.IsNamespaced ? $"{root}/namespaces/{{namespace}}/{definition.Plural}" : $"{root}/{definition.Plural}";
        List<OpenApiPath> paths =
        [
            Create(definition, collection, OfCollections),
            Create(definition, $"{collection}/{{name}}", OfObjects),
            .. definition.Subresources.Select(one => CreateSubresource(definition, $"{collection}/{{name}}", one)),
        ];
        if (definition.IsNamespaced)
        {
            paths.Add(Create(definition, $"{root}/{definition.Plural}", [ResourceVerbs.List]) with { IsNamespaced = false, Suffix = "ForAllNamespaces" });
        }

        return paths.Where(static path => path.Operations.Count > 0);
    }

    private static OpenApiPath Create(ResourceDefinition definition, string path, string[] verbs) => new(
        path,
        definition.Kind,
        definition.IsNamespaced,
        "",
        [.. verbs.Where(verb => definition.Verbs.Contains(verb)).Select(OpenApiOperations.Find).OfType<OpenApiOperation>()]);

    private static OpenApiPath CreateSubresource(ResourceDefinition definition, string path, SubresourceDefinition subresource) => new(
        $"{path}/{subresource.Name}",
        subresource.Kind,
        definition.IsNamespaced,
        OpenApiNames.Capitalize(subresource.Name),
        [.. subresource.Verbs.Select(OpenApiOperations.Find).OfType<OpenApiOperation>()]);
}
